import type { Language, Remembered, Said, Unit } from '../core/index.ts';
import type { Book } from './book.ts';

/** Something that is known of the player's own words. */
export interface Known {
  readonly value: string;
  /** Which message of the player's told it; the first is 0, and -1 stands for an earlier visit. */
  readonly at: number;
}

/** All that the history tells. It is read anew for each reply, so nothing is kept that a replay would not have. */
export interface Understood {
  /** The answered message, the last of the player's; null when the agent speaks up by itself. */
  readonly message: string | null;
  /** How many messages the player has sent. */
  readonly turn: number;
  readonly known: ReadonlyMap<string, Known>;
  /** How present each topic is: 1 in the answered message, and less the longer ago it was. */
  readonly topics: ReadonlyMap<string, Unit>;
  readonly messages: readonly string[];
  /** What the agent has said, oldest first. */
  readonly replies: readonly string[];
}

/** Longer messages are read so far. */
const READ = 600;

/** A topic that has not come up for so many messages is left. */
const TOPIC_LASTS = 10;

/** A message of so many characters tells something, rather than only answer. */
const TELLS: Readonly<Record<Language, number>> = { en: 24, zh: 9 };

/** What people who type fast leave out. */
const WITHOUT_APOSTROPHE = /\b(do|did|does|is|was|are|were|ca|could|wo|would|should|have|has|had)nt\b|\b(i)(m|ve)\b|\b(they|you)(re|ve)\b|\b(that|what)s\b|\bi\b(?!\.)/gi;

/** Patterns are written with plain apostrophes and quotes, and with all of them. */
export function plain(text: string): string {
  return text.slice(0, READ).replaceAll(/[’‘]/g, '\'').trim().replaceAll(WITHOUT_APOSTROPHE, (word, negated?: string, me?: string, mine?: string, others?: string, theirs?: string, thing?: string) => {
    if (negated) return `${negated}n't`;
    if (me) return `I'${mine}`;
    if (others) return `${others}'${theirs}`;
    return thing ? `${thing}'s` : word.toUpperCase();
  });
}

/** Reads what the player has said so far; their name may be remembered from an earlier visit. */
export function understand(history: readonly Said[], heard: string | null, book: Book, memory: readonly Remembered[] = []): Understood {
  const messages = history.flatMap(({ speaker, text }) => (speaker === 'player' ? [plain(text)] : []));
  const replies = history.flatMap(({ speaker, text }) => (speaker === 'agent' ? [text] : []));
  const known = new Map<string, Known>();
  for (const [at, message] of messages.entries()) {
    for (const { slot, lasts } of book.facts) {
      const since = known.get(slot)?.at;
      if (since !== undefined && messages.slice(since + 1, at + 1).filter(({ length }) => length >= TELLS[book.language]).length > lasts) known.delete(slot);
    }
    for (const { slot, is, clears, first, hears, not } of book.facts) {
      if (not?.(message)) continue;
      const found = hears(message);
      const value = found && (is ?? found.caught[slot]);
      if (!found || value === undefined || value === null) continue;
      for (const each of clears) known.delete(each);
      if (!(first && known.has(slot))) known.set(slot, { value, at });
    }
  }
  const name = memory.find(({ kind }) => kind === 'name')?.about ?? null;
  if (name !== null && !known.has('player')) known.set('player', { value: name, at: -1 });
  const topics = new Map<string, Unit>();
  for (const { topic, words } of book.topics) {
    const last = messages.findLastIndex((message) => words(message));
    const ago = messages.length - 1 - last;
    if (last >= 0 && ago < TOPIC_LASTS) topics.set(topic, 1 - ago / TOPIC_LASTS);
  }
  return { message: heard === null ? null : plain(heard), turn: messages.length, known, topics, messages, replies };
}
