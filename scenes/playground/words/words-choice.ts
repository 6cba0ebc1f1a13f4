import { createBrowserModel, createEndpointModel, type DialogueModel } from 'attune/browser';
import type { PageLanguage } from '../../shared/words.ts';

/** Where the agent's words come from: people wrote them, or a language model makes them, at an address or in the browser itself. */
export type WordsSource = 'written' | 'endpoint' | 'browser';

/** Who found the words of one turn. Where a model may not be asked, or fails, people's lines stand in. */
export type WordsBy = 'written' | 'model' | 'stand-in';

export interface WordsChoice {
  readonly source: WordsSource;
  readonly url: string;
  readonly model: string;
  /** Whether the player allowed that what is said goes to another server than this page's. */
  readonly mayLeave: boolean;
}

export const FIRST_WORDS: WordsChoice = { source: 'written', url: '/dialogue/local', model: '', mayLeave: false };

/** Whether an address is of another server than this page's; an unfinished one is not. */
export const leaves = (url: string): boolean => URL.canParse(url, document.baseURI) && new URL(url, document.baseURI).origin !== location.origin;

const isAddress = (url: string): boolean => url !== '' && URL.canParse(url, document.baseURI) && /^https?:$/.test(new URL(url, document.baseURI).protocol);

/** Whether enough is named, and allowed, to ask a model. */
export const asksModel = ({ source, url, model, mayLeave }: WordsChoice): boolean => source === 'browser' || (source === 'endpoint' && isAddress(url) && model !== '' && (mayLeave || !leaves(url)));

/** The model that was chosen; null where people's lines are, and until enough is named. */
export function modelFor(choice: WordsChoice, language: PageLanguage): DialogueModel | null {
  const { source, url, model, mayLeave } = choice;
  if (!asksModel(choice)) return null;
  if (source === 'endpoint') return createEndpointModel({ url, model, mayLeaveDevice: mayLeave });
  return createBrowserModel({ language });
}
