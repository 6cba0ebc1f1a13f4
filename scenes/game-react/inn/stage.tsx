import { Canvas } from '@react-three/fiber';
import { Agent } from 'attune/react';
import type { SceneAgent } from 'attune/three';
import { useTranslation } from 'react-i18next';
import { Unhurried } from '../../shared/stage/unhurried.tsx';
import type { Query } from '../query.ts';
import { PEOPLE, type Person } from '../story/evening.ts';
import type { Story } from '../story/story.ts';
import { PLACES } from './places.ts';
import { PointOfView } from './point-of-view.tsx';
import { Room } from './room.tsx';

interface StageProps {
  readonly query: Query;
  readonly story: Story;
  readonly people: Readonly<Record<Person, SceneAgent>> | null;
  readonly facing: Person;
  readonly still: boolean;
}

/** How far each turns towards the middle of the room, in radians. */
const TURNED = { emil: 0.28, mira: -0.28 } as const;

/** The inn and who is in it; a click on one of them turns the player to them. */
export function Stage({ query, story, people, facing, still }: StageProps) {
  const { t } = useTranslation();
  const low = query.quality === 'low';
  return (
    <Canvas
      flat role="img" aria-label={t('inn.picture')} dpr={low ? 0.6 : [1, 2]} frameloop={low ? 'demand' : 'always'} gl={{ antialias: !low }}
      camera={{ near: 0.1, far: 20 }} style={{ position: 'absolute', inset: 0 }}
    >
      <color attach="background" args={['#140d08']} />
      {low && <Unhurried />}
      <PointOfView facing={facing} still={still} />
      <Room still={still} />
      {people && PEOPLE.map((person) => (
        <Agent key={person} agent={people[person]} position={[...PLACES[person]]} rotation-y={TURNED[person]}>
          {/* What is clicked on: to ask each triangle of a skinned mesh would take long. */}
          <mesh position-y={1.1} onClick={() => story.turnTo(person)}>
            <capsuleGeometry args={[0.3, 1]} />
            <meshBasicMaterial colorWrite={false} depthWrite={false} />
          </mesh>
        </Agent>
      ))}
    </Canvas>
  );
}
