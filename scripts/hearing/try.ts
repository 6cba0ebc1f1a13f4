import { createRandom } from '../../src/learn/random.ts';
import { createAgentVoice } from './agent-voice.ts';
import { activeLevel, amplify, convolve, createRoom, distort, drift } from './room.ts';
import { createEchoFilter } from '../../src/browser/voice/echo/echo-filter.ts';
import { createReferenceHistory } from '../../src/browser/voice/echo/reference-history.ts';
import { createDelaySearch } from '../../src/browser/voice/echo/delay-search.ts';
const random = createRandom(3);
const agent = await createAgentVoice();
const talk = await agent.talk(24, 'slt', random);
for (const [decay, delay] of [[0.2, 0.02], [0.3, 0.1], [0.4, 0.2]] as const) {
  const room = createRoom(random, decay, delay);
  const wet = convolve(drift(distort(talk), Number(process.env['DRIFT'] ?? 1e-5)), room.impulse);
  for (const level of [-20, -10]) {
    const echo = amplify(wet, activeLevel(talk) + level - activeLevel(wet));
    const mic = echo.map((s) => s + 0.001 * random.normal());
    const history = createReferenceHistory(), search = createDelaySearch(history), filter = createEchoFilter(history);
    const remains = new Float32Array(512);
    const out: string[] = []; let d = 0, r = 0, tt = 0, n = 0; let lag = -1;
    for (let i = 0; i + 512 <= mic.length; i += 512) {
      const b = performance.now();
      const m = mic.subarray(i, i + 512);
      history.push(talk.subarray(i, i + 512)); search.push(m);
      if (search.lag !== null) filter.push(m, remains, Math.max(0, search.lag - 1), search.ratio); else remains.set(m);
      tt += performance.now() - b;
      if (search.lag !== null && search.lag !== lag) { lag = search.lag; out.push(`[lag ${lag} at ${(i / 16000).toFixed(1)}]`); }
      for (let k = 0; k < 512; k++) { d += echo[i + k]! ** 2; r += (echo[i + k]! - (m[k]! - remains[k]!)) ** 2; }
      n++;
      if (n % 31 === 0) { out.push(`${(10 * Math.log10(d / 512 / 31)).toFixed(0)}:${(10 * Math.log10(r / d)).toFixed(0)}`); d = r = 0; }
    }
    console.log(decay, level, (tt / n).toFixed(2), 'ms', out.join(' '));
  }
}
