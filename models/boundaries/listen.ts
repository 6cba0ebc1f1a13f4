import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Net, parseNet } from '../../src/browser/nets/net-file.ts';
import { createBoundaryHead } from '../../src/browser/text/boundaries/boundary-head.ts';
import { heedReader, screen } from '../../src/core/safety/screen-words.ts';
import { detectLanguage, type HeardBoundary } from '../../src/index.ts';
import { embeddingsOf } from '../../scripts/texts/meanings.ts';
import { ROOT } from '../../scripts/run.ts';
import { boundaryOf } from './read-lines.ts';

/** Who listens: the core's rules alone, or what ships beside them, without and with the sentence encoder. */
export const EARS = ['rules', 'light', 'full'] as const;
export type Ears = (typeof EARS)[number];

/** The net that ships. @throws {Error} when it was not trained yet */
export function loadBoundaryNet(): Net {
  const file = join(ROOT, 'models/boundaries/net.json');
  if (!existsSync(file)) throw new Error(`Expected a model in ${file}, but there is none. Run "npm run train -- boundaries".`);
  return parseNet(readFileSync(file, 'utf8'), 'boundaries');
}

/** What is heard that asks for a boundary, as an agent hears it whose reader hears no danger. */
export async function listenTo(texts: readonly string[]): Promise<Record<Ears, HeardBoundary[]>> {
  const head = createBoundaryHead(loadBoundaryNet());
  const heard: Record<Ears, HeardBoundary[]> = { rules: [], light: [], full: [] };
  const languages = texts.map((text) => detectLanguage(text));
  const embeddings = await embeddingsOf(texts.map((text, i) => ({ text, language: languages[i]! })), 'embeddings');
  texts.forEach((text, i) => {
    const language = languages[i]!;
    const { risk, outright } = screen(text);
    const joined = (embedding: Float32Array | null): HeardBoundary => boundaryOf(outright ? risk : heedReader(risk, null, head.read(text, language, embedding && { embedding }).heard));
    heard.rules.push(boundaryOf(risk));
    heard.light.push(joined(null));
    heard.full.push(joined(embeddings[i]!));
  });
  return heard;
}

/** Milliseconds of listening to one line in the light size. */
export function timeListening(texts: readonly string[]): number[] {
  const head = createBoundaryHead(loadBoundaryNet());
  return texts.map((text) => {
    const began = performance.now();
    head.read(text, detectLanguage(text), null);
    return performance.now() - began;
  });
}
