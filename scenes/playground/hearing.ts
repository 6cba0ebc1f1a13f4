import type { SpeechRecognizer } from 'attune';
import { createBrowserRecognizer, createMoonshineRecognizer } from 'attune/browser';
import type { PageLanguage } from '../shared/words.ts';

/** By what the player's words are made out. */
export const HEARING_CHOICES = ['device', 'browser', 'none'] as const;
export type HearingChoice = (typeof HEARING_CHOICES)[number];

export interface Hearing {
  readonly choice: HearingChoice;
  /** Whether the player allowed the browser to send the voice to its maker. */
  readonly mayLeave: boolean;
}

/** Words are made out on this device until the player chooses something else. */
export const FIRST_HEARING: Hearing = { choice: 'device', mayLeave: false };

/** A recogniser for this language; null where nothing is to be made out, or nothing could. */
export function recognizerFor({ choice, mayLeave }: Hearing, language: PageLanguage, assets: string): SpeechRecognizer | null {
  if (choice === 'browser') return createBrowserRecognizer({ language, mayLeaveDevice: mayLeave });
  return choice === 'device' && language === 'en' ? createMoonshineRecognizer({ assets }) : null;
}
