import { type Agent, asProblem, type AttuneError, type AvatarFrame, createAgent, createAvatarFrame, createRelease, type SpeechSynthesizer } from 'attune';
import { createBrowserClock, createFaceSource, createVoiceSource } from 'attune/browser';
import type { KioskConfig } from 'attune/kiosk';
import { createMemory } from 'attune/memory';
import type { Who } from '../playground/characters/characters.ts';
import { firstLocale, helpIn } from '../playground/help/country.ts';
import { FIRST_HEARING, recognizerFor } from '../playground/hearing.ts';
import { namingProblems, type Problems } from '../shared/problems.ts';
import type { PageLanguage } from '../shared/words.ts';
import type { Tools } from './tools.ts';

/** What a visitor allowed. */
export interface Allowed {
  readonly camera: boolean;
  readonly microphone: boolean;
}

/** One visitor with one agent. Both go together: nothing of it outlives the end. */
export interface Visit {
  readonly agent: Agent;
  readonly allowed: Allowed;
  setLanguage(language: PageLanguage): void;
  frame(): AvatarFrame;
  /** Whether a face was seen just now; null where none is looked for. */
  sees(): boolean | null;
  /** Forgets everything and releases every device. */
  end(): Promise<void>;
}

interface VisitOptions {
  readonly tools: Tools;
  readonly config: KioskConfig;
  readonly who: Who;
  readonly language: PageLanguage;
  readonly problems: Problems;
  readonly seed: number;
  readonly onProblem: (problem: AttuneError) => void;
}

/** A face that was not seen for so long, in seconds, is gone. */
const GONE = 2;

/** The agent while nobody visits: it breathes and looks about, hears and sees nothing, and says nothing. */
export function createIdleAgent({ who: { character }, language, seed }: Pick<VisitOptions, 'who' | 'language' | 'seed'>): Agent {
  const agent = createAgent({ clock: createBrowserClock(), seed, language, character, compliance: { mode: 'text-only', context: 'public' } });
  agent.start();
  return agent;
}

/** Begins a visit. Call it from a touch or a key, or the browser holds the sound back. */
export function beginVisit(options: VisitOptions, allowed: Allowed): Visit {
  const { tools, config, who, language, problems, seed, onProblem } = options;
  const { assets, audio, earcons, dialogue, fuser } = tools;
  const clock = createBrowserClock();
  let expected = language;
  const held = createRelease(onProblem);
  const memory = createMemory({ span: 'session', onProblem });
  held.hold('The memory', memory.settled);
  const agent = createAgent({
    clock, seed, language, character: who.character, memory, dialogue, text: tools.text, speech: lent(tools.voiceOf(who.id)),
    help: helpIn(config.locale ?? firstLocale(navigator.languages)), compliance: { mode: config.mode, context: 'public', consent: config.mode === 'emotion' },
    playSound: (cue) => void earcons.play(cue).catch((thrown: unknown) => onProblem(asProblem(thrown, 'unsupported', 'A sound could not be played'))),
    onProblem,
  });
  held.hold('The agent', agent.stop);
  agent.setFusion({ fuser });
  held.hold('The short sounds', agent.subscribe(() => earcons.follow(agent.state)));
  const ear = allowed.microphone ? createVoiceSource({ assets, audio, ...recognizing(expected, assets) }) : null;
  const eye = allowed.camera ? createFaceSource({ assets }) : null;

  void audio.open().catch((thrown: unknown) => onProblem(asProblem(thrown, 'unsupported', 'Sound could not be opened')));
  agent.start();
  // Who agreed to a visit is greeted, also where nothing is seen or heard.
  agent.operate(true);
  agent.choose({ strategy: 'attend', act: 'greet' });
  agent.operate(false);
  if (eye) void agent.attach(namingProblems(eye, problems));
  if (ear) void agent.attach(namingProblems(ear, problems));

  return {
    agent, allowed,
    setLanguage(next) {
      expected = next;
      agent.setLanguage(next);
      ear?.listenWith(recognizerFor(FIRST_HEARING, expected, assets));
    },
    frame() {
      const frame = createAvatarFrame();
      agent.sample(frame);
      return frame;
    },
    sees() {
      const { senses, signals } = agent.state;
      if (senses.face.status !== 'live') return null;
      return signals.face?.kind === 'face' && signals.face.present && clock.now() - signals.face.at < GONE;
    },
    end() {
      agent.erase();
      return held.end();
    },
  };
}

function recognizing(language: PageLanguage, assets: string): { readonly recognizer?: NonNullable<ReturnType<typeof recognizerFor>> } {
  const recognizer = recognizerFor(FIRST_HEARING, language, assets);
  return recognizer ? { recognizer } : {};
}

/** A voice that the agent uses and does not own: it is still there for the next visitor. */
const lent = (speech: SpeechSynthesizer): SpeechSynthesizer => ({
  get capabilities() {
    return speech.capabilities;
  },
  ...(speech.parts ? { parts: speech.parts } : {}),
  speaks: (language) => speech.speaks(language),
  speak: (request, clock, listener) => speech.speak(request, clock, listener),
  duck: (id, level) => speech.duck?.(id, level),
  cancel: (id) => speech.cancel(id),
  sampleMouth: (mouth) => speech.sampleMouth(mouth),
  dispose: async () => undefined,
});
