import { createAgent, createAvatarFrame } from 'attune';
import { createAudioHub, createBrowserClock, createFliteSpeech, createMoonshineRecognizer, createTextReader, createVoiceSource, type VoiceStats } from 'attune/browser';
import { createDialogue } from 'attune/dialogue';
import { watchSound } from './sound-watch.ts';
import './long-tasks.ts';

/**
 * How long the player waits, without a picture and with no language model. The fake microphone says sentences; the page watches its
 * sound and the agent's on the audio clock, and what the agent does on the page's, which runs ahead of it by a gap that is measured.
 */

const asked = new URL(location.href).searchParams;
const TURNS = Number(asked.get('turns') ?? 50);
const TYPED = Number(asked.get('typed') ?? 20);
/** A silence of the player that is longer than any inside of the sentences. */
const GAP = 1;

const assets = './attune/';
const audio = createAudioHub();
const speech = createFliteSpeech({ audio, assets });
let saying = '';
const agent = createAgent({
  clock: createBrowserClock(), text: createTextReader({ assets }), dialogue: createDialogue(),
  speech: { ...speech, speak: (request, clock, listener) => { saying = request.id; return speech.speak(request, clock, listener); } },
});
const context = await audio.open();
await speech.prepare();
agent.start();

/** The smallest gap that was seen between the clocks is the true one: the audio clock is only ever read late. */
let ahead = Infinity;
const onAudioClock = (milliseconds: number): number => milliseconds / 1000 - ahead;
setInterval(() => {
  ahead = Math.min(ahead, performance.now() / 1000 - context.currentTime);
}, 5);

const frame = createAvatarFrame();
const draw = (): void => {
  agent.sample(frame);
  requestAnimationFrame(draw);
};
requestAnimationFrame(draw);

const gestures: number[] = [];
const finals = new Map<string, number>();
agent.onCue((cue) => {
  if (cue.kind === 'gesture') gestures.push(performance.now());
});
agent.subscribe(() => {
  for (const { id, heard } of agent.captions) if (heard?.final && !finals.has(id)) finals.set(id, performance.now());
});
const until = async (holds: () => boolean, patience: number): Promise<boolean> => {
  const end = performance.now() + patience * 1000;
  while (!holds() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
  return holds();
};
const own = watchSound(audio.output!, 0.003, 0.25);
/** Waits for the first sound after a moment, on the audio clock; then the agent has said enough. */
async function firstSound(after: number, patience: number): Promise<number | null> {
  await until(() => own.bursts.some(({ from }) => from > after), patience);
  const found = own.bursts.find(({ from }) => from > after);
  await new Promise((resolve) => setTimeout(resolve, 200));
  speech.cancel(saying);
  await until(() => agent.state.conversation.utterance === null, 5);
  return found ? found.from + (context.outputLatency || 0) : null;
}

// Everything has been used once before it is timed.
for (const text of ['hello', 'I had a long day']) {
  const at = context.currentTime;
  agent.say(text);
  await firstSound(at, 20);
}

const typed: (number | null)[] = [];
for (let i = 0; i < TYPED; i += 1) {
  const at = performance.now();
  agent.say(['I lost my job and I am scared', 'My sister is getting married', 'I can not sleep at night', 'We won the match today'][i % 4]!);
  const heard = await firstSound(onAudioClock(at), 10);
  typed.push(heard === null ? null : heard - onAudioClock(at));
  await new Promise((resolve) => setTimeout(resolve, 600));
}

const stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false } });
let ready = false;
let voice: VoiceStats | null = null;
await agent.attach(createVoiceSource({
  audio, assets, stream, recognizer: createMoonshineRecognizer({ assets }), onRecognizer: (share) => (ready = share === 1), onStats: (stats) => (voice = stats),
}));
await until(() => ready, 120);
const player = watchSound(context.createMediaStreamSource(stream), 0.01, GAP);

interface Turn {
  readonly length: number;
  /** Seconds after the end of the player's speech; null where there was none. */
  readonly reaction: number | null;
  readonly final: number | null;
  /** The first sound of the reply. */
  readonly sound: number | null;
}

const turns: Turn[] = [];
// What sounded while the page was loading is none of it, and the first whole sentence warms up.
for (let i = player.bursts.length; turns.length <= TURNS; i += 1) {
  await until(() => {
    const burst = player.bursts[i];
    return burst !== undefined && context.currentTime - burst.to > GAP / 2;
  }, 30);
  const burst = player.bursts[i];
  if (!burst) break;
  const { from, to } = burst;
  const sound = await firstSound(to, 4);
  const after = (times: Iterable<number>): number | null => [...times].map(onAudioClock).find((at) => at > to && at < to + 6) ?? null;
  const relative = (at: number | null): number | null => (at === null ? null : at - to);
  // The burst may have gone on after a pause: then this was no end.
  if (burst.to === to) turns.push({ length: to - from, reaction: relative(after(gestures)), final: relative(after(finals.values())), sound: relative(sound) });
}
window.figures = { longTasks: [], turns: turns.slice(1), typed, latency: context.outputLatency, base: context.baseLatency, dropped: (voice as VoiceStats | null)?.dropped ?? 0 };
player.stop();
own.stop();
await agent.stop();
await audio.close();
