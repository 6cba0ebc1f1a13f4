import { EMOTIONS, type Emotion, type FusionTrust } from '../../src/index.ts';

/** The source of src/core/affect/trust.ts. */
export function formatTrust({ face, voice, bias }: FusionTrust): string {
  const record = (values: Readonly<Record<Emotion, number>>): string => `{ ${EMOTIONS.map((emotion) => `${emotion}: ${Math.round(values[emotion] * 1000) / 1000}`).join(', ')} }`;
  return `/**
 * How far face and voice are trusted where both say something; fuse-emotions.ts tells what the numbers mean.
 *
 * Written by "npm run train -- fusion" from the votes of CREMA-D (Cao et al. 2014; Open Database License), as our own heads
 * might have said them. Nobody could vote for surprise or contempt: there each sense is trusted as of the others.
 */
export const TRUST = {
  face: ${record(face)},
  voice: ${record(voice)},
  bias: ${record(bias)},
};
`;
}
