import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { dataFolder } from '../data-folder.ts';
import { readLabelledVoices } from '../voices/labelled-voices.ts';
import { readSound } from '../voices/read-sound.ts';

/** One recorded sentence. */
export interface Clip {
  readonly name: string;
  /** A number from 1 to 24. */
  readonly speaker: number;
  /** What is said. */
  readonly text: string;
  /** Whether the feeling is acted at full intensity. */
  readonly strong: boolean;
  /** Decodes it: mono at 16 kHz. */
  read(): Promise<Float32Array>;
}

/** By the fifth part of a clip's name. */
const STATEMENTS: Readonly<Record<string, string>> = { '01': 'Kids are talking by the door.', '02': 'Dogs are sitting by the door.' };

/** RAVDESS below ATTUNE_DATA (by default ../shared/data), in the order of its table; null when it is not there. */
export function findRavdess(): readonly Clip[] | null {
  const folder = dataFolder('ravdess');
  if (!existsSync(folder)) return null;
  return readLabelledVoices(folder).voices.map(({ file, speaker }) => ({
    name: basename(file), speaker: Number(speaker), text: STATEMENTS[basename(file).split('-')[4] ?? ''] ?? '', strong: basename(file).split('-')[3] === '02', read: () => readSound(readFileSync(file)),
  }));
}
