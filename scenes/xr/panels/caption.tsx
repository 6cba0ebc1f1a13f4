import { Container } from '@react-three/uikit';
import { useFrame, useThree } from '@react-three/fiber';
import { useAgent, useAgentState } from 'attune/react';
import { readViewer, type VrmDriver } from 'attune/three';
import { useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { type Group, MathUtils, Vector3 } from 'three';
import { ACCENT, CARD, FONTS, MILLIMETRE } from './look.ts';
import { Words } from './words.tsx';

const WIDTH = 400;
/** Beside the head, on the player's right, where it covers neither face nor hands; in metres. */
const BESIDE = 0.3;
const BELOW_EYES = 0.1;
const BEFORE = 0.12;
const SMOOTHING = 6;

/** The newest words float beside the one who says them, always turned to the player. */
export function Caption({ driver }: { readonly driver: VrmDriver }) {
  const { t } = useTranslation();
  const agent = useAgent();
  const name = useAgentState((state) => state.character.name);
  const captions = useSyncExternalStore(agent.subscribe, () => agent.captions);
  const gl = useThree((state) => state.gl);
  const camera = useThree((state) => state.camera);
  const group = useRef<Group>(null);
  const newest = captions.at(-1);
  useFrame((_, delta) => {
    const card = group.current;
    if (!card) return;
    card.visible = driver.object.visible;
    readViewer(gl, camera, eyes);
    driver.object.getWorldPosition(place);
    away.subVectors(eyes, place).setY(0).normalize();
    // To the player's right is to the left of who faces them.
    place.addScaledVector(away, BEFORE).add(aside.set(away.z, 0, -away.x).multiplyScalar(BESIDE)).setY(place.y + driver.headHeight - BELOW_EYES);
    if (card.position.distanceToSquared(place) > 4) card.position.copy(place);
    else card.position.lerp(place, 1 - Math.exp(-SMOOTHING * MathUtils.clamp(delta, 0, 0.1)));
    card.lookAt(eyes.x, card.position.y, eyes.z);
  });
  return (
    <group ref={group} visible={false}>
      {newest && (
        <Container {...CARD} id="caption" fontFamilies={FONTS} pixelSize={MILLIMETRE} anchorX="left" anchorY="top" width={WIDTH} padding={22} gap={6} flexDirection="column" pointerEvents="none">
          <Words size={17} width={WIDTH - 44} color={ACCENT} weight="semi-bold">{newest.speaker === 'agent' ? name : t('caption.you')}</Words>
          <Words size={25} width={WIDTH - 44}>{newest.text}</Words>
        </Container>
      )}
    </group>
  );
}

const eyes = new Vector3();
const place = new Vector3();
const away = new Vector3();
const aside = new Vector3();
