import { byEmotion, type Emotion, EMOTIONS, type EmotionDistribution, mix, softmax, UNIFORM } from '../../src/core/affect/emotion.ts';
import { affectOfEmotions } from '../../src/core/affect/affect-of-emotions.ts';
import { type Category, type MachineInput, type MachineState, NOBODY, TRANSITIONS } from '../../src/core/affect/machine.ts';
import { type AffectMemory, observeSignal, settleAffect, strangerMemory } from '../../src/core/affect/observe.ts';
import { createRandom } from '../../src/learn/random.ts';
import { fakeFace, fakeVoice } from '../../src/testing/index.ts';

const RATE = 15;
const MINUTES = 30;
const STEPS = 40;
/** Standard deviation of the errors of a look, in natural logarithms of odds. */
const RESTLESSNESS = 0.8;

/** What a camera would tell of one moment; null where it loses the face. */
interface Look {
  readonly at: number;
  readonly truth: Emotion;
  readonly emotions: EmotionDistribution | null;
}

/** Something that follows looks and tells a category. */
interface Follower {
  readonly name: string;
  take(look: Look): { readonly category: Category; readonly happiness: number };
}

/** Looks at somebody whose expression is `truth`, as noisy as nets are: errors that last some frames, grimaces of one frame, and losses of the face. */
function watch(truth: (at: number) => Emotion, seconds: number, seed: number, accidents: boolean): Look[] {
  const random = createRandom(seed);
  const error = byEmotion(() => 0);
  let lostUntil = -1;
  return Array.from({ length: seconds * RATE }, (_, i): Look => {
    const at = i / RATE;
    for (const emotion of EMOTIONS) error[emotion] = 0.8 * error[emotion] + 0.6 * RESTLESSNESS * random.normal();
    if (accidents && random.uniform() < 4 / 60 / RATE) lostUntil = at + 0.3 + random.uniform();
    const grimace = accidents && random.uniform() < 60 / 60 / RATE ? EMOTIONS[1 + random.below(EMOTIONS.length - 1)] : null;
    const shown = grimace ?? truth(at);
    const emotions = softmax(byEmotion((emotion) => (emotion === shown ? (grimace ? 5 : 2.2) : 0) + error[emotion]));
    return { at, truth: truth(at), emotions: at < lostUntil ? null : emotions };
  });
}

/** The whole path of the library: channel, fusion, state machine. */
function createOurs(): Follower {
  let memory = strangerMemory(0);
  return {
    name: 'Attune',
    take({ at, emotions }) {
      const look = emotions ? fakeFace(at, {}, { quality: 1, expression: { whole: emotions, upper: emotions } }) : null;
      memory = settleAffect(look ? observeSignal(memory, look, false) : memory, at);
      return { category: memory.state.category, happiness: memory.state.estimate.emotions.happiness };
    },
  };
}

/** The same thresholds as ours, after a smoother of the probabilities instead of dwell times. */
function createSmoothed(name: string, createSmoother: () => (value: number, at: number) => number): Follower {
  const smoothers = new Map(EMOTIONS.map((emotion) => [emotion, createSmoother()]));
  let state: MachineState = { ...NOBODY, phase: 'tracking' };
  let smooth: EmotionDistribution = UNIFORM;
  return {
    name,
    take({ at, emotions }) {
      if (emotions) smooth = byEmotion((emotion) => smoothers.get(emotion)!(emotions[emotion], at));
      const input: MachineInput = { present: true, certainty: 1, emotions: smooth };
      const transition = TRANSITIONS.find(({ region, to, speaks }) => region === 'category' && to !== state.category && speaks(input, state) > 0);
      if (transition) state = { ...state, category: transition.to as Category };
      return { category: state.category, happiness: smooth.happiness };
    },
  };
}

function movingAverage(window: number): () => (value: number) => number {
  return () => {
    const recent: number[] = [];
    return (value) => {
      recent.push(value);
      if (recent.length > Math.max(1, Math.round(window * RATE))) recent.shift();
      return recent.reduce((sum, each) => sum + each, 0) / recent.length;
    };
  };
}

/** The 1-euro filter (Casiez, Roussel and Vogel 2012). */
function oneEuro(cutoff: number, beta = 0.05, derivativeCutoff = 1): () => (value: number, at: number) => number {
  return () => {
    let last: { at: number; value: number; slope: number } | null = null;
    return (value, at) => {
      if (!last) {
        last = { at, value, slope: 0 };
        return value;
      }
      const elapsed = at - last.at;
      const share = (frequency: number): number => 1 / (1 + 1 / (2 * Math.PI * frequency * elapsed));
      const slope = last.slope + share(derivativeCutoff) * ((value - last.value) / elapsed - last.slope);
      const smoothed = last.value + share(cutoff + beta * Math.abs(slope)) * (value - last.value);
      last = { at, value: smoothed, slope };
      return smoothed;
    };
  };
}

interface Behaviour {
  readonly delay: number;
  readonly missed: number;
  readonly overshoot: number;
  readonly falsePerMinute: number;
  readonly rampDelay: number;
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function behaviourOf(create: () => Follower): Behaviour {
  const delays: number[] = [];
  const rampDelays: number[] = [];
  const overshoots: number[] = [];
  for (let step = 0; step < STEPS; step += 1) {
    const looks = watch((at) => (at < 6 ? 'neutral' : 'happiness'), 12, 100 + step, false);
    const follower = create();
    let found = Infinity;
    const values: number[] = [];
    for (const look of looks) {
      const { category, happiness } = follower.take(look);
      if (look.at >= 6 && category === 'happiness') found = Math.min(found, look.at - 6);
      if (look.at >= 6) values.push(happiness);
    }
    delays.push(found);
    const settled = values.slice(-2 * RATE);
    overshoots.push(Math.max(...values) - settled.reduce((sum, each) => sum + each, 0) / settled.length);
    const rising = create();
    let seen = Infinity;
    for (const look of looks) {
      const share = Math.min(1, Math.max(0, (look.at - 6) / 3));
      const clean = softmax(byEmotion((emotion) => (emotion === 'happiness' ? 2.2 * share : emotion === 'neutral' ? 2.2 * (1 - share) : 0)));
      if (rising.take({ ...look, emotions: mix(clean, look.emotions!, 0.3) }).category === 'happiness') seen = Math.min(seen, look.at - 6);
    }
    rampDelays.push(seen);
  }
  const follower = create();
  let transitions = 0;
  let last: Category = null;
  for (const look of watch(() => 'neutral', 60 * MINUTES, 7, true)) {
    const { category } = follower.take(look);
    // Nothing is false about having lost the face; another feeling than the true one is.
    if (category !== last && category !== null && category !== 'neutral') transitions += 1;
    last = category;
  }
  return { delay: middle(delays), missed: delays.filter((delay) => delay === Infinity).length, overshoot: middle(overshoots), falsePerMinute: transitions / MINUTES, rampDelay: middle(rampDelays) };
}

/** The smoother of a family that detects a step as late as ours does. */
function asLate(delay: number, settings: readonly number[], create: (setting: number) => Follower): { readonly setting: number; readonly behaviour: Behaviour } {
  return settings.map((setting) => ({ setting, behaviour: behaviourOf(() => create(setting)) }))
    .reduce((best, each) => (Math.abs(each.behaviour.delay - delay) < Math.abs(best.behaviour.delay - delay) ? each : best));
}

function tellBehaviour(name: string, { delay, missed, overshoot, falsePerMinute, rampDelay }: Behaviour): void {
  console.log(`  ${name.padEnd(30)} step found after ${delay.toFixed(2)} s (${missed} of ${STEPS} missed), ramp of 3 s after ${rampDelay.toFixed(2)} s, overshoot ${overshoot.toFixed(2)}, false transitions ${falsePerMinute.toFixed(1)} a minute`);
}

/** Ten hours of face and voice: the cost of an update, and whether anything grows. */
function benchUpdates(): void {
  let memory: AffectMemory = strangerMemory(0);
  const random = createRandom(3);
  const costs: number[] = [];
  let early = 0;
  const seconds = 36_000;
  for (let i = 0; i < seconds * 5; i += 1) {
    const at = i / 5;
    const emotions = softmax(byEmotion(() => random.normal()));
    const signal = i % 5 < 4 ? fakeFace(at, {}, { expression: { whole: emotions, upper: emotions } }) : fakeVoice(at - 0.3, { expression: { ...affectOfEmotions(emotions), emotions } });
    const begun = performance.now();
    memory = settleAffect(observeSignal(memory, signal, false), at);
    costs.push(performance.now() - begun);
    if (i === 600) early = JSON.stringify(memory).length;
  }
  const total = costs.reduce((sum, each) => sum + each, 0);
  costs.sort((a, b) => a - b);
  console.log(`  a fused update takes ${(total / costs.length).toFixed(4)} ms on average, 99th percentile ${costs[Math.floor(0.99 * costs.length)]!.toFixed(4)} ms (bar 0.05 ms); what is remembered: ${early} characters after two minutes, ${JSON.stringify(memory).length} after ten hours`);
}

/** What the filter and the state machine make of made-up courses of which the truth is known. */
export function benchAffect(): void {
  console.log(`affect: ${STEPS} steps and ramps from neutral to happiness; ${MINUTES} minutes of a neutral face with errors that last, 60 one-frame grimaces and 4 losses of the face a minute; ${RATE} looks a second`);
  const ours = behaviourOf(createOurs);
  tellBehaviour('Attune', ours);
  const average = asLate(ours.delay, [0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.6, 1.8, 2, 2.4, 2.8], (window) => createSmoothed('moving average', movingAverage(window)));
  tellBehaviour(`moving average of ${average.setting} s`, average.behaviour);
  const euro = asLate(ours.delay, [0.01, 0.02, 0.05, 0.08, 0.1, 0.13, 0.16, 0.2, 0.25, 0.3, 0.4, 0.5, 0.7, 1, 1.5], (cutoff) => createSmoothed('1-euro', oneEuro(cutoff)));
  tellBehaviour(`1-euro filter, cutoff ${euro.setting} Hz`, euro.behaviour);
  benchUpdates();
}
