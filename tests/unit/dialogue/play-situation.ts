import { readFileSync } from 'node:fs';
import {
  affectOfEmotions, byEmotion, type ContextEvent, createAgent, type DialogueProvider, type DialogueRequest, type Emotion, type Language, normalise, type TextReader, type TextReading,
} from 'attune';
import { createFakeSource, createManualClock, fakeFace, fakeVoice } from 'attune/testing';
import { loadTextNet } from '../../../models/text/readers.ts';
import { createWishReader } from '../../../src/browser/text/intent/wish-reader.ts';
import { createTextAnalyser } from '../../../src/browser/text/create-text-analyser.ts';

/** One conversation, the player's side. */
export interface Situation {
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  readonly turns: readonly {
    readonly text?: string;
    readonly affect?: { readonly emotion: Emotion; readonly strength: number; readonly sense: 'face' | 'voice' };
    readonly event?: ContextEvent;
    readonly pause?: number;
  }[];
  readonly expect: string;
  readonly facts: readonly string[];
}

/** What happened, in order. */
export type Moment =
  | { readonly kind: 'player'; readonly text: string }
  /** Without a request where safety spoke. */
  | { readonly kind: 'agent'; readonly text: string; readonly request: DialogueRequest | null }
  | { readonly kind: 'note'; readonly text: string };

const situationsOf = (file: string): readonly Situation[] => JSON.parse(readFileSync(new URL(`../../sets/${file}`, import.meta.url), 'utf8')) as readonly Situation[];

/** Content was written while reading these. */
export const SITUATIONS = situationsOf('situations.json');

/** So was what answers questions, corrections and the like, and these by another author. */
export const MORE_SITUATIONS = situationsOf('situations-2.json');

/** Nobody who wrote content had read these: they show how far it reaches. */
export const UNFORESEEN = [...situationsOf('situations-held-out.json'), ...situationsOf('situations-held-out-2.json')];

/** Reads all texts beforehand with the light models, so that the time that reading takes changes nothing. */
export async function readAhead(texts: readonly { readonly text: string; readonly language: Language }[]): Promise<TextReader> {
  const analyser = createTextAnalyser({ light: loadTextNet('text') });
  const wishes = await createWishReader();
  const readings = new Map<string, TextReading>();
  for (const { text, language } of texts) {
    const { valence, arousal, dominance, emotions, cues } = analyser.analyse(text, language);
    readings.set(text, { valence, arousal, dominance, emotions, cues, ...(await wishes.read(text, language)) });
  }
  return { read: (text) => readings.get(text)! };
}

/** How long a face or a voice keeps an expression, and how often it is looked at. */
const SHOWS = 2;
const LOOKS = 0.25;
const LONGEST_WAIT = 30;

/** Plays a conversation through an agent on a clock of its own. */
export async function play(situation: Situation, reader: TextReader, dialogue: DialogueProvider): Promise<readonly Moment[]> {
  const clock = createManualClock();
  const moments: Moment[] = [];
  const requests: DialogueRequest[] = [];
  const { reply, written } = dialogue;
  const agent = createAgent({
    compliance: { mode: 'emotion', consent: true, introduces: false },
    clock, seed: 7, language: situation.language, text: reader,
    dialogue: {
      ...(written && { written }),
      reply(request, signal) {
        requests.push(request);
        return reply(request, signal);
      },
    },
    onProblem: (problem) => moments.push({ kind: 'note', text: problem.message }),
  });
  let seen = 0;
  let answered = 0;
  agent.subscribe(() => {
    const spoken = agent.captions.filter(({ speaker }) => speaker === 'agent');
    for (const { text } of spoken.slice(seen)) {
      moments.push({ kind: 'agent', text, request: requests.length > answered ? requests.at(-1)! : null });
      answered = requests.length;
    }
    seen = Math.max(seen, spoken.length);
  });
  const senses = { face: createFakeSource('face'), voice: createFakeSource('voice') };
  await agent.attach(senses.face);
  await agent.attach(senses.voice);
  agent.start();

  async function settle(): Promise<void> {
    for (let waited = 0; waited < LONGEST_WAIT; waited += 0.5) {
      await clock.advanceAsync(0.5);
      if (!agent.state.conversation.utterance) return;
    }
  }

  async function show({ emotion, strength, sense }: { readonly emotion: Emotion; readonly strength: number; readonly sense: 'face' | 'voice' }): Promise<void> {
    const emotions = normalise(byEmotion((each) => (each === emotion ? strength : (1 - strength) / 7 + (each === 'neutral' ? 0.05 : 0))));
    for (let shown = 0; shown < SHOWS; shown += LOOKS) {
      const at = clock.now();
      if (sense === 'face') senses.face.send({ type: 'signal', at, signal: fakeFace(at, {}, { expression: { whole: emotions, upper: emotions } }) });
      else senses.voice.send({ type: 'signal', at, signal: fakeVoice(at, { expression: { emotions, ...affectOfEmotions(emotions) } }) });
      await clock.advanceAsync(LOOKS);
    }
  }

  for (const { text, affect, event, pause } of situation.turns) {
    if (affect) await show(affect);
    if (event) {
      moments.push({ kind: 'note', text: event });
      agent.observe(event);
    }
    if (text !== undefined) {
      moments.push({ kind: 'player', text });
      agent.say(text);
    }
    await settle();
    if (pause) {
      moments.push({ kind: 'note', text: `${pause} s` });
      await clock.advanceAsync(pause);
      await settle();
    }
  }
  await agent.stop();
  return moments;
}

/** The conversation as people read it. */
export function transcript({ id, title }: Situation, moments: readonly Moment[]): string {
  const lines = moments.map((moment) => {
    if (moment.kind === 'note') return `        (${moment.text})`;
    if (moment.kind === 'player') return `player  ${moment.text}`;
    if (!moment.request) return `agent   ${moment.text}   [safety]`;
    const { act, strategy, skill } = moment.request;
    return `agent   ${moment.text}   [${strategy}: ${act}, ${skill}]`;
  });
  return `${id}: ${title}\n\n${lines.join('\n')}\n`;
}
