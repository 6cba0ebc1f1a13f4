import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Net, parseNet } from '../../src/browser/nets/net-file.ts';
import { ROOT } from '../../scripts/run.ts';

export const VOICE_FILE = join(ROOT, 'models/voice/net.json');

/** The net that ships. */
export function loadVoiceNet(): Net {
  if (!existsSync(VOICE_FILE)) throw new Error(`Expected the voice head in ${VOICE_FILE}, but there is none. Run "npm run train -- voice".`);
  return parseNet(readFileSync(VOICE_FILE, 'utf8'), 'voice');
}
