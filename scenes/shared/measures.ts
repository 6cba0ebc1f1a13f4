/** Figures in words, as every scene writes them. */
export const percent = (share: number): string => `${Math.round(share * 100)} %`;
export const milliseconds = (seconds: number): string => `${Math.round(seconds * 1000)} ms`;
export const decibels = (level: number): string => `${Math.round(level)} dB`;
export const signed = (value: number): string => `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(2)}`;

/** A meter shows from silence to full scale, in dBFS. */
export const QUIETEST = -70;

/** How much of a meter a level fills. */
export const loudnessShare = (level: number): number => Math.max(0, Math.min(1, 1 - level / QUIETEST));
