import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { showProgress } from '../../src/learn/progress.ts';
import { cacheFile, pictureKey } from './faces-of.ts';
import { FRAMING } from './frame-picture.ts';
import type { LabelledPicture } from './labelled-faces.ts';
import { PEER_HOMES, type PeerReading, readByPeers } from './peers.ts';
import type { PeerWay } from './peers-page.ts';

interface Line {
  readonly picture: string;
  readonly answer: readonly number[] | null;
  readonly milliseconds: number;
}

/**
 * What peers see in pictures that can be read, kept in build/learn/faces by the pictures' own bytes.
 *
 * @returns for each way one reading for each picture, in order
 */
export async function peerAnswers(pictures: readonly LabelledPicture[], ways: readonly PeerWay[]): Promise<ReadonlyMap<PeerWay, readonly PeerReading[]>> {
  const known = new Map(ways.map((way) => [way, load(way)]));
  const keys = await Promise.all(pictures.map(async ({ bytes }) => pictureKey(await bytes()).toString('hex')));
  const unseen = [...new Map(keys.map((key, index) => [key, index])).values()].filter((index) => ways.some((way) => !known.get(way)?.has(keys[index]!)));
  if (unseen.length > 0) {
    const progress = showProgress('Peers', unseen.length);
    let done = 0;
    await readByPeers(unseen.map((index) => pictures[index]!.bytes), ways, (which, readings) => {
      const picture = keys[unseen[which]!]!;
      ways.forEach((way, index) => keep(way, picture, readings[index]!, known.get(way)!));
      done += 1;
      progress.update(done);
    });
    progress.stop();
  }
  return new Map(ways.map((way) => [way, keys.map((key) => known.get(way)!.get(key)!)]));
}

function keep(way: PeerWay, picture: string, reading: PeerReading, known: Map<string, PeerReading>): void {
  if (known.has(picture)) return;
  known.set(picture, reading);
  const line: Line = { picture, answer: reading.answer && [...reading.answer], milliseconds: reading.milliseconds };
  mkdirSync(dirname(fileOf(way)), { recursive: true });
  appendFileSync(fileOf(way), `${JSON.stringify(line)}\n`);
}

function load(way: PeerWay): Map<string, PeerReading> {
  const file = fileOf(way);
  if (!existsSync(file)) return new Map();
  const lines = readFileSync(file, 'utf8').split('\n').filter((text) => text.endsWith('}')).map((text) => JSON.parse(text) as Line);
  return new Map(lines.map(({ picture, answer, milliseconds }) => [picture, { answer: answer && Float64Array.from(answer), milliseconds }]));
}

function fileOf(way: PeerWay): string {
  const home = PEER_HOMES[way.startsWith('human') ? 'human' : 'face-api'];
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  return cacheFile(`peers-${way.replaceAll(/[^\w-]+/g, '-')}-${version}-framing-${FRAMING}.jsonl`);
}
