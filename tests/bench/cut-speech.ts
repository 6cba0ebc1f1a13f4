import { createAudioHub, createBrowserClock, createFliteSpeech } from 'attune/browser';

/** Says sentences and cuts each off at a random point, again and again, and looks at the sound around every cut. */

declare global {
  interface Window {
    /** Says and cuts so many sentences; there once the voice is ready. */
    cutSpeech?: (count: number) => Promise<CutRun>;
  }
}

export interface CutRun {
  readonly cuts: readonly Cut[];
  /** Sentences that began no later than 10 s after they were asked for, or were cut before. */
  readonly begun: number;
}

interface Cut {
  /** Where it was cut, in seconds after it was asked for, and whether it had begun to sound. */
  readonly at: number;
  readonly sounding: boolean;
  /** Peaks of the second difference of the sound: within 40 ms after the cut, and in the third of a second before. */
  readonly after: number;
  readonly before: number;
  /** Largest sample from 60 ms after the cut on. */
  readonly rest: number;
}

const TEXTS = [
  'It was a long day for you, and I would like to hear about it.', 'What happened then?', 'Thank you for telling me. That must have been hard!',
  'My grandmother kept seven yellow chickens behind her house, and each one had a name.', 'I would *love* to hear more about it.', 'No. Not today, and not tomorrow.',
];
/** The longest time until a cut: into the second sentence of some. */
const LONGEST = 2.6;
/** A cut this early may come before the first sound. */
const AT_ONCE = 0.5;
const [SOON, SETTLED] = [0.04, 0.06];

const audio = createAudioHub();
const speech = createFliteSpeech({ audio, assets: './attune/' });
const clock = createBrowserClock();
const context = await audio.open();
await speech.prepare();
const tape = new AnalyserNode(context, { fftSize: 32768 });
audio.output!.connect(tape);
const samples = new Float32Array(tape.fftSize);

let seed = 1;
/** mulberry32: the same cuts in every run. */
function random(): number {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}

function roughest(from: number, to: number): number {
  let most = 0;
  for (let i = Math.max(2, from); i < Math.min(to, samples.length); i += 1) most = Math.max(most, Math.abs(samples[i]! - 2 * samples[i - 1]! + samples[i - 2]!));
  return most;
}

async function until(holds: () => boolean, patience: number): Promise<void> {
  const end = performance.now() + patience * 1000;
  while (!holds() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
}

let asked = 0;
window.cutSpeech = async (count) => {
  const cuts: Cut[] = [];
  let begun = 0;
  for (let i = 0; i < count; i += 1) {
    asked += 1;
    const id = String(asked);
    const wait = LONGEST * random() ** 1.5;
    let sounding = false;
    const done = speech.speak({ id, text: TEXTS[i % TEXTS.length]!, language: 'en', tone: { valence: 2 * random() - 1, arousal: 2 * random() - 1 } }, clock, { started: () => (sounding = true) });
    await new Promise((resolve) => setTimeout(resolve, wait * 1000));
    // A busy machine may not have begun yet: what is to be cut must sound, unless it is cut at once.
    if (wait > AT_ONCE) await until(() => sounding, 10);
    if (sounding || wait <= AT_ONCE) begun += 1;
    const cut = context.currentTime;
    speech.cancel(id);
    await done;
    await until(() => context.currentTime > cut + 0.2, 10);
    tape.getFloatTimeDomainData(samples);
    const place = samples.length - Math.round((context.currentTime - cut) * context.sampleRate);
    const span = (seconds: number): number => Math.round(seconds * context.sampleRate);
    cuts.push({
      at: wait, sounding, after: roughest(place, place + span(SOON)), before: roughest(place - span(0.33), place),
      rest: samples.subarray(Math.max(0, place + span(SETTLED))).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0),
    });
  }
  return { cuts, begun };
};
