import { FUSION_METHODS, type FusionMethod } from '../affect/choose-fusion.ts';
import { detectLanguage } from '../affect/read-text.ts';
import type { Emotion } from '../affect/emotion.ts';
import type { Character } from '../appraise/character.ts';
import { parseCharacter } from '../appraise/character-schema.ts';
import { createHealthBoard, type Health } from '../health/health.ts';
import type { Supervised } from '../health/part.ts';
import { createRelease } from '../health/release.ts';
import type { AvatarFrame } from '../perform/frame.ts';
import type { Gesture } from '../perform/gestures/index.ts';
import { samplePerformance } from '../perform/sample.ts';
import { closeMouth, VISEMES } from '../perform/viseme.ts';
import { DIALOGUE_ACTS, type DialogueAct, FIXED_ACTS, SKILLS_OF_ACT, type SupportSkill } from '../plan/dialogue-act.ts';
import type { OperatorChoice } from '../plan/operator.ts';
import type { Strategy } from '../plan/plan.ts';
import { styleRange } from '../plan/style-range.ts';
import type { Clock } from '../ports/clock.ts';
import type { DialogueProvider } from '../ports/dialogue-provider.ts';
import type { EmotionFuser } from '../ports/emotion-fuser.ts';
import { guardFuser } from '../ports/guard-fuser.ts';
import type { PlayerMemory } from '../ports/player-memory.ts';
import type { SignalSource } from '../ports/signal-source.ts';
import type { StyleChooser } from '../ports/style-chooser.ts';
import type { SpeechSynthesizer } from '../ports/speech-synthesizer.ts';
import type { TextReader } from '../ports/text-reader.ts';
import { allowedPart, type Compliance, expectAllowed, readCompliance } from '../safety/compliance.ts';
import { type HelpOptions, readHelp } from '../safety/help.ts';
import { screenReply } from '../safety/screen-reply.ts';
import { asProblem, AttuneError } from '../problem.ts';
import type { ContextEvent } from '../signals/context.ts';
import type { Sense } from '../signals/signal.ts';
import { type HeardWords, type Language, LANGUAGES, type TextSignal } from '../signals/text.ts';
import { type Seconds, type Unit, unit } from '../units.ts';
import type { Cue, SoundCue } from '../perform/cue.ts';
import { type Patience, readPatience } from './find-words.ts';
import { createUnderstanding } from './understanding.ts';
import { meaningOf, type OwnEvents, readOwnEvents } from './own-events.ts';
import type { AgentEvent } from './event.ts';
import { cueLine, eventLine, headerLine, wordsLine } from './event-log.ts';
import { admitEvent, admitWords } from './event-schema.ts';
import { createGuard, steadyClock } from './guard.ts';
import { looksHere } from './looks-here.ts';
import { type AgentState, type FusionChoice, initialState } from './state.ts';
import { step, takeInSignal } from './step.ts';
import { type Caption, createTurns } from './turns.ts';

/** What an agent is made of. Only its clock must be given; what is left out is done without, or by the defaults named here. */
export interface AgentOptions {
  readonly clock: Clock;
  /** Any integer; the same seed and events give the same behaviour. Default 1. */
  readonly seed?: number;
  readonly language?: Language;
  /** Who the agent is; what is left out is as in {@link DEFAULT_CHARACTER}. */
  readonly character?: Partial<Character>;
  /** Finds the agent's words. Default, and null: the scripted lines, which need nothing. */
  readonly dialogue?: DialogueProvider | null;
  /**
   * Stands in when {@link dialogue} fails, stalls, or is a language model that must not be asked. Default: the scripted lines, which
   * also stand in for it.
   */
  readonly fallback?: DialogueProvider;
  /** How long words are waited for before others are found; each between 0 and 25 s. */
  readonly patience?: Partial<Patience>;
  /** Remembers what the player wants to be remembered, over visits too. Without one nothing is. */
  readonly memory?: PlayerMemory;
  /** Suits the way the agent talks to the player, within what its character and safety allow, such as one of `attune/adapt`. Without one it is as its character is. */
  readonly adaptation?: StyleChooser | null;
  /** Reads what the player writes and says. Default, and null: {@link readText}, a small lexicon that needs nothing. */
  readonly text?: TextReader | null;
  /**
   * What may be read of the player, and where the agent is used. Where it is given, the mode is `expression-reactive` unless it says
   * otherwise, and `emotion` needs `consent`; where it is left out, whoever attaches a camera or a microphone vouches for the consent.
   */
  readonly compliance?: Partial<Compliance>;
  /** Where people answer in a crisis: the players' locale, or the operator's own numbers. */
  readonly help?: HelpOptions;
  /** How face and voice are brought together. Default: `auto`, which without a fuser is weighted. */
  readonly fusion?: FusionOptions;
  /** The host's own names for what happens in it, each with what it means for the player: `{ 'level-failed': 'lost' }`. */
  readonly events?: OwnEvents;
  /** The agent's voice. Without one, captions stand alone. */
  readonly speech?: SpeechSynthesizer | null;
  /** Plays the agent's short sounds, among them one while its words take long. Without one it makes none. */
  readonly playSound?: ((cue: SoundCue) => void) | null;
  /** Receives the session as lines of JSON, the header first; `attune/record` reads them. */
  readonly record?: (line: string) => void;
  /** Whether {@link record} may also get the words, as lines of type `words`. Needs a consent of its own. */
  readonly recordWords?: boolean;
  /** Hears of everything that went wrong, in one sentence each. The loop goes on regardless. */
  readonly onProblem?: (problem: AttuneError) => void;
}

/** How the agent brings face and voice together, and by which net. */
export interface FusionOptions {
  readonly method?: FusionMethod;
  /** The learnt knowledge that `learned` and `auto` need. */
  readonly fuser?: EmotionFuser | null;
}

/** What an operator wants the agent to do next. */
export interface OperatorWish {
  readonly strategy: Strategy;
  readonly act: DialogueAct;
  /** One of those that {@link SKILLS_OF_ACT} allows for the act; its usual one by default. */
  readonly skill?: SupportSkill;
  readonly words?: string;
}

/** A character that perceives, feels with the player, and answers. */
export interface Agent {
  /** The newest state; a new object after every event. */
  readonly state: AgentState;
  /** What was said, newest last; a new array whenever it changes. */
  readonly captions: readonly Caption[];
  /** How the devices, workers and contexts are doing that the agent depends on; a new object whenever that changes. */
  readonly health: Health;
  /** Calls `listener` after every change of state, captions or health; returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** Calls `listener` for every cue as it is given. */
  onCue(listener: (cue: Cue) => void): () => void;
  /**
   * Counts the parts of something into {@link health}, such as an avatar's picture; returns how to stop. What the agent was given as
   * an option or was attached to it is counted already.
   */
  supervise(supervised: Supervised): () => void;
  /** Begins to live: time passes, blinks and glances happen. */
  start(): void;
  /**
   * Opens a sense. A source of the same sense is closed first. Resolves when live or reported.
   *
   * @throws {AttuneError} `permission-denied` when the compliance mode does not allow it
   */
  attach(source: SignalSource): Promise<void>;
  /** Closes a sense and releases its device. */
  detach(sense: Sense): Promise<void>;
  /**
   * The player writes to the agent. Empty text is ignored; more than 2,000 characters throw.
   *
   * @param options.corrects the id of a caption of the player's, whose words this replaces: what was heard wrongly is answered anew
   * @param options.language of the text, where the host knows it. Otherwise its letters tell; without any the conversation's language stays
   */
  say(text: string, options?: { readonly corrects?: string; readonly language?: Language }): void;
  /** Players say themselves how they feel, by a tap or a menu: that outweighs what is seen and heard, and fades over a minute. */
  report(emotion: Emotion): void;
  /** Makes a movement that something outside wishes for, such as a language model; how strongly is 0.6 by default. */
  gesture(gesture: Gesture, strength?: Unit): void;
  /**
   * Something happened to the player in the host game: one of {@link CONTEXT_EVENTS}, or a name out of {@link AgentOptions.events}.
   *
   * @throws {AttuneError} `bad-input` for any other name, listing those that there are
   */
  observe(event: ContextEvent | { readonly event: string }): void;
  /** Somebody who can help is with the player now, or a person found that there was no crisis: the conversation may go on to other things. */
  endCrisis(): void;
  /**
   * Tells where people answer in a crisis from now on, as when players say which country they are in.
   *
   * @throws {AttuneError} `bad-input` when nothing is known of the locale and no resources are given
   */
  setHelp(help: HelpOptions): void;
  /**
   * A person decides from now on what the agent does, as in a Wizard-of-Oz study, or leaves that to the agent again. Meanwhile the
   * agent listens and looks as ever, and answers a crisis and a boundary all the same.
   */
  operate(present: boolean): void;
  /**
   * The operator's choice of what the agent does next.
   *
   * @param choice.words what is said, in the operator's own words; where they are left out a dialogue finds them
   * @throws {AttuneError} `bad-input` while nobody operates the agent, where the skill is none of the act's, and for words that no
   *   language model may say either
   */
  choose(choice: OperatorWish): void;
  /** Up to four lines that people wrote and that would fit a choice now, without saying any. */
  candidates(choice: OperatorWish): Promise<readonly string[]>;
  setLanguage(language: Language): void;
  /**
   * Brings face and voice together in another way from now on; what is left out stays as it is. A net may come when it is loaded.
   *
   * @throws {AttuneError} `bad-input` when the method is unknown
   */
  setFusion(change: FusionOptions): void;
  /** 1 moves as usual, 0 keeps still for those who prefer reduced motion. */
  setMotion(motion: number): void;
  /** Takes in an event of an adapter that is no source. @throws {AttuneError} `bad-input` */
  dispatch(event: AgentEvent): void;
  /** Fills a frame with what the avatar shows now. Allocates nothing. */
  sample(frame: AvatarFrame): void;
  /** Forgets this visitor: what was felt, said and heard, and what memory, adaptation and dialogue keep of them, on the device too. */
  erase(): void;
  /** Ends everything: closes all senses and the voice, all of them begun before this returns. The agent can't be started again, and opens nothing any more. */
  stop(): Promise<void>;
}

/** A source that was attached. */
interface Attached {
  /** Whether it is listened to. */
  open: boolean;
  /** Closes it and releases its device. Nothing that it tells afterwards is listened to, also where it was not waited for any longer. */
  readonly close: () => Promise<void>;
}

/** How often time passes for the core, in seconds; frames are sampled as often as they are drawn. */
const TICK = 0.1;

const LONGEST_MESSAGE = 2000;

/** Sound and pictures are told of so much before their time at most. */
const AHEAD: Seconds = 1;

/** What is closed has so long to let go of what it holds. */
const STOP_PATIENCE: Seconds = 3;

const MEMORY_FAILED = 'The memory failed';
const ADAPTATION_FAILED = 'The adaptation failed';

/** Words that were heard less surely than this are not remembered. */
const SURE_ENOUGH: Unit = 0.6;

/**
 * Makes an agent: the pure core plus the effects that it asks for.
 *
 * @throws {AttuneError} `bad-input` when an option is out of its range
 */
export function createAgent(options: AgentOptions): Agent {
  const { seed = 1, language = 'en', speech = null, onProblem = () => {} } = options;
  const clock = steadyClock(options.clock);
  const guard = createGuard(clock, onProblem);
  if (!Number.isInteger(seed)) throw new AttuneError('bad-input', `Expected an integer seed, but got ${seed}. Pass a whole number.`);
  if (!LANGUAGES.includes(language)) throw new AttuneError('bad-input', `Expected language to be one of ${LANGUAGES.join(', ')}, but got ${String(language)}.`);
  let fuser: EmotionFuser | null = null;
  const settings = { seed: seed >>> 0, language, character: parseCharacter(options.character ?? {}), fusion: choose('auto', options.fusion ?? {}), compliance: readCompliance(options.compliance) };
  let state = initialState(settings, 0);
  let motion = 1;
  let living = false;
  /** All that ends with the agent. From then on it hears how its senses are closed, and nothing else. */
  const held = createRelease(guard.tell);
  let stopped = false;
  let visitorSince = Number.NEGATIVE_INFINITY;
  let recording = options.record !== undefined;
  let help = readHelp(options.help);
  const ownEvents = readOwnEvents(options.events);
  const listeners = new Set<() => void>();
  const cueListeners = new Set<(cue: Cue) => void>();
  const sources = new Map<Sense, Attached>();
  const board = createHealthBoard(clock, () => notify());
  const watching = new Set<() => void>();
  const turns = createTurns({
    clock,
    dialogue: options.dialogue ?? null,
    fallback: options.fallback ?? null,
    patience: readPatience(options.patience),
    memory: options.memory ?? null,
    help: () => help,
    speech,
    dispatch: take,
    changed: notify,
    guard,
    slow: options.playSound ? () => play({ kind: 'sound', at: clock.now(), earcon: 'thinking' }) : null,
    words: options.recordWords && options.record ? (caption) => record(wordsLine(caption)) : null,
  });
  record(headerLine(settings));
  for (const each of [speech, options.text]) if (each) supervise(each);

  function choose(before: FusionMethod, { method = before, fuser: next }: FusionOptions): FusionChoice {
    if (!FUSION_METHODS.includes(method)) throw new AttuneError('bad-input', `Expected the fusion's method to be one of ${FUSION_METHODS.join(', ')}, but got ${String(method)}.`);
    if (next !== undefined) fuser = next && guardFuser(next, (fault) => guard.tell(asProblem(fault, 'model-missing', 'The fuser failed, so face and voice are weighted there')));
    if (method === 'learned' && !fuser) guard.tell(new AttuneError('model-missing', 'Expected a fuser for the fusion method "learned", but got none, so face and voice are weighted. Pass loadFusionNet()\'s, or choose "auto".'));
    return { method, net: fuser?.name ?? null };
  }

  function notify(): void {
    for (const listener of listeners) call(listener, listener);
  }

  /** A listener of the host's that throws keeps nobody else from hearing. */
  function call(listener: object, hears: () => void): void {
    try {
      hears();
    } catch (thrown) {
      guard.tellOnce(listener, asProblem(thrown, 'bad-input', 'A listener of the host\'s failed'));
    }
  }

  /** A log with a gap would replay another session: it ends where it can't be written any more. */
  function record(line: string): void {
    if (!recording) return;
    recording = guard.call('storage-failed', 'The session can\'t be recorded any more, so its log ends here', () => {
      options.record?.(line);
      return true;
    }, false);
  }

  function play(cue: SoundCue): void {
    guard.call('bad-input', 'A sound could not be played', () => options.playSound?.(cue), undefined);
  }

  function take(given: AgentEvent): void {
    if (stopped || (held.ended && given.type !== 'sense')) return;
    // What may not be read is not even recorded.
    const event = allowed(given);
    if (!event) return;
    if (event.type === 'signal' && event.signal.kind === 'text') suit(event, event.signal);
    record(eventLine(event));
    if (event.type === 'signal' && event.signal.kind === 'text') turns.screened(event.signal.id, event.signal.risk);
    const [next, effects] = step(state, event, fuser);
    state = next;
    if (event.type === 'signal' && event.signal.kind === 'text') remember(event.signal);
    if (event.type === 'visitor' && event.change === 'left') guard.call('storage-failed', MEMORY_FAILED, () => options.memory?.leave(), undefined);
    // Before anything is done about them, since that may lead to further events.
    if (recording) for (const effect of effects) if (effect.type === 'perform') record(cueLine(effect.cue));
    for (const effect of held.ended ? [] : effects) {
      if (effect.type === 'hush') turns.hush(effect.id);
      else if (effect.type === 'duck') turns.duck(effect.id, effect.level);
      else {
        for (const listener of cueListeners) call(listener, () => listener(effect.cue));
        if (effect.cue.kind === 'speech') void turns.speak(effect.cue, state);
        else if (effect.cue.kind === 'sound') play(effect.cue);
      }
    }
    guard.call('bad-input', ADAPTATION_FAILED, () => options.adaptation?.heed(event), undefined);
    notify();
  }

  /** Lets the style be chosen in which a message is answered. Nobody chooses where it calls for care, or for a person who answers it. */
  function suit(event: Extract<AgentEvent, { type: 'signal' }>, { id, risk }: TextSignal): void {
    if (!options.adaptation || risk !== null || state.operator) return;
    const [seen, signal] = takeInSignal(state, event, fuser);
    if (!signal) return;
    const { length } = turns.captions.find((caption) => caption.id === id)?.text ?? '';
    const style = guard.call('bad-input', ADAPTATION_FAILED, () => options.adaptation?.choose({ at: seen.at, affect: seen.affect, course: seen.course, length }, styleRange(seen)), null);
    if (style) takeFromOutside({ type: 'style', at: event.at, style });
  }

  /** Hands a message to the memory. What calls for care is not remembered, nor words that were hardly made out. */
  function remember({ id, risk, quality, language: spoken }: TextSignal): void {
    const text = turns.captions.find((caption) => caption.id === id)?.text;
    if (risk !== null || quality < SURE_ENOUGH || text === undefined) return;
    guard.call('storage-failed', MEMORY_FAILED, () => options.memory?.take({ speaker: 'player', text, language: spoken, affect: state.affect, move: null }), undefined);
  }

  function allowed(event: AgentEvent): AgentEvent | null {
    if (event.type !== 'signal') return event;
    const signal = allowedPart(event.signal, settings.compliance);
    return signal && { ...event, signal };
  }

  /** Adapters are outside: what they send is checked, and a bad event is reported and dropped. */
  function takeFromOutside(event: AgentEvent): void {
    let admitted: AgentEvent;
    try {
      admitted = admitEvent(event);
    } catch (thrown) {
      guard.tell(asProblem(thrown, 'bad-input', 'An event was dropped'));
      return;
    }
    take(notAhead(admitted));
  }

  /** What comes from a clock that is ahead has happened now: nothing may bring the agent to a time that its own clock only reaches later. */
  function notAhead(event: AgentEvent): AgentEvent {
    const now = clock.now();
    if (event.at <= now + AHEAD && (event.type !== 'signal' || event.signal.at <= now + AHEAD)) return event;
    const at = Math.min(event.at, now);
    return event.type === 'signal' ? { ...event, at, signal: { ...event.signal, at: Math.min(event.signal.at, now) } } : { ...event, at };
  }

  const { understand, forget } = createUnderstanding({ clock, reader: options.text ?? null, dispatch: takeFromOutside, onProblem: guard.tell });

  held.hold('The voice', () => guard.wait('speech-failed', 'The voice did not end', () => speech?.dispose(), STOP_PATIENCE));
  held.hold('The reading of a message', forget);
  held.hold('The turn of the agent', turns.end);

  /** Words that are still being said are only shown; those of a whole speech are a message. */
  function hear(given: HeardWords): void {
    const words = guard.call('bad-input', 'Words that were heard were dropped', () => admitWords(given), null);
    if (!words) return;
    // What the last visitor was still saying when they were forgotten is shown to nobody.
    if (held.ended || words.at < visitorSince) return;
    const text = words.text.slice(0, LONGEST_MESSAGE);
    const id = turns.hear({ ...words, text });
    if (id !== null) understand(text, { id, at: words.at, source: words.source, quality: words.confidence, language: words.language });
    else if (words.final) takeFromOutside({ type: 'words-missed', at: clock.now() });
  }

  /** Takes charge of a source until it is closed. One that does not stop is not waited for. */
  function hold(source: SignalSource): Attached {
    const letGo = supervise(source);
    const attached: Attached = {
      open: true,
      close: held.hold(`The ${source.sense} source`, async () => {
        await guard.wait('device-busy', `The ${source.sense} source did not stop`, () => source.stop(), STOP_PATIENCE);
        attached.open = false;
        letGo();
      }),
    };
    return attached;
  }

  function supervise(supervised: Supervised): () => void {
    const stop = board.supervise(supervised);
    const letGo = (): void => {
      watching.delete(letGo);
      stop();
    };
    watching.add(letGo);
    return letGo;
  }

  return {
    get state() {
      return state;
    },
    get captions() {
      return turns.captions;
    },
    get health() {
      return board.health;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    supervise,
    onCue(listener) {
      cueListeners.add(listener);
      return () => cueListeners.delete(listener);
    },
    start() {
      if (held.ended) throw new AttuneError('bad-input', 'Expected a fresh agent, but this one was stopped. Make a new one with createAgent.');
      if (living) return;
      living = true;
      held.hold('The time of the agent', clock.every(TICK, () => take({ type: 'tick', at: clock.now() })));
    },
    async attach(source) {
      expectAllowed(settings.compliance, source.sense);
      if (held.ended) return;
      const before = sources.get(source.sense);
      const attached = hold(source);
      sources.set(source.sense, attached);
      await before?.close();
      // Meanwhile it may have been detached again, or another one attached.
      if (held.ended || sources.get(source.sense) !== attached) return;
      const ifOpen = <T>(listen: (told: T) => void) => (told: T): void => {
        if (attached.open) listen(told);
      };
      try {
        await source.start(options.clock, { event: ifOpen(takeFromOutside), words: ifOpen(hear), problem: ifOpen(guard.tell), looking: () => looksHere(state, clock.now()) });
      } catch (thrown) {
        const problem = asProblem(thrown, 'device-missing', `The ${source.sense} source did not start`);
        ifOpen(guard.tell)(problem);
        ifOpen(takeFromOutside)({ type: 'sense', at: clock.now(), sense: source.sense, status: 'failed', problem: problem.code });
      }
    },
    async detach(sense) {
      const attached = sources.get(sense);
      sources.delete(sense);
      await attached?.close();
    },
    say(text, { corrects = null, language: written } = {}) {
      const message = text.trim();
      if (message === '') return;
      if (message.length > LONGEST_MESSAGE) {
        throw new AttuneError('bad-input', `Expected a message of at most ${LONGEST_MESSAGE} characters, but got ${message.length}. Send it in parts.`);
      }
      const at = clock.now();
      const id = turns.read(message, at, corrects);
      understand(message, { id, at, source: 'typed', quality: 1, language: written ?? (/\p{L}/u.test(message) ? detectLanguage(message) : state.language) });
    },
    report(emotion) {
      const at = clock.now();
      takeFromOutside({ type: 'signal', at, signal: { kind: 'report', at, latency: 0, source: 'player', quality: 1, emotion } });
    },
    gesture(gesture, strength = 0.6) {
      takeFromOutside({ type: 'gesture', at: clock.now(), gesture, strength });
    },
    observe(happened) {
      const at = clock.now();
      const event = meaningOf(happened, ownEvents);
      takeFromOutside({ type: 'signal', at, signal: { kind: 'context', at, latency: 0, source: 'host', quality: 1, event } });
    },
    endCrisis() {
      takeFromOutside({ type: 'crisis-over', at: clock.now() });
    },
    setHelp(next) {
      help = readHelp(next);
    },
    operate(present) {
      takeFromOutside({ type: 'operator', at: clock.now(), present });
    },
    choose(wish) {
      if (!state.operator) throw new AttuneError('bad-input', 'Expected an operator, but the agent decides itself. Call operate(true) first.');
      const words = wish.words?.trim() ?? '';
      expectSayable(wish.act, words);
      takeFromOutside({ type: 'operator-act', at: clock.now(), ...choiceOf(wish), words: words === '' ? null : turns.keep(words) });
    },
    candidates: (wish) => turns.candidates(choiceOf(wish), state),
    setLanguage(next) {
      takeFromOutside({ type: 'language', at: clock.now(), language: next });
    },
    setFusion(change) {
      takeFromOutside({ type: 'fusion', at: clock.now(), ...choose(state.fusion.method, change) });
    },
    setMotion(next) {
      motion = next > 0 ? Math.min(1, next) : 0;
    },
    dispatch(event) {
      take(admitEvent(event));
    },
    sample(frame) {
      samplePerformance(state.performance, clock.now(), motion, frame);
      frame.speaking = state.conversation.utterance?.started != null;
      closeMouth(frame.mouth);
      // Where nothing is said, whatever a voice has yet to fall silent with is not mouthed.
      if (!speech || !state.conversation.utterance) return;
      try {
        speech.sampleMouth(frame.mouth);
      } catch (thrown) {
        guard.tellOnce(speech, asProblem(thrown, 'speech-failed', 'The voice does not tell its mouth'));
      }
      for (const viseme of VISEMES) frame.mouth[viseme] = unit(frame.mouth[viseme]);
    },
    erase() {
      visitorSince = clock.now();
      // A stopped agent takes in no more events, but it still has something to forget.
      if (held.ended) state = initialState(settings, clock.now());
      else take({ type: 'visitor', at: clock.now(), change: 'left' });
      turns.clear();
      forget();
      guard.call('storage-failed', MEMORY_FAILED, () => options.memory?.forget(), undefined);
      guard.call('storage-failed', ADAPTATION_FAILED, () => options.adaptation?.forget(), undefined);
      guard.call('storage-failed', 'The dialogue forgot nothing', () => options.dialogue?.forget?.(), undefined);
    },
    async stop() {
      await held.end();
      stopped = true;
      for (const letGo of watching) letGo();
    },
  };
}

function choiceOf({ strategy, act, skill = SKILLS_OF_ACT[act]?.[0] }: OperatorWish): Omit<OperatorChoice, 'words'> {
  if (!DIALOGUE_ACTS.includes(act)) throw new AttuneError('bad-input', `Expected an act out of DIALOGUE_ACTS, but got ${String(act)}.`);
  if (!SKILLS_OF_ACT[act].includes(skill)) throw new AttuneError('bad-input', `Expected one of the skills of "${act}" (${SKILLS_OF_ACT[act].join(', ')}), but got ${String(skill)}.`);
  return { strategy, act, skill };
}

function expectSayable(act: DialogueAct, words: string): void {
  if (words === '') return;
  if (FIXED_ACTS.has(act)) throw new AttuneError('bad-input', `Expected no words of the operator's own for "${act}", which is said in lines that were written for it. Leave the words out.`);
  if (words.length > LONGEST_MESSAGE) throw new AttuneError('bad-input', `Expected at most ${LONGEST_MESSAGE} characters, but got ${words.length}. Say less.`);
  const fault = screenReply(words);
  if (fault) throw new AttuneError('bad-input', `Expected words that the agent may say, but these break the rule "${fault}". Put it in another way.`);
}
