import * as v from 'valibot';
import { ADAPTED_SENSES } from '../adapt/index.ts';
import { admit, AttuneError, EMOTIONS } from '../core/index.ts';
import { type Episode, readEpisode, TRAITS } from './episode.ts';

/** A folder of episodes as its files: their names, and the text in each. */
export type DataSetFiles = Readonly<Record<string, string>>;

const VERSION = 1;
const MANIFEST = 'manifest.json';
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const SCHEMA = v.object({
  attune: v.literal('data-set'), version: v.literal(VERSION),
  emotions: v.array(v.string()), words: v.boolean(),
  senses: v.record(v.picklist(ADAPTED_SENSES), v.object({ file: v.string(), episodes: count, people: count, traits: v.array(v.string()) })),
});

/**
 * Writes episodes as a folder: `manifest.json`, which says what is in it, and for every sense that has any a file of JSON lines, an episode each. It holds
 * letters in place of names, no dates, and words only of episodes that have any.
 */
export function writeDataSet(episodes: readonly Episode[]): DataSetFiles {
  const files: Record<string, string> = {};
  const senses = Object.fromEntries(ADAPTED_SENSES.flatMap((sense) => {
    const own = episodes.filter((episode) => episode.sense === sense);
    if (own.length === 0) return [];
    const file = `${sense}.jsonl`;
    files[file] = own.map((episode) => `${JSON.stringify(episode)}\n`).join('');
    return [[sense, { file, episodes: own.length, people: new Set(own.map(({ person }) => person)).size, traits: TRAITS[sense] }]];
  }));
  const manifest = { attune: 'data-set', version: VERSION, emotions: EMOTIONS, words: episodes.some(({ words }) => words !== null), senses };
  return { [MANIFEST]: `${JSON.stringify(manifest, null, 2)}\n`, ...files };
}

/**
 * Reads a folder that {@link writeDataSet} wrote.
 *
 * @throws {AttuneError} `bad-input`, naming the file, the line and the field, what was expected there and what came
 */
export function readDataSet(files: DataSetFiles): readonly Episode[] {
  const text = files[MANIFEST];
  if (text === undefined) throw new AttuneError('bad-input', `Expected ${MANIFEST} in a folder of collected episodes, but it holds ${Object.keys(files).join(', ') || 'nothing'}. Choose the folder that the Collect page saved.`);
  const { senses, emotions } = admit(SCHEMA, parse(text, MANIFEST), `${MANIFEST} of a folder of collected episodes`);
  if (emotions.join() !== EMOTIONS.join()) throw new AttuneError('bad-input', `Expected the emotions ${EMOTIONS.join(', ')} in ${MANIFEST}, but got ${emotions.join(', ')}. Collect them with this version of Attune.`);
  const ids = new Set<string>();
  return ADAPTED_SENSES.flatMap((sense) => {
    const part = senses[sense];
    if (!part) return [];
    const lines = files[part.file]?.split('\n').filter((line) => line.trim() !== '');
    if (!lines) throw new AttuneError('bad-input', `Expected the file ${part.file} that ${MANIFEST} names, but the folder holds ${Object.keys(files).join(', ')}. Save the folder again, whole.`);
    if (lines.length !== part.episodes) throw new AttuneError('bad-input', `Expected ${part.episodes} episodes in ${part.file}, as ${MANIFEST} says, but it has ${lines.length} lines. Save the folder again, whole.`);
    return lines.map((line, at) => {
      const where = `${part.file}, line ${at + 1}`;
      const episode = within(where, () => readEpisode(parse(line, where)));
      if (episode.sense !== sense) throw new AttuneError('bad-input', `Expected an episode of ${sense} in ${where}, but it is one of ${episode.sense}. Put it into ${episode.sense}.jsonl.`);
      if (ids.has(episode.id)) throw new AttuneError('bad-input', `Expected an id of its own in ${where}, but "${episode.id}" came before. Leave one of them out.`);
      ids.add(episode.id);
      return episode;
    });
  });
}

function parse(text: string, where: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (thrown) {
    throw new AttuneError('bad-input', `Expected JSON in ${where}, but it is none. Save the folder again.`, thrown);
  }
}

function within<T>(where: string, read: () => T): T {
  try {
    return read();
  } catch (thrown) {
    throw new AttuneError('bad-input', `${where}: ${(thrown as Error).message}`, thrown);
  }
}
