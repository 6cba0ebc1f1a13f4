import type { SpeechCue } from '../perform/cue.ts';
import type { Language } from '../signals/text.ts';
import { INTRODUCTIONS } from './lines.ts';

/** Words as they come, with what the agent is where the cue asks for it. */
export async function* introduce(parts: AsyncIterable<string>, { act, introduces }: SpeechCue, language: Language, name: string): AsyncGenerator<string, void> {
  const { before, after } = INTRODUCTIONS[language];
  if (introduces && act !== 'greet') yield before.replaceAll('{name}', name);
  yield* parts;
  if (introduces && act === 'greet') yield after;
}
