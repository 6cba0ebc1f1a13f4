import type { VRM, VRMHumanBoneName } from '@pixiv/three-vrm';
import { VISEMES } from '../core/index.ts';
import type { AvatarLack } from './avatar.ts';
import { type ExpressionCapability, createExpressionMixer } from './face/expression-mixer.ts';

/** Bones that VRM leaves optional and the performance uses. */
const WANTED_BONES: readonly VRMHumanBoneName[] = ['neck', 'chest', 'leftShoulder', 'rightShoulder'];

/** Lists what the driver would use and an avatar does not have. */
export function findLacks(vrm: VRM, expressions: ExpressionCapability): AvatarLack[] {
  const { emotions, visemes } = createExpressionMixer(expressions);
  const lacks: AvatarLack[] = [];
  for (const [name, showing] of Object.entries(emotions)) {
    if (showing === 'blend' || showing === 'none') lacks.push({ part: 'emotion', name, shown: showing === 'blend' ? 'approximately' : 'not' });
  }
  for (const name of VISEMES) {
    const showing = visemes[name];
    // A closed mouth needs no expression of its own.
    if (name !== 'sil' && showing !== 'own') lacks.push({ part: 'viseme', name, shown: showing === 'blend' ? 'approximately' : 'not' });
  }
  if (!expressions.has('blink') && !(expressions.has('blinkLeft') && expressions.has('blinkRight'))) {
    lacks.push({ part: 'blink', name: 'blink', shown: 'not' });
  }
  for (const name of WANTED_BONES) {
    if (!vrm.humanoid.getRawBoneNode(name)) lacks.push({ part: 'bone', name, shown: 'approximately' });
  }
  if (!vrm.lookAt) lacks.push({ part: 'look-at', name: 'look-at', shown: 'approximately' });
  if (!vrm.springBoneManager || vrm.springBoneManager.joints.size === 0) lacks.push({ part: 'springs', name: 'springs', shown: 'not' });
  return lacks;
}
