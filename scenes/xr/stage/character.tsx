import { useFrame, useThree } from '@react-three/fiber';
import { asProblem } from 'attune';
import { useEffect, useState } from 'react';
import { handOut, takeBack } from '../handle.ts';
import type { Embodied } from '../meeting.ts';
import { useMeeting } from '../meeting-context.ts';

/** Gives the meeting's agent a body on this stage, and moves it. */
export function Character({ onEmbodied }: { readonly onEmbodied: (embodied: Embodied | null) => void }) {
  const meeting = useMeeting();
  const gl = useThree((state) => state.gl);
  const get = useThree((state) => state.get);
  const [embodied, setEmbodied] = useState<Embodied | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    const tell = (next: Embodied | null): void => {
      setEmbodied(next);
      onEmbodied(next);
    };
    // In a session the stage draws by a camera of its own; the agent is told of the page's, which is the player's rig.
    const { camera } = get();
    meeting.embody(gl, camera, abort.signal).then((made) => {
      if (abort.signal.aborted) return;
      handOut(meeting, made, camera);
      tell(made);
    }, (thrown: unknown) => {
      if (!abort.signal.aborted) meeting.problems.add('avatar', asProblem(thrown, 'avatar-unreadable', 'The avatar could not be shown'), 'avatar-first');
    });
    return () => {
      abort.abort();
      takeBack();
      tell(null);
    };
  }, [get, gl, meeting, onEmbodied]);
  useFrame((_, delta) => {
    embodied?.encounter.update();
    embodied?.agent.update(delta);
  });
  return embodied && <primitive object={embodied.agent.object} dispose={null} />;
}
