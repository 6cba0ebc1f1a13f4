import { EMOTIONS, type Emotion } from 'attune';
import type { AdaptedSense } from 'attune/adapt';

/** What somebody may be asked for: to express something, or whatever they like. */
export type Prompt = Emotion | 'free';
export const PROMPTS: readonly Prompt[] = ['free', ...EMOTIONS];

/** As an episode names it; null where it is free. */
export const promptOf = (sense: AdaptedSense, prompt: Prompt): string | null => (prompt === 'free' ? null : `${sense}-${prompt}`);
