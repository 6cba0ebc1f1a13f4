import type { Language } from '../../../core/index.ts';
import { TALK_EN } from './talk-examples-en.ts';
import { TALK_ZH } from './talk-examples-zh.ts';
import type { TalkIntent } from './talk-intent.ts';

/** What people say in a conversation, by language and by what they want with it. */
export const TALK: Readonly<Record<Language, Readonly<Record<TalkIntent, readonly string[]>>>> = { en: TALK_EN, zh: TALK_ZH };
