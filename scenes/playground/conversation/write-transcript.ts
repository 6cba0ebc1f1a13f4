import type { Study } from 'attune/record';
import type { Transcript, Turn } from './transcript.ts';

/** When something was said, as a clock on the wall shows it. */
export const timeOf = ({ began }: Pick<Transcript, 'began'>, { at }: Turn): Date => new Date(began + at * 1000);

/** What was said, a line for each turn, for people; before it the condition of a study. */
export function asText(transcript: Transcript, study: Study | null, nameOf: (turn: Turn) => string, time: (moment: Date) => string): string {
  const head = study?.condition ? `Study condition: ${study.condition}\n\n` : '';
  return head + transcript.turns.getState().map((turn) => `${time(timeOf(transcript, turn))} ${nameOf(turn)}: ${turn.text}\n`).join('');
}

/** What was said with why, for programs. `at` is in seconds since the meeting began, `time` in the world's time. */
export function asJson(transcript: Transcript, character: string, study: Study | null): string {
  const turns = transcript.turns.getState().map((turn) => asEntry(turn, timeOf(transcript, turn)));
  return `${JSON.stringify({ attune: 'transcript', character, ...(study && { study }), began: new Date(transcript.began).toISOString(), turns }, null, 2)}\n`;
}

function asEntry({ id, speaker, text, at, heard, decided, by }: Turn, time: Date): object {
  return { id, speaker, text, at, time: time.toISOString(), ...(heard && { heard: { confidence: heard.confidence } }), ...decided, ...(by && { words: by }) };
}
