/**
 * How far face and voice are trusted where both say something; fuse-emotions.ts tells what the numbers mean.
 *
 * Written by "npm run train -- fusion" from the votes of CREMA-D (Cao et al. 2014; Open Database License), as our own heads
 * might have said them. Nobody could vote for surprise or contempt: there each sense is trusted as of the others.
 */
export const TRUST = {
  face: { neutral: 0.249, happiness: 1.11, surprise: 0.386, sadness: 0.247, anger: 0.485, disgust: 0.263, fear: 0.383, contempt: 0.386 },
  voice: { neutral: 0.189, happiness: 0.281, surprise: 0.251, sadness: 0.234, anger: 0.355, disgust: 0.221, fear: 0.255, contempt: 0.251 },
  bias: { neutral: 0.194, happiness: -0.089, surprise: -0.007, sadness: -0.485, anger: -0.21, disgust: 0.229, fear: 0.32, contempt: -0.007 },
};
