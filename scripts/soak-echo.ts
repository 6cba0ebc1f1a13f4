/**
 * `npm run soak -- echo`: the agent's own speech comes back into the microphone, full duplex, without the browser's echo
 * cancellation.
 *
 * Rooms: shoeboxes by the image-source method, 0.2 to 0.4 s of decay, latency of 20 to 200 ms, loudspeaker 0.3 to 1.5 m
 * away, overdriven a little, its clock 10 parts in a million off; room noise of -60 dBFS. An echo of -20 dB has, while the
 * agent speaks, an RMS 20 dB below that of what the agent puts out (about -20 dBFS).
 *
 * Self-turns: minutes of the agent's turns in one room; each start of speech is wrong. Talking over it: each trial has a new
 * room and a canceller that has heard the agent for 6 to 10 s; then somebody says a sentence that is as loud at the
 * microphone as the echo (RMS of the sounding parts). It is heard when a start of speech is noticed between its first and its
 * last sound; one that is noticed earlier is a self-turn.
 *
 * With `--music 100` the bed of music plays all the while at its volume "normal", with 45 at "quiet", and is ducked while the agent
 * speaks. It goes beside the hub's output, as it does in the browser; `--through 1` sends it through, which costs self-turns: a few steady
 * tones teach the filter little of the room, and make it forget the rest.
 */
import { createRandom, type Random } from '../src/learn/random.ts';
import { RATE } from '../src/browser/voice/voice-frame.ts';
import type { FliteVoice } from '../src/browser/speech/voices.ts';
import { createAgentVoice } from './hearing/agent-voice.ts';
import { readNumbers } from './hearing/arguments.ts';
import { layUnder, readBed } from './hearing/bed-of-music.ts';
import { listen, median } from './hearing/listen.ts';
import { loadSilero } from './hearing/load-silero.ts';
import { findRavdess } from './hearing/ravdess.ts';
import { activeLevel, amplify, convolve, createRoom, distort, drift } from './hearing/room.ts';
import { envelopeEdges } from './hearing/speech-envelope.ts';

const LEVELS = [-30, -20, -10];
const NOISE = 1e-3;
const CLOCKS_APART = 1e-5;
const OTHER_VOICES: readonly FliteVoice[] = ['awb', 'kal16', 'rms'];

const { seed, minutes, trials, only, music, through } = readNumbers({ seed: 1, minutes: 5, trials: 50, only: 0, music: 0, through: 0 });
const bed = music > 0 ? readBed() : null;
const agent = await createAgentVoice();
const silero = await loadSilero();
const clips = findRavdess();
console.log(clips ? 'Players: clips of RAVDESS.' : 'Players: Flite\'s other voices, since RAVDESS is not below ATTUNE_DATA (zenodo.org/records/1188976).');

/** What the microphone hears of the agent, and what the agent sounded. */
async function echo(seconds: number, level: number, random: Random): Promise<{ reference: Float32Array; microphone: Float32Array; loudness: number }> {
  const talk = await agent.talk(seconds, 'slt', random);
  const reference = bed ? layUnder(talk, bed, music / 100) : talk;
  const room = createRoom(random, 0.2 + 0.2 * random.uniform(), 0.02 + 0.18 * random.uniform());
  const inRoom = (sound: Float32Array): Float32Array => convolve(drift(distort(sound), CLOCKS_APART), room.impulse);
  const spoken = inRoom(talk);
  const loudness = activeLevel(talk) + level;
  const microphone = amplify(bed ? inRoom(reference) : spoken, loudness - activeLevel(spoken)).map((sample) => sample + NOISE * random.normal());
  return { reference: through ? reference : talk, microphone, loudness };
}

/** A sentence from its first sound to its last. */
async function sentence(random: Random): Promise<Float32Array> {
  const clip = clips?.[random.below(clips.length)];
  const sound = clip ? await clip.read() : await agent.say('No, wait a moment, that is not what I meant.', OTHER_VOICES[random.below(3)]!, { valence: 0, arousal: 0 });
  const { begins, ends } = envelopeEdges(sound);
  return sound.slice(Math.round(begins * RATE), Math.round(ends * RATE));
}

let failed = false;
for (const level of only === 0 ? LEVELS : [-only]) {
  const random = createRandom(1000 * seed + level);
  const alone = await echo(60 * minutes, level, random);
  const { noticed, cancelling, half } = await listen(silero, alone.microphone, alone.reference);
  const own = noticed.map((at) => at.toFixed(1));
  console.log(`echo ${level} dB, ${minutes} min: ${own.length} self-turns${own.length > 0 ? ` (at ${own.join(', ')} s)` : ''}, half duplex ${(100 * half).toFixed(1)}% of the time, canceller ${cancelling.toFixed(2)} ms (median) a frame of 32 ms`);

  let [heard, early] = [0, 0];
  const delays: number[] = [];
  for (let trial = 0; trial < trials; trial += 1) {
    const { reference, microphone, loudness } = await echo(16, level, random);
    const player = await sentence(random);
    const voice = amplify(player, loudness - activeLevel(player));
    const begins = Math.round((6 + 4 * random.uniform()) * RATE);
    for (let i = 0; i < voice.length; i += 1) microphone[begins + i] = (microphone[begins + i] ?? 0) + voice[i]!;
    const starts = (await listen(silero, microphone, reference)).noticed.map((at) => at - begins / RATE);
    if (starts.some((start) => start <= 0)) early += 1;
    const hit = starts.find((start) => start > 0 && start <= voice.length / RATE);
    if (hit === undefined) continue;
    heard += 1;
    delays.push(hit);
  }
  if (trials > 0) console.log(`echo ${level} dB, players as loud as it: ${heard} of ${trials} heard, noticed ${(median(delays) ?? Number.NaN).toFixed(2)} s (median) after their first sound; self-turns before in ${early}`);
  failed ||= own.length > 0 || early > 0 || heard < 0.9 * trials;
}
console.log(failed ? 'Not met: zero self-turns, and nine of ten players heard.' : 'Met: zero self-turns, and nine of ten players heard.');
process.exit(failed ? 1 : 0);
