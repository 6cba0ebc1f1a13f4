import { createAgent, createAvatarFrame } from 'attune';
import { createAudioHub, createBrowserClock, createFaceSource, createFliteSpeech, createVoiceSource, type FaceStats, type VoiceStats } from 'attune/browser';
import { countLongTasks } from './long-tasks.ts';

/** Everything but the picture: rendering in software would drown what perception and speech cost. */

const assets = './attune/';
const audio = createAudioHub();
const clock = createBrowserClock();
const speech = createFliteSpeech({ audio, assets });
const agent = createAgent({ clock, speech });
const frame = createAvatarFrame();
let face: FaceStats | null = null;
let voice: VoiceStats | null = null;

await audio.open();
await speech.prepare();
agent.start();
await agent.attach(createFaceSource({ assets, onStats: (each) => (face = each) }));
await agent.attach(createVoiceSource({ audio, assets, onStats: (each) => (voice = each) }));

let sampling = 0;
let frames = 0;
function draw(): void {
  const begun = performance.now();
  agent.sample(frame);
  sampling += performance.now() - begun;
  frames += 1;
  requestAnimationFrame(draw);
}
requestAnimationFrame(draw);

// Loading is over when the first signals are there; what follows is the steady state.
while (!agent.state.signals.face) await new Promise((resolve) => setTimeout(resolve, 100));
await new Promise((resolve) => setTimeout(resolve, 2000));
sampling = frames = 0;
const talk = setInterval(() => agent.say('I had a long and tiring day, but it ended well'), 5000);
const longTasks = await countLongTasks(20);
clearInterval(talk);
window.figures = { longTasks, frames, samplingPerFrame: sampling / frames, face, voice, utterances: agent.captions.filter(({ speaker }) => speaker === 'agent').length };
await agent.stop();
await audio.close();
