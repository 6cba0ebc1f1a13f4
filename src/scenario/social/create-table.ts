import { AttuneError, type Belief, type EmotionDistribution, type Language, screenWords, type Seconds, type Unit } from '../../core/index.ts';
import { declines } from './declines.ts';
import type { SocialOwn } from './policy.ts';
import type { Seat, SocialState } from './state.ts';

/** Somebody at a table: a seat, and the name that they chose, if they did. */
export interface TablePerson {
  readonly seat: Seat;
  readonly name: string | null;
}

/** What somebody said at a table. */
export interface TableWords {
  /** Counts what was said, from 1. */
  readonly number: number;
  readonly seat: Seat;
  readonly text: string;
  readonly at: Seconds;
  readonly anger: Unit;
}

/** What words appear to tell, as a reader of words gives it. */
export interface WordsReading {
  readonly emotions: EmotionDistribution;
  readonly valence: Belief;
  readonly arousal: Belief;
}

/** A table of people: their names and their words, which a host's policy never hears of. */
export interface Table {
  readonly people: readonly TablePerson[];
  /** The oldest first; of a long talk only the end. */
  readonly said: readonly TableWords[];
  subscribe(listener: () => void): () => void;
  /**
   * Gives somebody the first free seat.
   *
   * @returns their seat
   * @throws {AttuneError} `bad-input` when no seat is free or two would have one name
   */
  seat(name: string | null): Seat;
  /** @throws {AttuneError} `bad-input` when another has that name */
  rename(seat: Seat, name: string | null): void;
  /** Frees a seat and forgets what was said there. */
  leave(seat: Seat): void;
  /** Seats just these, as a relay tells who is there; what others said is forgotten. */
  place(people: readonly TablePerson[]): void;
  /** Keeps what somebody said; returns what to tell the host of it. */
  hear(seat: Seat, text: string, heard: { readonly language: Language; readonly reading: WordsReading; readonly at: Seconds; readonly invited: boolean }): SocialOwn;
  /** What to tell the host of who is there. */
  told(at: Seconds): SocialOwn;
  /** What a seat is called. */
  nameOf(seat: Seat, language: Language): string;
  /** The slots of the host's lines: give it to `createScenario` as `fill`. */
  fill(state: SocialState, language: Language): Readonly<Record<string, string>>;
}

const SEATS: readonly Seat[] = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const REMEMBERED = 200;
/** Letters of a name at most. */
const LONGEST_NAME = 24;
/** A side is restated by the calmest of its last words, if that is calm enough to be said again. */
const LAST = 3;
const SAYABLE: Unit = 0.6;
const LONGEST_QUOTE = 90;

/** Makes an empty table for eight people at most. It lives as long as whoever holds it. */
export function createTable(): Table {
  let people: readonly TablePerson[] = [];
  let said: readonly TableWords[] = [];
  let number = 0;
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };

  function readName(name: string | null, seat: Seat | null): string | null {
    const plain = cleanName(name);
    if (people.some((person) => person.seat !== seat && isNamed(person, plain))) {
      throw new AttuneError('bad-input', `Expected each at the table to have a name of their own, but two would be called "${plain}". Add a letter to one of them.`);
    }
    return plain;
  }

  function nameOf(seat: Seat, language: Language): string {
    const name = people.find((person) => person.seat === seat)?.name;
    return name ?? (language === 'zh' ? `${seat.toUpperCase()} 座` : `Seat ${seat.toUpperCase()}`);
  }

  function quoteOf(seat: Seat): string | null {
    const [calmest] = said.filter((words) => words.seat === seat).slice(-LAST).toSorted((a, b) => a.anger - b.anger);
    if (!calmest || calmest.anger >= SAYABLE || screenWords(calmest.text) !== null) return null;
    const plain = calmest.text.replaceAll(/[“”"「」]/g, '').trim().replace(/[.!。！]+$/, '');
    return plain.length <= LONGEST_QUOTE ? plain : `${plain.slice(0, LONGEST_QUOTE).replace(/\s+\S*$/, '')} …`;
  }

  return {
    get people() {
      return people;
    },
    get said() {
      return said;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    seat(name) {
      const seat = SEATS.find((each) => people.every((person) => person.seat !== each));
      if (seat === undefined) throw new AttuneError('bad-input', `Expected at most ${SEATS.length} at a table, but all seats are taken. Let somebody leave first.`);
      people = [...people, { seat, name: readName(name, null) }];
      changed();
      return seat;
    },
    rename(seat, name) {
      const own = readName(name, seat);
      people = people.map((person) => (person.seat === seat ? { seat, name: own } : person));
      changed();
    },
    leave(seat) {
      people = people.filter((person) => person.seat !== seat);
      said = said.filter((words) => words.seat !== seat);
      changed();
    },
    place(there) {
      people = [];
      for (const { seat, name } of there) {
        const plain = cleanName(name);
        people = [...people, { seat, name: people.some((person) => isNamed(person, plain)) ? null : plain }];
      }
      said = said.filter((words) => people.some(({ seat }) => seat === words.seat));
      changed();
    },
    hear(seat, text, { language, reading: { emotions, valence, arousal }, at, invited }) {
      const anger = Math.min(1, emotions.anger + emotions.disgust + emotions.contempt);
      number += 1;
      said = [...said, { number, seat, text, at, anger }].slice(-REMEMBERED);
      changed();
      return { about: 'turn', seat, at, valence, arousal, anger, joy: emotions.happiness, declines: invited && declines(text, language) };
    },
    told: (at) => ({ about: 'people', seats: people.map(({ seat }) => seat), at }),
    nameOf,
    fill({ names: { name, one, other } }, language) {
      const slots: [string, string | null][] = [];
      if (name !== undefined) slots.push(['name', nameOf(name, language)]);
      if (one !== undefined) slots.push(['one', nameOf(one, language)], ['oneSaid', quoteOf(one)]);
      if (other !== undefined) slots.push(['other', nameOf(other, language)], ['otherSaid', quoteOf(other)]);
      return Object.fromEntries(slots.filter((slot): slot is [string, string] => slot[1] !== null));
    },
  };
}

/** A name without what could break or turn a line, or be taken for a slot; null for none. */
function cleanName(name: string | null): string | null {
  return (name ?? '').replaceAll(/[\p{C}{}]+/gu, ' ').replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_NAME).trim() || null;
}

const isNamed = (person: TablePerson, name: string | null): boolean => name !== null && person.name?.toLowerCase() === name.toLowerCase();
