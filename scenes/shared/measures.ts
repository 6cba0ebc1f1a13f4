/** Figures in words, as every scene writes them. */
export const percent = (share: number): string => `${Math.round(share * 100)} %`;
export const milliseconds = (seconds: number): string => `${Math.round(seconds * 1000)} ms`;
export const decibels = (level: number): string => `${Math.round(level)} dB`;

/** A meter shows from silence to full scale, in dBFS. */
export const QUIETEST = -70;

/** How much of a meter a level fills. */
export const loudnessShare = (level: number): number => Math.max(0, Math.min(1, 1 - level / QUIETEST));
