import fc from 'fast-check';
import { csvOf, emotionMLOf, jsonOf, netsOf, parseLog, replay, summariseTrace, traceSession } from '../../../src/record/index.ts';
import { makeSession } from '../../../src/testing/index.ts';
import { changed, torn } from '../arbitraries.ts';
import { allFinite, promise, target } from '../target.ts';

const LINES = (await makeSession({ seed: 3, duration: 12, faceRate: 1 })).trim().split('\n');
const VALUES = LINES.map((line) => JSON.parse(line) as unknown);

/** A log of which some lines are changed by their structure, and all of it sometimes by its letters. */
const log = fc.tuple(changed([VALUES[0]]), fc.array(fc.tuple(fc.nat(VALUES.length - 1), changed(VALUES)), { maxLength: 4 }), fc.integer({ min: 0, max: 6 })).map(([header, changes, part]) => {
  const lines = [...LINES];
  // Most begin well, or nothing behind the header would ever be read.
  if (part === 0) lines[0] = JSON.stringify(header);
  for (const [at, value] of changes) lines[Math.max(1, at)] = JSON.stringify(value);
  return lines.join('\n');
});

/** A session on record: what parses must replay, be traced and exported, with numbers that are numbers. */
export const eventLog = target<string>({
  name: 'event-log',
  brief: 20,
  inputs: fc.oneof({ weight: 4, arbitrary: log }, { weight: 1, arbitrary: torn(log) }),
  try(text) {
    const read = parseLog(text);
    const trace = traceSession(read, { withoutNet: true });
    for (const write of [csvOf, emotionMLOf, jsonOf]) promise([...write(trace)].join('').length < 50_000_000, 'an export of a bounded size');
    summariseTrace(trace);
    if (netsOf(read).length > 0) return;
    const { state, cues } = replay(read);
    promise(allFinite([state.affect.estimate, cues]), 'finite numbers in the state and the cues');
    promise(cues.length < 50 * (read.events.length + 100), `few cues, not ${cues.length} from ${read.events.length} events`);
  },
});
