import type { Estimate } from './estimates.ts';
import type { ChatTopic, Wording } from './wordings.ts';

/** What a chat tells of the people in it; it appears so, by words alone. No word that was written is in it. */
export interface CommunityReport {
  readonly messages: number;
  /** Messages with words that the reader knows hardly: counted, but not read. */
  readonly unread: number;
  readonly from: number;
  readonly to: number;
  readonly people: readonly CommunityPerson[];
  /** Gini coefficient of the messages. */
  readonly gini: number;
  /** Of all answers between two people, the share that is answered back as often; 1 is all mutual. Null where nobody answered. */
  readonly reciprocity: number | null;
  /** Who answers whom, the most frequent first. */
  readonly answers: readonly { readonly who: string; readonly whom: string; readonly times: number }[];
  readonly days: readonly Stretch[];
  readonly weeks: readonly Stretch[];
  readonly heat: {
    /** Messages in heated exchanges, as a share of those that could be read. */
    readonly share: Estimate | null;
    readonly episodes: readonly HeatedEpisode[];
    readonly more: number;
  };
  /** How angry the next message from somebody else appears in a warm exchange after each way of writing, beside the others; only where there are enough. */
  readonly moves: readonly { readonly wording: Wording; readonly change: Estimate }[];
  readonly topics: readonly { readonly topic: ChatTopic; readonly messages: number; readonly anger: Estimate | null }[];
}

/** Somebody in a chat. */
export interface CommunityPerson {
  readonly name: string;
  readonly messages: number;
  readonly share: number;
  readonly valence: Estimate | null;
  readonly anger: Estimate | null;
  /** Of the exchanges that they began, the share that nobody answered. */
  readonly unanswered: Estimate | null;
  /** They used to write, and have not for much longer than they usually paused: since when, in milliseconds since 1970. */
  readonly silentSince: number | null;
}

/** A day or a week, by its first day. */
export interface Stretch {
  readonly begins: string;
  readonly messages: number;
  readonly valence: Estimate | null;
  readonly anger: Estimate | null;
}

/** An exchange that heated up. */
export interface HeatedEpisode {
  readonly at: number;
  readonly messages: number;
  readonly sides: readonly string[];
  readonly peak: number;
  /** It cooled in words, or nobody wrote any more. */
  readonly ended: 'cooled' | 'broke-off';
  /** How whoever cooled it wrote; empty where that is not told. */
  readonly by: readonly Wording[];
  readonly topics: readonly ChatTopic[];
}
