import { type Agent, asProblem, type AttuneError, type AvatarFrame, createRelease } from 'attune';
import { endWithPage } from 'attune/browser';
import type { ContentFile } from 'attune/dialogue';
import {
  createCameraPresence, createChannelPresence, createKeyPresence, firstKioskState, isQuiet, isVisit, joinPresence, type KioskConfig, type KioskEvent, type KioskState, type PresenceSensor, stepKiosk, timeLeft, wallTime,
} from 'attune/kiosk';
import type { VrmDriver } from 'attune/three';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type CharacterId, CHARACTERS, FIRST, meetable, type Who } from '../playground/characters/characters.ts';
import { createProblems, type Problems } from '../shared/problems.ts';
import type { PageLanguage } from '../shared/words.ts';
import { createHealth, type Health } from './health/health.ts';
import { prepareTools, type Tools } from './tools.ts';
import { type Allowed, beginVisit, createIdleAgent, type Visit } from './visit.ts';

export interface HostView {
  readonly kiosk: KioskState;
  /** Who is on the screen: the visitor's agent, or one that only waits. */
  readonly agent: Agent;
  readonly who: Who;
  readonly language: PageLanguage;
  readonly allowed: Allowed | null;
  /** Seconds until a visitor who seems to have gone is forgotten; null where nobody asks. */
  readonly left: number | null;
  /** Whether a camera tells that somebody is there. */
  readonly watching: boolean;
}

/** The kiosk: what it shows, who visits, and that nothing is left of them afterwards. */
export interface Host {
  readonly config: KioskConfig;
  readonly characters: readonly CharacterId[];
  readonly tools: Tools;
  readonly view: StoreApi<HostView>;
  readonly problems: Problems;
  readonly health: Health;
  /** What the last visit has left behind is being taken away; resolves when it is gone. */
  readonly erased: Promise<void>;
  /** Pictures that were drawn since the page began. */
  readonly pictures: number;
  /** The stage has drawn one. */
  drew(): void;
  /** The avatar on the stage. */
  readonly driver: VrmDriver | null;
  show(driver: VrmDriver | null): void;
  /** Somebody touched the screen or pressed a key. */
  sign(): void;
  consent(allowed: Allowed): void;
  leave(): void;
  meet(id: CharacterId): void;
  speak(language: PageLanguage): void;
  /** What the visitor's agent shows now; null while nobody visits. */
  frame(): AvatarFrame | null;
  stop(): Promise<void>;
}

interface HostOptions {
  readonly config: KioskConfig;
  readonly assets: string;
  readonly ownContent: readonly ContentFile[];
}

/** How often time passes, in milliseconds; what the clock on the wall says is looked at as often. */
const TICK = 500;

/** How long after it failed a sensor is tried again, in milliseconds. */
const TRY_AGAIN = 15_000;

/** Opens a kiosk, which waits for its first visitor. */
export function openKiosk({ config, assets, ownContent }: HostOptions): Host {
  const now = (): number => performance.now() / 1000;
  const health = createHealth();
  const problems = createProblems();
  /** All that ends with the kiosk, as does whoever visits. */
  const held = createRelease(({ code }) => health.note({ kind: 'problem', code }));
  /** What was still loading when the page was left comes to nothing, which is no problem. */
  const tellProblem = ({ code }: AttuneError): void => {
    if (!held.ended) health.note({ kind: 'problem', code });
  };
  held.hold('The counting of problems', problems.list.subscribe((list, before) => {
    for (const each of list) if (!before.includes(each)) health.note({ kind: 'problem', code: each.code });
  }));
  const tools = prepareTools(config, assets, ownContent, tellProblem);
  held.hold('The tools', tools.dispose);
  held.hold('Whoever is on the screen', () => visit?.end() ?? view.getState().agent.stop());
  const characters = CHARACTERS.filter((each) => config.characters.includes(each));
  const firstLanguage = config.languages[0] ?? 'en';
  let visit: Visit | null = null;
  let driver: VrmDriver | null = null;
  let seed = 1;
  let erased: Promise<void> = Promise.resolve();
  let sensed: boolean | null = null;
  let heard = 0;
  let pictures = 0;

  const view = createStore<HostView>(() => ({
    kiosk: firstKioskState(now()), agent: createIdleAgent({ who: FIRST, language: firstLanguage, seed }), who: FIRST, language: firstLanguage, allowed: null, left: null, watching: false,
  }));

  const idle = (): void => {
    const { agent, who, language } = view.getState();
    void agent.stop();
    view.setState({ agent: createIdleAgent({ who, language, seed }) });
  };

  function send(event: KioskEvent): void {
    const before = view.getState().kiosk;
    const kiosk = stepKiosk(before, event, config.idle);
    const left = timeLeft(kiosk, event.at, config.idle);
    if (kiosk === before && left === view.getState().left) return;
    view.setState({ kiosk, left: left === null ? null : Math.ceil(left) });
    if (isVisit(before.stage) && !isVisit(kiosk.stage)) forget(event.at - (before.visitSince ?? event.at));
    if (kiosk.stage === 'attract' && before.stage !== 'attract') rest();
    if ((kiosk.stage === 'closed') !== (before.stage === 'closed')) void (kiosk.stage === 'closed' ? unwatch() : watch());
  }

  /** Takes a visitor out of everything: words, feelings, memory, devices. What is counted of them is how long they stayed. */
  function forget(seconds: number): void {
    const gone = visit;
    visit = null;
    problems.list.setState([], true);
    const { who, language } = view.getState();
    view.setState({ agent: createIdleAgent({ who, language, seed }), allowed: null });
    health.note({ kind: 'visited', seconds: Math.round(seconds) });
    erased = gone?.end() ?? Promise.resolve();
    void erased.then(tools.rest);
  }

  function rest(): void {
    const { language } = view.getState();
    if (language === firstLanguage) return;
    view.setState({ language: firstLanguage });
    idle();
  }

  const sensor = sensorOf(config);
  let trying: ReturnType<typeof setTimeout> | undefined;
  /** A camera that is unplugged, or not there yet, is looked for again and again. */
  function watchLater(problem: AttuneError): void {
    tellProblem(problem);
    view.setState({ watching: false });
    trying = setTimeout(() => void watch(), TRY_AGAIN);
  }
  async function watch(): Promise<void> {
    clearTimeout(trying);
    try {
      await sensor?.start((present) => (sensed = present), watchLater);
      view.setState({ watching: config.presence.camera });
    } catch (thrown) {
      watchLater(asProblem(thrown, 'unsupported', 'The presence sensor could not be used'));
    }
  }
  function unwatch(): void {
    clearTimeout(trying);
    sensor?.stop();
    sensed = null;
    view.setState({ watching: false });
  }

  /** Speech is a sign of life as a touch is. */
  function listenForSigns(): void {
    if (!visit) return;
    const { captions, state } = visit.agent;
    const said = captions.reduce((sum, { speaker, text }) => (speaker === 'player' ? sum + text.length : sum), captions.length);
    if (said !== heard || state.conversation.playerSpeaksSince !== null) send({ type: 'sign', at: now() });
    heard = said;
  }

  held.hold('The sensor', unwatch);
  const timer = setInterval(() => {
    const at = now();
    listenForSigns();
    const sees = visit?.sees() ?? null;
    send({ type: 'presence', at, present: sensed === true || sees === true ? true : sees ?? sensed });
    const quiet = isQuiet(config.quietHours, wallTime(new Date(), config.timeZone));
    if (quiet !== view.getState().kiosk.quiet) send({ type: 'quiet', at, quiet });
    send({ type: 'tick', at });
  }, TICK);
  held.hold('Time', () => clearInterval(timer));

  const host: Host = {
    config, characters, tools, view, problems, health,
    get pictures() {
      return pictures;
    },
    drew: () => void (pictures += 1),
    get erased() {
      return erased;
    },
    get driver() {
      return driver;
    },
    show(next) {
      driver = next;
    },
    sign: () => send({ type: 'sign', at: now() }),
    consent(allowed) {
      if (view.getState().kiosk.stage !== 'consent') return;
      const { agent, who, language } = view.getState();
      const may = { camera: allowed.camera && config.senses.camera && config.mode !== 'text-only', microphone: allowed.microphone && config.senses.microphone && config.mode !== 'text-only' };
      seed += 1;
      heard = 0;
      visit = beginVisit({ tools, config, who, language, problems, seed, onProblem: tellProblem }, may);
      view.setState({ agent: visit.agent, allowed: may });
      void agent.stop();
      send({ type: 'consent', at: now() });
    },
    leave: () => send({ type: 'leave', at: now() }),
    meet(id) {
      if (isVisit(view.getState().kiosk.stage)) return;
      meetable(id, assets).then((who) => {
        if (isVisit(view.getState().kiosk.stage)) return;
        view.setState({ who });
        void tools.voiceOf(id);
        idle();
      }, (thrown: unknown) => problems.add('avatar', thrown as AttuneError));
    },
    speak(language) {
      view.setState({ language });
      if (visit) visit.setLanguage(language);
      else idle();
    },
    frame: () => visit?.frame() ?? null,
    stop: held.end,
  };

  // A page that the browser kept has ended as one that it closed: nobody finds the visit before there.
  endWithPage(host.stop);
  const [first = FIRST.id] = characters;
  if (first === FIRST.id) void tools.voiceOf(first);
  else host.meet(first);
  void watch();
  return host;
}

function sensorOf({ presence: { channel, key, camera } }: KioskConfig): PresenceSensor | null {
  const sensors = [...(channel === null ? [] : [createChannelPresence(channel)]), ...(key === null ? [] : [createKeyPresence(key)]), ...(camera ? [createCameraPresence()] : [])];
  return sensors.length === 0 ? null : joinPresence(sensors);
}
