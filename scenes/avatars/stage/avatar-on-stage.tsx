import { useFrame } from '@react-three/fiber';
import { type AttuneError, createAvatarFrame } from 'attune';
import { useAvatar } from 'attune/react';
import { useCallback, useEffect, useMemo } from 'react';
import type { VrmDriver } from 'attune/three';
import { hideOutlines } from '../../shared/stage/hide-outlines.ts';
import type { AvatarChoice } from '../avatar-choice.ts';
import { useRehearsal } from '../rehearsal-context.ts';
import { useLookedAt } from './use-looked-at.ts';

interface AvatarOnStageProps {
  readonly choice: AvatarChoice;
  readonly outlines: boolean;
  readonly onLoad: (driver: VrmDriver) => void;
}

const OPTIONS = {};

/** The chosen avatar, doing what the rehearsal asks. One that can't be loaded leaves the present one on stage. */
export function AvatarOnStage({ choice, outlines, onLoad }: AvatarOnStageProps) {
  const rehearsal = useRehearsal();
  const lookedAt = useLookedAt();
  const load = useCallback((loaded: VrmDriver) => {
    if (!outlines) hideOutlines(loaded.object);
    rehearsal.show(loaded, choice);
    onLoad(loaded);
  }, [choice, onLoad, outlines, rehearsal]);
  const fail = useCallback((problem: AttuneError) => rehearsal.fail(problem, choice), [choice, rehearsal]);
  const progress = useCallback((share: number) => rehearsal.view.setState({ loading: Math.min(0.99, share) }), [rehearsal]);
  const driver = useAvatar(choice.url, OPTIONS, { onLoad: load, onError: fail, onProgress: progress });
  const frame = useMemo(() => driver && createAvatarFrame(driver.build), [driver]);

  // A file of the visitor's own is let go of once another avatar is wanted.
  useEffect(() => () => URL.revokeObjectURL(choice.url), [choice]);

  useFrame((state, delta) => {
    if (!driver || !frame) return;
    driver.setEyes(lookedAt(state, driver));
    rehearsal.fill(frame);
    driver.apply(frame, delta);
  });
  return driver && <primitive object={driver.object} dispose={null} />;
}
