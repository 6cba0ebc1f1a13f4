import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Net, parseNet } from '../../src/browser/nets/net-file.ts';
import { createDangerHead } from '../../src/browser/text/danger/danger-head.ts';
import type { MessageInEnglish } from '../../src/browser/text/encoder/embedding.ts';
import { heedReader, screen } from '../../src/core/safety/screen-words.ts';
import { detectLanguage, type Risk } from '../../src/index.ts';
import { toMeaning } from '../../src/learn/nets/train-meaning-net.ts';
import { meaningsOf, toEnglish } from '../../scripts/texts/meanings.ts';
import { ROOT } from '../../scripts/run.ts';

/** Who listens: the core's rules alone, or what ships beside them, without and with the sentence encoder. */
export const EARS = ['rules', 'light', 'full'] as const;
export type Ears = (typeof EARS)[number];

/** The net that ships. @throws {Error} when it was not trained yet */
export function loadSafetyNet(): Net {
  const file = join(ROOT, 'models/safety/net.json');
  if (!existsSync(file)) throw new Error(`Expected a model in ${file}, but there is none. Run "npm run train -- safety".`);
  return parseNet(readFileSync(file, 'utf8'), 'safety');
}

/** What is heard in messages as an agent hears it: the rules first, then the learnt reader where nothing is said outright. */
export async function listenTo(texts: readonly string[]): Promise<Record<Ears, (Risk | null)[]>> {
  const head = createDangerHead(loadSafetyNet());
  const heard: Record<Ears, (Risk | null)[]> = { rules: [], light: [], full: [] };
  const languages = texts.map((text) => detectLanguage(text));
  const messages = texts.map((text, i) => ({ text, language: languages[i]! }));
  const [meanings, english] = [await meaningsOf(messages, 'meanings'), toEnglish(messages)];
  texts.forEach((text, i) => {
    const language = languages[i]!;
    const { risk, outright } = screen(text);
    const learnt = (meaning: MessageInEnglish | null): Risk | null => (outright ? risk : heedReader(risk, head.read(text, language, meaning).heard));
    heard.rules.push(risk);
    heard.light.push(learnt(null));
    heard.full.push(learnt({ english: english[i]!, ...toMeaning(meanings[i]!) }));
  });
  return heard;
}

/** Milliseconds of listening to one line in the light size. */
export function timeListening(texts: readonly string[]): number[] {
  const head = createDangerHead(loadSafetyNet());
  return texts.map((text) => {
    const began = performance.now();
    if (!screen(text).outright) head.read(text, detectLanguage(text), null);
    return performance.now() - began;
  });
}
