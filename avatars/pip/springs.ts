import { chainNames } from '../kit/chain.ts';
import type { Spring } from '../kit/vrm.ts';
import { tailChain } from './coat.ts';
import { earChain } from './ears.ts';
import { scarfEnds } from './scarf.ts';

/** Hit radii in the body's space. The tail holds itself up; only the scarf hangs. */
export const springs: Spring[] = [
  { name: 'leftEar', bones: chainNames(earChain('left')), hitRadius: 0.02, stiffness: 2.6, gravity: 0, drag: 0.4 },
  { name: 'rightEar', bones: chainNames(earChain('right')), hitRadius: 0.02, stiffness: 2.6, gravity: 0, drag: 0.4 },
  { name: 'tail', bones: chainNames(tailChain), hitRadius: 0.06, stiffness: 0.9, gravity: 0, drag: 0.35 },
  ...scarfEnds.map(({ chain }) => ({ name: chain.name, bones: chainNames(chain), hitRadius: 0.016, stiffness: 0.7, gravity: 0.25, drag: 0.5 })),
];
