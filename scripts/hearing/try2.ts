import { createRandom } from '../../src/learn/random.ts';
import { createAgentVoice } from './agent-voice.ts';
import { activeLevel, amplify, convolve, createRoom, distort, drift } from './room.ts';
import { createEchoCanceller } from '../../src/browser/voice/echo/echo-canceller.ts';
import { createVoiceAnalyser } from '../../src/browser/voice/voice-analyser.ts';
import { measureLevel } from '../../src/browser/voice/level.ts';
import { loadSilero } from './load-silero.ts';
const SECONDS = Number(process.env['SECONDS'] ?? 60), TRIALS = Number(process.env['TRIALS'] ?? 8);
const silero = await loadSilero();
const agent = await createAgentVoice();
async function listen(mic: Float32Array, ref: Float32Array, trace = false) {
  const canceller = createEchoCanceller(), analyser = createVoiceAnalyser();
  silero.reset();
  const hist: string[] = []; const starts: number[] = []; let cost = 0, n = 0;
  for (let i = 0; i + 512 <= mic.length; i += 512) {
    const b = performance.now();
    const { samples, level, sounding } = canceller.push(mic.subarray(i, i + 512), ref.subarray(i, i + 512));
    cost += performance.now() - b; n++;
    const p = await silero.probability(samples);
    const a = analyser.push(samples, i / 16000, p, level);
    hist.push(`${(i / 16000).toFixed(2)} ${sounding ? 'S' : ' '} ref ${measureLevel(ref.subarray(i, i + 512)).toFixed(0)} mic ${measureLevel(mic.subarray(i, i + 512)).toFixed(0)} level ${a.level.toFixed(0)} own ${level.toFixed(0)} floor ${a.noiseFloor.toFixed(0)} p ${p.toFixed(2)}`);
    if (hist.length > 14) hist.shift();
    if (trace && a.boundary?.type === 'speech-start') console.log('START', a.boundary.at.toFixed(2), '\n' + hist.join('\n'));
    if (a.boundary?.type === 'speech-start') starts.push(a.boundary.at);
  }
  return { starts, cost: cost / n };
}
for (const level of (process.env['LEVELS'] ?? '-30,-20,-10').split(',').map(Number)) {
  const random = createRandom(7 - level);
  const talk = await agent.talk(SECONDS, 'slt', random);
  const room = createRoom(random, 0.2 + 0.2 * random.uniform(), 0.02 + 0.18 * random.uniform());
  const wet = convolve(drift(distort(talk), 1e-5), room.impulse);
  const echo = amplify(wet, activeLevel(talk) + level - activeLevel(wet));
  const mic = echo.map((s) => s + 0.001 * random.normal());
  const { starts, cost } = await listen(mic, talk, !!process.env['TRACE']);
  console.log(level, 'self-turns', starts.length, starts.slice(0, 8).map((s) => s.toFixed(1)).join(' '), cost.toFixed(2), 'ms');
  let heard = 0, early = 0; const late: string[] = [];
  for (let t = 0; t < TRIALS; t++) {
    const ref = await agent.talk(14, 'slt', random);
    const r = createRoom(random, 0.2 + 0.2 * random.uniform(), 0.02 + 0.18 * random.uniform());
    const w = convolve(drift(distort(ref), 1e-5), r.impulse);
    const e = amplify(w, activeLevel(ref) + level - activeLevel(w));
    const voice = (['awb', 'kal16', 'rms'] as const)[t % 3]!;
    const player = await agent.say('No, wait a moment, that is not what I meant.', voice, { valence: 0, arousal: 0 });
    const loud = amplify(player, activeLevel(e) - activeLevel(player));
    const at = Math.round((6 + 3 * random.uniform()) * 16000);
    const m = e.map((s, i) => s + 0.001 * random.normal() + (loud[i - at] ?? 0));
    const { starts } = await listen(m, ref, false);
    const from = at / 16000 + 0.05;
    early += starts.filter((s) => s < from - 0.2).length;
    const hit = starts.find((s) => s >= from - 0.2 && s <= (at + player.length) / 16000);
    if (hit !== undefined) { heard++; late.push((hit - at / 16000).toFixed(2)); } else late.push('-');
  }
  console.log(level, 'barge-in', heard, 'of', TRIALS, 'early', early, late.join(' '));
}
