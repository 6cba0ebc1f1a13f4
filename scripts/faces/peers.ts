import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { EMOTIONS } from '../../src/index.ts';
import { readEmotionWord } from './emotion-words.ts';
import { framePicture, decodePicture } from './frame-picture.ts';
import { type Lab, openLab, type Picture } from './lab.ts';
import { askPeers, type PeerSaid, type PeerWay, type PictureKind, preparePeers } from './peers-page.ts';
import type { Bytes } from './picture-finder.ts';

/** What one peer sees in one picture. */
export interface PeerReading {
  /** Probabilities over EMOTIONS, 0 for contempt, which no peer knows; null where it found no face. */
  readonly answer: Float64Array | null;
  /** How long it took, without fetching and decoding the picture. */
  readonly milliseconds: number;
}

const PAGES = 2;

const home = (name: string): string => dirname(createRequire(import.meta.url).resolve(name));

/** Where the peers' packages lie. */
export const PEER_HOMES = { 'face-api': dirname(home('@vladmandic/face-api')), human: dirname(home('@vladmandic/human')) } as const;

/** A lab whose pages {@link preparePeers} can make ready. */
export function openPeerLab(pictureAt: (index: number, kind: PictureKind) => Promise<Picture>): Promise<Lab> {
  return openLab({
    folders: { ...PEER_HOMES, wasm: home('@tensorflow/tfjs-backend-wasm') },
    pictureAt(asked) {
      const [index, kind] = asked.split('/');
      return pictureAt(Number(index), kind as PictureKind);
    },
  });
}

/**
 * Lets @vladmandic/face-api and @vladmandic/human, which know nothing of Attune, read pictures in
 * headless Chromium, offline, on the WebAssembly backend of TensorFlow.js.
 *
 * @param pictures the bytes of files that sharp can read
 * @param onRead told of each picture as soon as it was read, in no particular order; readings are in the order of `ways`
 */
export async function readByPeers(pictures: readonly Bytes[], ways: readonly PeerWay[], onRead: (index: number, readings: readonly PeerReading[]) => void): Promise<void> {
  const lab = await openPeerLab(async (index, kind) => {
    const bytes = await pictures[index]!();
    return kind === 'framed' ? framePicture(bytes) : decodePicture(bytes);
  });
  let next = 0;
  const work = async (): Promise<void> => {
    const page = await lab.openPage();
    await preparePeers(page);
    while (next < pictures.length) {
      const index = next;
      next += 1;
      onRead(index, (await askPeers(page, index, ways)).map(readingOf));
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(PAGES, pictures.length) }, work));
  } finally {
    await lab.close();
  }
}

function readingOf({ scores, milliseconds }: PeerSaid): PeerReading {
  if (!scores) return { answer: null, milliseconds };
  const answer = new Float64Array(EMOTIONS.length);
  for (const [word, score] of Object.entries(scores)) {
    const emotion = readEmotionWord(word);
    if (emotion) answer[EMOTIONS.indexOf(emotion)] = score;
  }
  return { answer, milliseconds };
}
