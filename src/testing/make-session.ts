import { AttuneError, CONTEXT_EVENTS, createAgent, type Emotion, EMOTIONS, type Language, type Seconds } from '../core/index.ts';
import { createFakeSource, createFakeSpeech } from './fake-ports.ts';
import { createChance, createMadePlayer } from './made-player.ts';
import { createManualClock } from './manual-clock.ts';

/** What a made session is like; everything may be left out. */
export interface MadeSessionOptions {
  /** The same seed gives the same session, byte for byte. Default: 1. */
  readonly seed?: number;
  /** How long it lasts. Default: 600. */
  readonly duration?: Seconds;
  /** Looks at the face a second. Default: 30. */
  readonly faceRate?: number;
  /** Hears how far it is, in [0, 1], about once a simulated second. */
  readonly onProgress?: (share: number) => void;
}

const SAYS: Readonly<Record<Language, Readonly<Partial<Record<Emotion, readonly string[]>>>>> = {
  en: {
    neutral: ['Hello there.', 'What can you do?', 'I was just thinking about the map.'], happiness: ['I did it, this is wonderful!', 'Thank you, that was lovely.'],
    surprise: ['Wow, I did not expect that!'], sadness: ['I miss my old team so much.', 'It all went wrong and I feel alone.'], anger: ['This stupid door never opens!', 'I hate this level.'],
    disgust: ['That swamp is revolting.'], fear: ['I am scared of what is down there.'], contempt: ['Sure, as if that would help.'],
  },
  zh: {
    neutral: ['你好。', '你能做什么？'], happiness: ['太好了，我好开心！', '谢谢你。'], surprise: ['哇，真没想到！'], sadness: ['我很难过，觉得很孤单。'], anger: ['真烦，这扇门怎么也打不开！'],
    disgust: ['那个沼泽真恶心。'], fear: ['我有点害怕下面的东西。'], contempt: ['哼，说得好像有用似的。'],
  },
};

/** Turns of speech begin about so often. */
const TURN_EVERY: Seconds = 14;
const VOICE_EVERY: Seconds = 0.25;
/** What camera and microphone saw and heard comes so much later. */
const FACE_LATENCY: Seconds = 0.05;
const VOICE_LATENCY: Seconds = 0.3;

/**
 * Makes the record of a session that never was: a player with a camera, a microphone and a keyboard whose feelings come and go
 * for a while, an agent that answers, a change of language, reports, events of a game, and a visitor who leaves before the end.
 *
 * @returns a log with words, as `attune/record` reads it
 * @throws {AttuneError} `bad-input` when duration or rate are not above 0
 */
export async function makeSession({ seed = 1, duration = 600, faceRate = 30, onProgress }: MadeSessionOptions = {}): Promise<string> {
  if (!(duration > 0 && faceRate > 0)) throw new AttuneError('bad-input', `Expected a duration and a face rate above 0, but got ${duration} and ${faceRate}.`);
  const lines: string[] = [];
  const clock = createManualClock();
  const chance = createChance(seed);
  const player = createMadePlayer(chance);
  const agent = createAgent({ clock, seed, speech: createFakeSpeech({ languages: ['en', 'zh'] }), record: (line) => lines.push(line), recordWords: true });
  const [face, voice] = [createFakeSource('face'), createFakeSource('voice')];
  agent.start();
  await agent.attach(face);
  await agent.attach(voice);

  const looks = Math.round(duration * faceRate);
  /** A session has these at shares of its length. */
  const language = 0.6 * duration;
  const leaving = 0.9 * duration;
  let speaksUntil = 0;
  let speaksAgain = 4;
  let heard = 0;
  for (let i = 1; i <= looks; i += 1) {
    const before = clock.now();
    await clock.advanceAsync(i / faceRate - before);
    const at = clock.now();
    const passed = (moment: Seconds): boolean => before < moment && moment <= at;
    player.live(at);
    face.send({ type: 'signal', at, signal: player.face(Math.max(0, at - FACE_LATENCY)) });
    if (speaksUntil > 0 && at - heard >= VOICE_EVERY) {
      heard = at;
      voice.send({ type: 'signal', at, signal: player.voice(Math.max(0, at - VOICE_LATENCY)) });
    }
    if (speaksUntil === 0 && at >= speaksAgain) {
      speaksUntil = at + 1 + 4 * chance();
      agent.dispatch({ type: 'speech-start', at });
    } else if (speaksUntil > 0 && at >= speaksUntil) {
      // Words and face do not always agree.
      const told = chance() < 0.25 ? EMOTIONS[Math.floor(chance() * EMOTIONS.length)]! : player.feeling;
      const says = SAYS[agent.state.language][told] ?? [];
      const words = chance() < 0.6;
      agent.dispatch({ type: 'speech-end', at, words });
      if (words) agent.say(says[Math.floor(chance() * says.length)] ?? '');
      speaksUntil = 0;
      speaksAgain = at + TURN_EVERY * (0.5 + chance());
    }
    if (passed(Math.ceil(before / 50) * 50)) agent.observe(CONTEXT_EVENTS[Math.floor(chance() * CONTEXT_EVENTS.length)]!);
    if (passed(Math.ceil(before / 130) * 130)) agent.report(EMOTIONS[Math.floor(chance() * EMOTIONS.length)]!);
    if (passed(language)) agent.setLanguage('zh');
    if (passed(leaving)) agent.erase();
    if (i % Math.ceil(faceRate) === 0) onProgress?.(i / looks);
  }
  await agent.stop();
  return `${lines.join('\n')}\n`;
}
