import { detectLanguage, type Language } from '../../../core/index.ts';

/** What somebody asked a help desk, and what they were answered. */
export interface HistoryRow {
  /** Where it stood in its file, from 1. */
  readonly line: number;
  readonly question: string;
  readonly answer: string;
  readonly id: string | null;
  /** What the desk itself calls such questions. */
  readonly label: string | null;
  /** 1 to 5 stars, or null. */
  readonly rating: number | null;
}

/** All questions that one answer, or one label, belongs to. */
export interface AnswerGroup {
  readonly name: string | null;
  readonly language: Language;
  readonly answers: Map<string, { readonly text: string; given: number; stars: number; rated: number }>;
  readonly questions: string[];
}

export interface History {
  /** What was wrong with the row, as field and fault; null where it was taken or was there already. */
  add(row: HistoryRow): { readonly field: string; readonly fault: string } | null;
  readonly groups: ReadonlyMap<string, AnswerGroup>;
  readonly taken: number;
  /** Rows that say again what one before them said. */
  readonly repeated: number;
  /** Questions in which something was masked. */
  readonly masked: number;
}

/** Longer questions are cut: what is wanted is said in the beginning. */
const LONGEST = 2000;

/** Gathers a history row by row: cleans it, masks what may name a person, and keeps each question with its answer once. */
export function createHistory(): History {
  const groups = new Map<string, AnswerGroup>();
  const ids = new Map<string, number>();
  const seen = new Set<string>();
  let [taken, repeated, masked] = [0, 0, 0];
  return {
    groups,
    get taken() {
      return taken;
    },
    get repeated() {
      return repeated;
    },
    get masked() {
      return masked;
    },
    add({ line, question, answer, id, label, rating }) {
      const plain = cleanText(question).slice(0, LONGEST);
      const said = cleanText(answer);
      if (!/\p{L}/u.test(plain)) return { field: 'question', fault: plain === '' ? 'is empty' : `has no words: ${JSON.stringify(plain.slice(0, 40))}` };
      if (!/\p{L}/u.test(said)) return { field: 'answer', fault: said === '' ? 'is empty' : `has no words: ${JSON.stringify(said.slice(0, 40))}` };
      if (rating !== null && !(rating >= 1 && rating <= 5)) return { field: 'rating', fault: `expected 1 to 5 or nothing, but got ${rating}` };
      if (id !== null) {
        const first = ids.get(id);
        if (first !== undefined) return { field: 'id', fault: `"${id}" is the id of line ${first} already` };
        ids.set(id, line);
      }
      const asked = maskPersonal(plain);
      if (asked !== plain) masked += 1;
      const language = detectLanguage(asked);
      const key = `${language} ${label === null ? `= ${said.toLowerCase()}` : `# ${label.trim().toLowerCase()}`}`;
      const group: AnswerGroup = groups.get(key) ?? { name: label?.trim() ?? null, language, answers: new Map(), questions: [] };
      groups.set(key, group);
      const given = group.answers.get(said) ?? { text: said, given: 0, stars: 0, rated: 0 };
      given.given += 1;
      if (rating !== null) {
        given.stars += rating;
        given.rated += 1;
      }
      group.answers.set(said, given);
      const whole = `${key}\n${asked.toLowerCase()}`;
      if (seen.has(whole)) {
        repeated += 1;
        return null;
      }
      seen.add(whole);
      group.questions.push(asked);
      taken += 1;
      return null;
    },
  };
}

/** One line of plain text: no mark-up, no control characters, no runs of spaces. */
function cleanText(text: string): string {
  return text.normalize('NFKC').replaceAll(/<\/?[a-z][^<>]*>/gi, ' ').replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}

/** Addresses and long numbers are no part of what is wanted, and may name somebody. */
function maskPersonal(text: string): string {
  return text.replaceAll(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '#').replaceAll(/\+?\d(?:[ -]?\d){5,}/g, '#');
}
