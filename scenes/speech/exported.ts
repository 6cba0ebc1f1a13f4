import { VISEMES } from 'attune';
import { formatWave } from 'attune/browser';
import { saveCsv, saveFile } from '../shared/save-file.ts';
import { MOUTH_HOP } from './mouth-frames.ts';
import type { Shown } from './voicing.ts';

/** The sound just as it is played, in 16 bits. */
export function saveSound({ speech: { samples, sampleRate } }: Shown): void {
  saveFile('attune-speech.wav', new Blob([formatWave(samples, sampleRate)], { type: 'audio/wav' }));
}

/** Every phone with its start and end. */
export function savePhones({ speech }: Shown): void {
  saveCsv('attune-phones.csv', ['start_s', 'end_s', 'phone'], speech.phones.map(({ start, end, phone }) => [round(start), round(end), phone]));
}

/** The weights of all visemes, every hundredth of a second. */
export function saveVisemes({ frames }: Shown): void {
  saveCsv('attune-visemes.csv', ['time_s', ...VISEMES], frames.map((mouth, i) => [round(i * MOUTH_HOP), ...VISEMES.map((viseme) => round(mouth[viseme]))]));
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4;
