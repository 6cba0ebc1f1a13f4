import type { Unit } from '../units.ts';

/** The fifteen visemes of the Oculus/OVR lip-sync set, `sil` being the closed mouth at rest. */
export const VISEMES = [
  'sil', 'PP', 'FF', 'TH', 'DD', 'kk', 'CH', 'SS', 'nn', 'RR', 'aa', 'E', 'ih', 'oh', 'ou',
] as const;
/** A shape of the mouth while speaking, as one of {@link VISEMES}. */
export type Viseme = (typeof VISEMES)[number];

/** A weight for every viseme; a writer fills it in place, so that no frame allocates. */
export type MouthWeights = Record<Viseme, Unit>;

/** A closed mouth. */
export function closedMouth(): MouthWeights {
  return { sil: 0, PP: 0, FF: 0, TH: 0, DD: 0, kk: 0, CH: 0, SS: 0, nn: 0, RR: 0, aa: 0, E: 0, ih: 0, oh: 0, ou: 0 };
}

/** Closes a mouth in place. */
export function closeMouth(mouth: MouthWeights): void {
  for (const viseme of VISEMES) mouth[viseme] = 0;
}
