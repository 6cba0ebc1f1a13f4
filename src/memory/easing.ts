import type { AffectState, Language, MemorableTurn } from '../core/index.ts';
import { type Fact, LONGEST_SENTENCE } from './entry.ts';

/** Valence must have risen this far since a suggestion for it to have helped, perhaps. */
const RISE = 0.25;

/** After so many messages a suggestion has had its chance. */
const MESSAGES = 4;

const TELL: Readonly<Record<Language, (suggestion: string) => string>> = {
  en: (suggestion) => `This seemed to help me: “${suggestion}”`,
  zh: (suggestion) => `这好像对我有帮助：“${suggestion}”`,
};

export interface EasingWatch {
  /** What seems to have helped, once the feeling has eased; null otherwise. */
  follow(turn: MemorableTurn): Fact | null;
  reset(): void;
}

/**
 * Watches whether the player's feeling eases after a suggestion: valence rises by the trend, and lies clearly above where it was.
 * That the suggestion was the cause is not known, so it is only ever told as what seemed to help.
 */
export function watchEasing(): EasingWatch {
  let suggested: { readonly text: string; readonly language: Language; readonly valence: number; readonly messages: number } | null = null;
  return {
    follow({ speaker, text, language, affect, move }) {
      if (speaker === 'agent') {
        if (move?.skill === 'suggestion') suggested = { text, language, valence: affect.estimate.valence.mean, messages: 0 };
        return null;
      }
      if (!suggested) return null;
      const { text: suggestion, language: told, valence, messages } = suggested;
      const eased = risen(affect, valence);
      suggested = eased || messages + 1 >= MESSAGES ? null : { ...suggested, messages: messages + 1 };
      if (!eased) return null;
      const sentence = TELL[told](suggestion);
      if (sentence.length > LONGEST_SENTENCE) return null;
      return { kind: 'helped', key: `helped ${suggestion.toLowerCase()}`, about: suggestion, sentence, matter: null, due: null, open: false };
    },
    reset() {
      suggested = null;
    },
  };
}

function risen({ trend, estimate: { valence } }: AffectState, before: number): boolean {
  return trend.direction === 'rising' && valence.mean > 0 && valence.mean - before >= RISE;
}
