/**
 * How far face and voice are trusted where both say something; fuse-emotions.ts tells what the numbers mean.
 *
 * Written by "npm run train -- fusion" from the votes of CREMA-D (Cao et al. 2014; Open Database License), as our own heads
 * might have said them. Nobody could vote for surprise or contempt: there each sense is trusted as of the others.
 */
export const TRUST = {
  face: { neutral: 0.254, happiness: 1.137, surprise: 0.386, sadness: 0.24, anger: 0.464, disgust: 0.264, fear: 0.391, contempt: 0.386 },
  voice: { neutral: 0.197, happiness: 0.251, surprise: 0.252, sadness: 0.228, anger: 0.407, disgust: 0.203, fear: 0.273, contempt: 0.252 },
  bias: { neutral: 0.16, happiness: -0.136, surprise: -0.012, sadness: -0.475, anger: -0.194, disgust: 0.21, fear: 0.365, contempt: -0.012 },
};
