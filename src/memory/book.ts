import type { Emotion, Language, MemorableTurn, MemoryKind, Remembered } from '../core/index.ts';
import { watchEasing } from './easing.ts';
import { type Entry, type Fact, LONGEST_SENTENCE, readEntry } from './entry.ts';
import { feelingOf, tellFeeling } from './feeling.ts';
import { findFacts, noteOf } from './find-facts.ts';
import { sayWelcome, whatToBringUp } from './welcome.ts';

/** Entries that are kept at most, and that a turn is told of. */
const MOST = 60;
const RECALLED = 12;

/** The order in which a turn is told of them. */
const USEFUL: readonly MemoryKind[] = ['name', 'topic', 'person', 'note', 'helped', 'preference'];

/** What changed: entries to be written, ids to be taken away. */
interface BookChange {
  readonly kept: readonly Entry[];
  readonly gone: readonly string[];
}

/** All that is remembered of one player, in this page's memory; whoever holds it keeps what changes. */
export interface Book {
  /** Newest first. */
  all(): readonly Remembered[];
  /** Takes in what was kept before; returns what it knew beside that. */
  fill(kept: readonly unknown[]): readonly Entry[];
  take(turn: MemorableTurn): BookChange;
  recall(): readonly Remembered[];
  /** Keeps a sentence that the player wrote: in place of an entry, or as a new one where `id` is null. Empty takes the entry away. */
  write(id: string | null, sentence: string, language: Language): BookChange;
  delete(id: string): BookChange;
  clear(): void;
  /** How a player is greeted who was here before; null for a stranger, and after the first time. */
  welcome(language: Language, variant: number): { readonly line: string; readonly change: BookChange } | null;
}

const NO_CHANGE: BookChange = { kept: [], gone: [] };

const plain = ({ id, kind, sentence, about, at, source }: Entry): Remembered => ({ id, kind, sentence, about, at, source });

export function createBook(now: () => Date): Book {
  const begun = now().toISOString();
  const easing = watchEasing();
  let entries = new Map<string, Entry>();
  let welcomed = false;

  const newestFirst = (): Entry[] => [...entries.values()].toSorted((a, b) => (a.at < b.at ? 1 : -1));

  function keep(fact: Fact, source: Remembered['source'], feeling: Emotion | null = null): Entry {
    const before = entries.get(fact.key);
    const entry: Entry = {
      id: fact.key, kind: fact.kind, sentence: fact.sentence, about: fact.about, matter: fact.matter, due: fact.due, open: fact.open,
      at: now().toISOString(), source, feeling, visit: begun, uses: (before?.uses ?? 0) + 1, asked: false,
    };
    entries.set(entry.id, entry);
    return entry;
  }

  /** Forgets what was least used, and of that the oldest; never the name nor what the player wrote. */
  function shrink(): string[] {
    const spare = newestFirst().filter(({ kind, source }) => kind !== 'name' && source !== 'edited').toSorted((a, b) => b.uses - a.uses);
    const gone = spare.slice(spare.length - Math.max(0, entries.size - MOST)).map(({ id }) => id);
    for (const id of gone) entries.delete(id);
    return gone;
  }

  /** What is only said once more, and tells less than before, changes nothing but when it was said. */
  function renew(fact: Fact, before: Entry | undefined): Fact {
    if (before?.kind !== 'topic' || fact.due !== null || !fact.open || before.about !== fact.about) return fact;
    return { ...fact, due: before.due, sentence: before.sentence };
  }

  return {
    all: () => newestFirst().map(plain),
    fill(kept) {
      const mine = newestFirst();
      for (const each of kept) {
        const entry = readEntry(each);
        if (entry && !entries.has(entry.id)) entries.set(entry.id, entry);
      }
      shrink();
      return mine;
    },
    take(turn) {
      const helped = easing.follow(turn);
      const kept = helped ? [keep(helped, 'observed')] : [];
      if (turn.speaker === 'player') {
        const feeling = feelingOf(turn.affect);
        for (const found of findFacts(turn.text, turn.language, now())) {
          const before = entries.get(found.key);
          const fact = renew(found, before);
          if (fact.kind !== 'topic') kept.push(keep(fact, 'said'));
          else if (fact.sentence === before?.sentence) kept.push(keep(fact, 'said', before.feeling));
          else kept.push(keep({ ...fact, sentence: fact.sentence + tellFeeling(feeling, turn.language) }, 'said', feeling));
        }
      }
      return kept.length === 0 ? NO_CHANGE : { kept, gone: shrink() };
    },
    recall() {
      const order = ({ kind }: Entry): number => USEFUL.indexOf(kind);
      return newestFirst().toSorted((a, b) => order(a) - order(b)).slice(0, RECALLED).map(plain);
    },
    write(id, written, language) {
      const sentence = written.trim().slice(0, LONGEST_SENTENCE);
      const before = id === null ? undefined : entries.get(id);
      if (before?.sentence === sentence) return NO_CHANGE;
      if (before) entries.delete(before.id);
      const gone = before ? [before.id] : [];
      if (sentence === '') return { kept: [], gone };
      // The player's own hand is consent enough for what is left out of talk; what it is about is found by the same patterns.
      const [found = noteOf(sentence)] = findFacts(sentence, language, now());
      const due = found.due ?? (found.about === before?.about ? before?.due : null) ?? null;
      const entry = keep({ ...found, sentence, due }, 'edited', found.kind === before?.kind ? before.feeling : null);
      return { kept: [entry], gone: [...gone.filter((old) => old !== entry.id), ...shrink()] };
    },
    delete(id) {
      return entries.delete(id) ? { kept: [], gone: [id] } : NO_CHANGE;
    },
    clear() {
      entries = new Map();
      easing.reset();
    },
    welcome(language, variant) {
      const all = newestFirst();
      if (welcomed || !all.some(({ visit }) => visit < begun)) return null;
      welcomed = true;
      const topic = whatToBringUp(all, language, begun, now());
      const asked = topic && { ...topic, asked: true, uses: topic.uses + 1 };
      if (asked) entries.set(asked.id, asked);
      return { line: sayWelcome({ name: entries.get('name')?.about ?? null, topic, language, variant, now: now() }), change: asked ? { kept: [asked], gone: [] } : NO_CHANGE };
    },
  };
}
