import { type Agent, asProblem, type AttuneError, type AvatarFrame, type Clock, createAgent, createAvatarFrame, createRelease, type FusionMethod, type Sense } from 'attune';
import {
  type AmbienceVolume, type AudioHub, createAmbience, createAudioHub, createBrowserClock, createEarcons, createFaceSource, createModelDialogue, createTextReader, createVoiceSource, endWithPage, loadFusionNet, loadReplyRanker,
  type FaceSource, type FaceSourceOptions, type FaceStats, type ReplyRanker, type VoiceSource, type VoiceStats,
} from 'attune/browser';
import type { HeadAdaptation } from 'attune/adapt';
import { createDialogue } from 'attune/dialogue';
import type { Memory } from 'attune/memory';
import { createMouthSound, type MouthSound, type VrmDriver } from 'attune/three';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { hasOwnHeads, openOwnHeads } from '../shared/own-heads.ts';
import { type Course, createCourse } from '../shared/course.ts';
import { settleRecovered } from '../shared/health/settle-recovered.ts';
import { createProblems, namingProblems, type Problems, type Subject } from '../shared/problems.ts';
import type { OpenSense } from '../shared/senses.ts';
import type { PageLanguage } from '../shared/words.ts';
import { createChangeableSpeech } from './changeable-speech.ts';
import { type CharacterId, VOICE_OF, type Who } from './characters/characters.ts';
import { createTranscript, type Transcript } from './conversation/transcript.ts';
import { FIRST_HEARING, type Hearing, recognizerFor } from './hearing.ts';
import { helpIn } from './help/country.ts';
import { openOwnAdaptation, type OwnAdaptation } from './own-adaptation.ts';
import { openMemory } from './own-memory.ts';
import { createPeopleInView, type PeopleInView } from './people-in-view.ts';
import type { Query } from './query.ts';
import { type ChosenVoices, makeVoices, type VoiceChoice } from './voice-choice.ts';
import { createSessionLog, type SessionLog } from './session-log.ts';
import { answerDesk } from './study/answer-desk.ts';
import { underCondition } from './study/conditions.ts';
import { createChangeableDialogue } from './words/changeable-dialogue.ts';
import { asksModel, FIRST_WORDS, modelFor, type WordsBy, type WordsChoice } from './words/words-choice.ts';

/** What the player allowed before the browser was asked for anything. */
export interface Consent {
  readonly face: boolean;
  readonly voice: boolean;
  readonly words: boolean;
  /** To be remembered on this device. */
  readonly memory: boolean;
  readonly devices: Readonly<Record<OpenSense, string | null>>;
}

export interface MeetingView {
  readonly stage: 'live' | 'stopped';
  /** The share of each part that has been fetched; parts that are ready are absent. */
  readonly loading: Readonly<Partial<Record<Subject, number>>>;
  readonly devices: Readonly<Record<OpenSense, string | null>>;
  readonly voice: VoiceChoice;
  readonly hearing: Hearing;
  readonly music: AmbienceVolume;
  readonly words: WordsChoice;
  /** Whose helplines are told first; null where the country is not known or not listed. */
  readonly locale: string | null;
  /** Why the language model's words were last stood in for by people's; null while it answers. */
  readonly stoodIn: string | null;
  /** The camera's live stream for the mirror in the panel; null while it is off. */
  readonly preview: MediaStream | null;
  /** Taking the resting face: the share that is done, 'taken' afterwards, null where nobody asked for it. */
  readonly restingFace: number | 'taken' | null;
  /** The avatar on stage. */
  readonly avatar: ShownAvatar | null;
}

export interface MeetingSight {
  /** In the world, in metres; the floor is at 0. */
  readonly eyes: { readonly x: number; readonly y: number; readonly z: number };
  readonly inHeadset: boolean;
}

export interface ShownAvatar {
  /** The file's name when it is the player's own. */
  readonly own: string | null;
  readonly name: string;
  readonly authors: readonly string[];
  /** What it lacks, by name. */
  readonly lacks: readonly string[];
}

/** How the senses are doing, refilled many times a second. */
export interface MeetingStats {
  face: FaceStats | null;
  voice: VoiceStats | null;
}

/** One player with one agent: everything that is open, and how it is closed again. */
export interface Meeting {
  readonly agent: Agent;
  /** Whom the player meets. */
  readonly who: CharacterId;
  readonly transcript: Transcript;
  /** Whether the player is not told why something was said: a researcher may have chosen it. */
  readonly blind: boolean;
  readonly clock: Clock;
  readonly audio: AudioHub;
  readonly view: StoreApi<MeetingView>;
  readonly problems: Problems;
  readonly log: SessionLog;
  readonly course: Course;
  readonly memory: Memory;
  /** What face, voice and words are read by beyond what suits everybody; null where nothing was learnt on this device, and in a study. */
  readonly heads: HeadAdaptation | null;
  /** Learns how the player likes to be talked with, while they let it; null where nobody may be remembered, and in a study. */
  readonly adaptation: OwnAdaptation | null;
  readonly stats: MeetingStats;
  /** Who says what the agent says; null where nobody shall. */
  readonly voices: ChosenVoices | null;
  /** Everybody before the camera; null where only the player is followed. */
  readonly inView: PeopleInView | null;
  /** The driver of the avatar on stage. */
  readonly driver: VrmDriver | null;
  /** Where the player's eyes are, as of the last frame that was drawn. */
  readonly sight: MeetingSight;
  /** Where the agent is heard from; the stage moves it to the avatar's mouth. */
  readonly mouth: MouthSound;
  /** The stage tells where the player's eyes are. */
  look(eyes: MeetingSight['eyes'], inHeadset: boolean): void;
  /** The stage tells which avatar it shows. */
  show(driver: VrmDriver | null, own: string | null): void;
  open(sense: OpenSense, device?: string | null): Promise<void>;
  close(sense: OpenSense): Promise<void>;
  /** Takes what the face shows now for the player's resting face. */
  calibrate(): void;
  /** Learns the resting face, or the usual voice, anew. */
  relearn(sense: OpenSense): void;
  chooseVoice(voice: VoiceChoice): void;
  chooseMusic(music: AmbienceVolume): void;
  /** Makes out the player's words by something else, or no more. */
  chooseHearing(change: Partial<Hearing>): void;
  /** Lets people or a language model find the agent's words, from the next turn on. */
  chooseWords(change: Partial<WordsChoice>): void;
  /** Tells of another country's helplines from now on. */
  chooseCountry(locale: string | null): void;
  /** Brings face and voice together in another way. */
  chooseFusion(method: FusionMethod): void;
  /** The language of the page, which the agent speaks and the player is expected to. */
  setLanguage(language: PageLanguage): void;
  /** Tells how far a part has been fetched; 1 or null is ready. */
  load(part: Subject, share: number | null): void;
  /** Forgets what was felt, said, heard and recorded. */
  erase(): void;
  /** Releases every device and worker. The meeting can't go on after it. */
  stop(): Promise<void>;
  /** A copy of what the avatar shows now. */
  frame(): AvatarFrame;
}

/** Begins a meeting. Call it from a tap or a key, or the browser holds the sound back. */
export function beginMeeting(query: Query, language: PageLanguage, consent: Consent, who: Who): Meeting {
  const { assets, seed, condition, wizard, pets, mode, people } = query;
  const clock = createBrowserClock();
  const audio = createAudioHub();
  const mouth = createMouthSound(audio);
  const problems = createProblems();
  const held = createRelease((problem) => problems.add('page', problem));
  held.hold('The sound', audio.close);
  held.hold('The way of the sound', mouth.dispose);
  const study = condition || wizard || pets ? { condition, answers: {} } : null;
  const log = createSessionLog(assets, study);
  const stats: MeetingStats = { face: null, voice: null };
  let driver: VrmDriver | null = null;
  let sight: MeetingSight = { eyes: { x: 0, y: 0, z: 0 }, inHeadset: false };
  let face: FaceSource | null = null;
  let ear: VoiceSource | null = null;
  let expected = language;
  const sources = new Map<Sense, { reset(): void }>();
  const view = createStore<MeetingView>(() => ({ stage: 'live', loading: {}, devices: consent.devices, voice: VOICE_OF[who.id], hearing: FIRST_HEARING, music: query.music, words: FIRST_WORDS, locale: query.locale, stoodIn: null, preview: null, restingFace: null, avatar: null }));

  const load = (part: Subject, share: number | null): void => view.setState(({ loading }) => {
    const others = Object.fromEntries(Object.entries(loading).filter(([name]) => name !== part));
    return { loading: share === null || share >= 1 ? others : { ...others, [part]: share } };
  });
  const tellVoice = (problem: AttuneError): void => problems.add('speech', problem, problem.code === 'unsupported' ? 'voice-missing' : problem.code);
  const makeVoice = (voice: Exclude<VoiceChoice, 'none'>) => makeVoices(voice, { audio, assets, destination: mouth.destination, onProgress: (share) => load('speech', share), onProblem: tellVoice });
  const prepareVoice = (voice: ReturnType<typeof makeVoice>): void => {
    problems.settle('speech');
    void voice.prepare().catch((thrown: unknown) => problems.add('speech', asProblem(thrown, 'speech-failed', 'The voice could not be prepared')))
      .finally(() => load('speech', null));
  };
  const firstVoice = makeVoice(VOICE_OF[who.id]);
  let voices: ChosenVoices | null = firstVoice;
  const speech = createChangeableSpeech(firstVoice.speech);
  const earcons = createEarcons({ audio, seed, destination: mouth.destination });
  const music = createAmbience({ audio, seed });
  held.hold('The short sounds', earcons.dispose);
  held.hold('The music', music.dispose);
  const playMusic = (): void => void music.setVolume(view.getState().music).catch((thrown: unknown) => problems.add('speech', asProblem(thrown, 'unsupported', 'The music could not be played')));
  const tellText = (problem: AttuneError): void => problems.add('text', problem, problem.code === 'asset-missing' || problem.code === 'model-missing' ? 'text-light-only' : problem.code);
  const text = createTextReader({ assets, onProblem: tellText });
  held.hold('The reader of words', text.dispose);
  let ranker: ReplyRanker | null = null;
  // Of lines that fit equally the one that people would find the most empathetic is said; they take turns until the ranker is here.
  const written = createDialogue({ rank: (request, lines) => ranker?.rank(request, lines) ?? [] });
  /** Who is asked for the words of the present utterance. */
  const tellFinder = (by: WordsBy): void => {
    const { utterance } = agent.state.conversation;
    if (utterance) transcript.found(utterance.id, by);
    if (by !== 'written') view.setState({ stoodIn: null });
  };
  const dialogue = createChangeableDialogue(written, tellFinder);
  const tellStandIn = ({ message }: AttuneError): void => {
    tellFinder('stand-in');
    view.setState({ stoodIn: message });
  };
  const heads = hasOwnHeads() && query.remembers && !study ? openOwnHeads((problem) => problems.add('page', problem)) : null;
  const adaptation = query.remembers && !study ? openOwnAdaptation(seed, (problem) => problems.add('page', problem)) : null;
  const memory = openMemory(consent.memory, (problem) => problems.add('page', problem));
  const agent = createAgent({
    clock, seed, language, speech, text: heads?.reader(text) ?? text, memory, adaptation, help: helpIn(query.locale),
    // The page asks before it opens a sense, so it vouches for the consent.
    compliance: { mode, context: study ? 'research' : 'personal', consent: mode === 'emotion' },
    dialogue: memory.welcoming(dialogue), fallback: written, character: condition ? underCondition(condition, who.character) : who.character, record: log.take, recordWords: true,
    playSound: (cue) => void earcons.play(cue).catch((thrown: unknown) => problems.add('speech', asProblem(thrown, 'unsupported', 'A sound could not be played'))),
    onProblem: (problem) => (problem.code === 'dialogue-failed' && asksModel(view.getState().words) ? tellStandIn(problem) : problems.add(problem.code === 'speech-failed' ? 'speech' : 'page', problem)),
  });
  held.hold('The agent', agent.stop);
  held.hold('The settling of problems', settleRecovered(agent, problems));
  let letGoOfVoice = agent.supervise(firstVoice.speech);
  held.hold('The music that follows', agent.subscribe(() => {
    earcons.follow(agent.state);
    music.follow(agent.state);
  }));
  const transcript = createTranscript(agent, Date.now() - clock.now() * 1000);
  const course = createCourse(agent, clock);
  const inView = people > 1 ? createPeopleInView(agent, clock, people) : null;
  held.hold('The course', course.stop);
  if (inView) held.hold('The people in view', inView.stop);
  if (wizard) held.hold('The desk', answerDesk(agent, transcript));

  /** Its end comes after its success, and must not hide it. */
  const tellCalibration = (share: number | null): void => view.setState(({ restingFace }) => ({
    restingFace: share === 1 ? 'taken' : share ?? (restingFace === 'taken' ? restingFace : null),
  }));

  const makeFace = (common: FaceSourceOptions): FaceSource => {
    const source = createFaceSource({ ...common, onStats: (each) => (stats.face = each), onPreview: (preview) => view.setState({ preview }), onCalibration: tellCalibration, ...(inView && { people, onPeople: inView.take }) });
    face = heads?.source(source) ?? source;
    return face;
  };

  const makeEar = (common: FaceSourceOptions): VoiceSource => {
    const recognizer = recognizerFor(view.getState().hearing, expected, assets);
    const source = createVoiceSource({ ...common, audio, ...(recognizer ? { recognizer } : {}), onStats: (each) => (stats.voice = each), onRecognizer: (share) => load('text', share) });
    ear = heads?.source(source) ?? source;
    return ear;
  };
  const findWordsAnew = (): void => {
    const model = modelFor(view.getState().words, expected);
    dialogue.change(model && createModelDialogue({ model }));
  };
  const hearAnew = (): void => {
    problems.settle('text');
    ear?.listenWith(recognizerFor(view.getState().hearing, expected, assets));
  };

  const meeting: Meeting = {
    agent, who: who.id, transcript, blind: wizard, clock, audio, view, problems, log, course, memory, heads, adaptation, stats, inView, mouth, load,
    get voices() {
      return voices;
    },
    get sight() {
      return sight;
    },
    look({ x, y, z }, inHeadset) {
      sight = { eyes: { x, y, z }, inHeadset };
    },
    get driver() {
      return driver;
    },
    show(next, own) {
      driver = next;
      view.setState({ avatar: next && shownAvatar(next, own) });
    },
    async open(sense, device = view.getState().devices[sense]) {
      problems.settle(sense);
      view.setState(({ devices }) => ({ devices: { ...devices, [sense]: device } }));
      const common = { assets, onProgress: (share: number) => load(sense, share), ...(device === null ? {} : { deviceId: device }) };
      if (sense === 'voice') problems.settle('text');
      const source = sense === 'face' ? makeFace(common) : makeEar(common);
      sources.set(sense, source);
      await agent.attach(namingProblems(source, problems));
      load(sense, null);
    },
    async close(sense) {
      sources.delete(sense);
      stats[sense] = null;
      load(sense, null);
      if (sense === 'face') {
        face = null;
        view.setState({ preview: null, restingFace: null });
      } else ear = null;
      await agent.detach(sense);
    },
    calibrate() {
      problems.settle('face');
      face?.calibrate();
    },
    relearn(sense) {
      sources.get(sense)?.reset();
      if (sense === 'face') view.setState({ restingFace: null });
    },
    chooseVoice(voice) {
      view.setState({ voice });
      const next = voice === 'none' ? null : makeVoice(voice);
      voices = next;
      speech.change(next?.speech ?? null);
      letGoOfVoice();
      letGoOfVoice = agent.supervise(next?.speech ?? {});
      if (next) prepareVoice(next);
    },
    chooseMusic(volume) {
      view.setState({ music: volume });
      playMusic();
    },
    chooseHearing(change) {
      view.setState(({ hearing }) => ({ hearing: { ...hearing, ...change } }));
      hearAnew();
    },
    chooseWords(change) {
      view.setState(({ words }) => ({ words: { ...words, ...change }, stoodIn: null }));
      findWordsAnew();
    },
    chooseCountry(locale) {
      view.setState({ locale });
      agent.setHelp(helpIn(locale));
    },
    chooseFusion: (method) => agent.setFusion({ method }),
    setLanguage(next) {
      expected = next;
      agent.setLanguage(next);
      hearAnew();
      findWordsAnew();
    },
    erase() {
      agent.erase();
      void heads?.remove();
      for (const source of sources.values()) source.reset();
      view.setState({ restingFace: null });
      log.clear();
      course.clear();
      inView?.take([]);
    },
    stop() {
      view.setState({ stage: 'stopped', loading: {}, preview: null });
      stats.face = stats.voice = null;
      return held.end();
    },
    frame() {
      const frame = createAvatarFrame();
      agent.sample(frame);
      return frame;
    },
  };

  held.hold('The watch over the page', endWithPage(meeting.stop));
  log.record(consent.words);
  log.recordWords(consent.words);
  void audio.open().catch((thrown: unknown) => problems.add('speech', asProblem(thrown, 'unsupported', 'Sound could not be opened')));
  prepareVoice(firstVoice);
  text.prepare().catch((thrown: unknown) => tellText(asProblem(thrown, 'model-missing', 'The model that reads words could not be used')));
  loadFusionNet({ assets }).then((fuser) => agent.setFusion({ fuser }), (thrown: unknown) => problems.add('page', asProblem(thrown, 'model-missing', 'Face and voice could not be joined by the model'), 'fusion-weighted'));
  loadReplyRanker({ assets }).then((loaded) => (ranker = loaded), (thrown: unknown) => problems.add('page', asProblem(thrown, 'asset-missing', 'Replies could not be ranked'), 'replies-unranked'));
  agent.start();
  playMusic();
  if (consent.face) void meeting.open('face');
  if (consent.voice) void meeting.open('voice');
  return meeting;
}

function shownAvatar({ avatar: { credits, lacks } }: VrmDriver, own: string | null): ShownAvatar {
  const missing = lacks.filter(({ shown }) => shown === 'not').map(({ name }) => name);
  return { own, name: credits.name, authors: credits.authors, lacks: missing };
}
