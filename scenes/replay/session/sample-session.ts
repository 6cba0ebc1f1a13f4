import {
  type AgentEvent, type AgentState, affectOfEmotions, byEmotion, createScriptedDialogue, cueLine, DEFAULT_CHARACTER, type Emotion, EMOTIONS, eventLine, headerLine, initialState,
  type Language, readText, type Said, type Seconds, type Signal, SKILLS_OF_ACT, softmax, type SpeechCue, step, type Unit, wordsLine,
} from 'attune';
import { createDice } from '../../shared/dice.ts';
import { STORY } from './sample-story.ts';

export interface SampleOptions {
  readonly seed: number;
  readonly minutes: number;
  readonly language: Language;
}

/** A line of the log, and how much of it has been made. */
export interface MadeLine {
  readonly line: string;
  readonly share: Unit;
}

const FRAME: Seconds = 1 / 30;
const CHAPTER: Seconds = 40;
/** How long the player is away, once every quarter of an hour and once after two minutes. */
const AWAY: Seconds = 12;

/** What is still to come: events of the player's turn and of the agent's. */
type Pending = readonly [at: number, event: AgentEvent];

/**
 * Makes up a session, a line at a time: somebody plays a game, and every answer of the agent is what the library decides on
 * what it sees and hears. The same seed gives the same lines.
 */
export async function* sampleSession({ seed, minutes, language }: SampleOptions): AsyncGenerator<MadeLine> {
  const dice = createDice(seed);
  const settings = { seed, language, character: DEFAULT_CHARACTER };
  const dialogue = createScriptedDialogue();
  const history: Said[] = [];
  const texts = new Map<string, string>();
  const lost = byEmotion(() => 0);
  let state: AgentState = initialState(settings);
  let pending: Pending[] = [];
  let lines: string[] = [];
  let [mood, chapter] = [STORY[0]!.emotion, 0];

  const later = (at: number, event: AgentEvent): void => {
    pending.push([at, event]);
    pending.sort(([a], [b]) => a - b);
  };
  const words = (at: number, id: string, speaker: 'player' | 'agent', text: string): void => {
    history.push({ speaker, text });
    lines.push(wordsLine({ at, id, speaker, text }));
  };
  async function take(event: AgentEvent): Promise<void> {
    lines.push(eventLine(event));
    const [next, effects] = step(state, event);
    state = next;
    for (const effect of effects) if (effect.type === 'perform') lines.push(cueLine(effect.cue));
    for (const effect of effects) {
      if (effect.type === 'perform' && effect.cue.kind === 'speech') await say(effect.cue, event.at);
      else if (effect.type === 'hush') later(event.at, { type: 'utterance-end', at: event.at, id: effect.id, outcome: 'cancelled' });
    }
  }
  async function say({ id, act, variant }: SpeechCue, at: number): Promise<void> {
    const { affect, appraisal, character, plan } = state;
    const heard = history.findLast(({ speaker }) => speaker === 'player')?.text ?? null;
    const text = await dialogue.reply({ act, skill: plan?.skill ?? SKILLS_OF_ACT[act][0], variant, language, character, heard, history, affect, appraisal, strategy: plan?.strategy ?? 'attend' });
    const duration = 0.6 + text.length * (language === 'zh' ? 0.2 : 0.06);
    words(at, id, 'agent', text);
    later(at + 0.4, { type: 'utterance-start', at: at + 0.4, id, duration });
    later(at + 0.4 + duration, { type: 'utterance-end', at: at + 0.4 + duration, id, outcome: 'finished' });
  }
  const sense = (at: number, signal: Signal): AgentEvent => ({ type: 'signal', at, signal });

  /** A chapter begins: the game tells what happened, and the player says something about it. */
  function beginChapter(at: number): void {
    const { emotion, said, event } = STORY[chapter === 0 ? 0 : dice.below(STORY.length)]!;
    chapter += 1;
    mood = emotion;
    if (event) later(at + 1, sense(at + 1, { kind: 'context', at: at + 1, latency: 0, source: 'sample', quality: 1, event }));
    for (const [i, text] of said[language].entries()) {
      const [from, id] = [at + 4 + 16 * i + 3 * dice.uniform(), `message-${chapter}-${i}`];
      const to = from + 0.8 + text.length * (language === 'zh' ? 0.2 : 0.07);
      later(from, { type: 'speech-start', at: from });
      for (let now = from + 0.5; now < to; now += 0.25) {
        const emotions = softmax(byEmotion((each) => (each === emotion ? 1.4 : 0) + 0.5 * dice.normal()));
        later(now, sense(now, {
          kind: 'voice', at: now, latency: 0.05, source: 'sample', quality: 0.75, window: 1, speaking: true, loudness: -30 + 5 * dice.normal() + (emotion === 'anger' ? 8 : 0),
          pitch: 180 * 2 ** (0.12 * dice.normal() + (emotion === 'sadness' ? -0.2 : 0.15)), pitchRange: 3 + dice.uniform(), voicedRatio: 0.6, expression: { ...affectOfEmotions(emotions), emotions },
        }));
      }
      later(to, { type: 'speech-end', at: to, words: true });
      later(to + 0.4, sense(to + 0.4, { kind: 'text', at: to + 0.4, latency: 0.3, source: 'sample', quality: 0.9, id, language, reading: readText(text, language), risk: null }));
      texts.set(id, text);
    }
    if (chapter % 9 === 5) later(at + 34, sense(at + 34, { kind: 'report', at: at + 34, latency: 0, source: 'sample', quality: 1, emotion: mood }));
  }

  yield { line: headerLine(settings), share: 0 };
  await take({ type: 'sense', at: 0, sense: 'face', status: 'live', problem: null });
  await take({ type: 'sense', at: 0, sense: 'voice', status: 'live', problem: null });
  for (let frame = 0; frame < minutes * 1800; frame += 1) {
    const at = frame * FRAME;
    if (frame % (CHAPTER * 30) === 90) beginChapter(at);
    const due = pending.filter(([when]) => when <= at);
    pending = pending.filter(([when]) => when > at);
    for (const [, event] of due) {
      if (event.type === 'signal' && event.signal.kind === 'text') words(event.at, event.signal.id, 'player', texts.get(event.signal.id) ?? '');
      await take(event);
    }
    if (frame % 3 === 0) await take({ type: 'tick', at });
    await take(sense(at, look(at)));
    for (const line of lines) yield { line, share: frame / (minutes * 1800) };
    lines = [];
  }

  /** What a camera would tell now: a face that shows the mood with errors that last for some frames; nobody before the third second and while the player is away. */
  function look(at: number): Signal {
    for (const emotion of EMOTIONS) lost[emotion] = 0.9 * lost[emotion] + 0.25 * dice.normal();
    const base = { kind: 'face', at, latency: 0.06, source: 'sample', blendshapes: null, others: 0 } as const;
    if (at < 3 || (at - 120) % 900 < AWAY && at >= 120) return { ...base, quality: 0, present: false, scores: null, pose: null, place: null, neutral: 0, expression: null, mouth: 0 };
    const strength = 0.8 + 1.5 * Math.sin(Math.PI * Math.min(1, ((at - 3) % CHAPTER) / CHAPTER)) ** 2;
    const shown = (sharp: number): Record<Emotion, number> => softmax(byEmotion((emotion) => (emotion === mood ? sharp * strength : 0) + lost[emotion]));
    const feels = (...emotions: Emotion[]): number => (emotions.includes(mood) ? Math.min(1, strength / 2.5) : 0);
    const noise = 0.06 * dice.normal();
    const near = (value: number): number => Math.min(1, Math.max(0, value + noise));
    return {
      ...base, quality: 0.8 + 0.1 * dice.uniform(), present: true, neutral: Math.min(1, at / 30), mouth: 1,
      scores: {
        smile: Math.max(-1, Math.min(1, 0.7 * feels('happiness') - 0.5 * feels('sadness') + noise)), browRaise: near(0.6 * feels('surprise', 'fear')), browLower: near(0.7 * feels('anger')),
        eyeOpen: Math.max(-1, Math.min(1, 0.5 * feels('surprise', 'fear') + noise)), mouthOpen: near(0.3 * feels('surprise')),
      },
      pose: { yaw: 0.2 * Math.sin(at / 7), pitch: 0.1 * Math.sin(at / 11), roll: 0 }, place: { x: 0, y: 0, width: 0.3 },
      expression: { whole: shown(1), upper: shown(0.6) },
    };
  }
}
