import { parseArgs } from 'node:util';
import { benchAffect } from './bench/affect/index.ts';
import { benchAvatars } from './bench/avatars.ts';
import { benchCore } from './bench/core.ts';
import { benchDashboard } from './bench/dashboard.ts';
import { benchDialogue } from './bench/dialogue.ts';
import { benchFace } from './bench/face.ts';
import { benchFrame } from './bench/frame.ts';
import { benchIngest } from './bench/ingest.ts';
import { benchMonitor } from './bench/monitor.ts';
import { benchPage } from './bench/page.ts';
import { benchPeople } from './bench/people.ts';
import { benchRecord } from './bench/record.ts';
import { benchReplay } from './bench/replay.ts';
import { benchSound } from './bench/sound.ts';
import { benchSpeech } from './bench/speech.ts';
import { benchText } from './bench/text.ts';
import { benchTurns } from './bench/turns.ts';
import { benchVoice } from './bench/voice.ts';

/**
 * `npm run bench`: what the bars in milliseconds are measured by, each beside a baseline of the same
 * run. `npm run bench -- core`, `affect`, `record`, `page`, `face`, `people`, `voice`, `text`, `speech`, `dialogue`, `turns`, `sound`, `avatars`, `frame`, `replay`, `dashboard`, `ingest` or `monitor`
 * measures only these. `monitor` takes `--size full` and `--million`.
 */

const { values, positionals: asked } = parseArgs({ allowPositionals: true, options: { size: { type: 'string', default: 'light' }, million: { type: 'boolean', default: false } } });
if (values.size !== 'light' && values.size !== 'full') throw new Error(`Expected --size light or full, but got "${values.size}".`);
const sections = { core: benchCore, affect: benchAffect, record: benchRecord, page: benchPage, face: benchFace, people: benchPeople, voice: benchVoice, text: benchText, speech: benchSpeech, dialogue: benchDialogue, turns: benchTurns, sound: benchSound, avatars: benchAvatars, frame: benchFrame, replay: benchReplay, dashboard: benchDashboard, ingest: benchIngest, monitor: () => benchMonitor({ size: values.size === 'full' ? 'full' : 'light', million: values.million }) };
const unknown = asked.find((name) => !(name in sections));
if (unknown) throw new Error(`Expected ${Object.keys(sections).join(', ')} or nothing, but got "${unknown}". Name one of them.`);
for (const [name, bench] of Object.entries(sections)) if (asked.length === 0 || asked.includes(name)) await bench();
