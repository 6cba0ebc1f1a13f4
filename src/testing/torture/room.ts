import { DIALOGUE_ACTS, FUSION_METHODS, type HeardWords, PLAYER_GESTURES, type Seconds, type Sense, type SessionTime, type SignalSource, SKILLS_OF_ACT, type SpeechSynthesizer, STRATEGIES } from '../../core/index.ts';
import { createFloor, emptyGroup, memberOf, shareSource, stepGroup } from '../../group/index.ts';
import { createFakeSource, type FakeSource } from '../fake-ports.ts';
import { createFakeRecognizer } from '../fake-recognizer.ts';
import { fakeNoFace } from '../fake-signals.ts';
import { createFaults } from '../faults/create-faults.ts';
import type { Chance, MadePlayer } from '../made-player.ts';
import type { Deed } from './deeds.ts';
import type { Ear, MakeEar } from './ear.ts';
import { findNotFinite } from './not-finite.ts';
import { createRecovery, type Recovery } from './recovery.ts';
import { createSeat, type Seat, type Torment } from './seat.ts';
import { createTally } from './tally.ts';

interface RoomOptions {
  readonly name: string;
  readonly seed: number;
  /** With several, who share a camera, a microphone and a floor. */
  readonly agents: number;
  readonly replays: boolean;
  readonly chance: Chance;
  readonly makeEar: MakeEar;
}

/** Agents before one player, with the senses that they share. */
export interface Room {
  readonly seats: readonly Seat[];
  /** A second passed: what the senses see and hear of the player, or of nobody. */
  sense(player: MadePlayer | null): void;
  do(deed: Deed): void;
  /** The player left, and is forgotten. */
  forget(): void;
  /** Everything is stopped; tells what was left open some seconds later. */
  close(): Promise<void>;
}

type Camera = 'face' | 'voice' | 'motion';
const CAMERAS = ['face', 'voice', 'motion'] as const;

/** A sense that told nothing for so long is opened anew, as a host does that looks at what it knows. */
const DEAF: Seconds = 20;
/** What is closed is gone by then. */
const GRACE: Seconds = 12;

export function createRoom(torment: Torment, { name, seed, agents, replays, chance, makeEar }: RoomOptions): Room {
  const { clock, share, only, violate } = torment;
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)]!;
  const tally = createTally();
  const underWay = new Set<string>();
  const recoveries = new Map<Sense, Recovery>();
  const told = new Map<Sense, SessionTime>();
  const floor = createFloor<string>();
  let addressed = 0;
  let group = emptyGroup(clock.now());
  let present: MadePlayer | null = null;
  let heardAt = 0;
  let stopSpeaking = (): void => undefined;
  let speech: { readonly until: SessionTime; readonly text: string | null; confirmed: boolean } | null = null;

  const faultsOf = (port: 'source' | 'recognizer', sense: Camera, salt: number): ReturnType<typeof createFaults> => {
    const recovery = recoveries.get(sense) ?? createRecovery(torment.recoveries);
    recoveries.set(sense, recovery);
    return createFaults({ clock, seed: seed + salt, share, ...(only && { only }), onFault(fault) {
      torment.onFault(fault);
      recovery.broke({ ...fault, port });
    } });
  };

  const seats = Array.from({ length: agents }, (_, i) => createSeat(torment, {
    name: agents > 1 ? `${name}.${i}` : name, seed: seed + 31 * i, replays: replays && i === 0, underWay,
    floor: (voice: SpeechSynthesizer) => (agents > 1 ? floor.join(voice, `${i}`) : voice),
    sensed(sense) {
      told.set(sense, clock.now());
      recoveries.get(sense)?.works('source', clock.now());
    },
  }));

  const texts: string[] = [];
  const recognizer = faultsOf('recognizer', 'voice', 5).recognizer(createFakeRecognizer({ texts }));
  const devices = new Map<Camera, FakeSource>(CAMERAS.map((sense) => [sense, tally.source(createFakeSource(sense))]));
  const sources = new Map<Camera, (seat: number) => SignalSource>(CAMERAS.map((sense) => {
    const faulty = faultsOf('source', sense, CAMERAS.indexOf(sense)).source(devices.get(sense)!);
    if (agents === 1) return [sense, () => faulty];
    const shared = shareSource(faulty);
    const members = seats.map((_, i) => shared.for(() => addressed === i));
    return [sense, (seat) => members[seat]!];
  }));
  const open = (sense: Camera): void => {
    told.set(sense, clock.now());
    for (const [i, seat] of seats.entries()) seat.attach(sources.get(sense)!(i));
  };
  for (const sense of CAMERAS) open(sense);

  const send = (sense: Camera, event: Parameters<FakeSource['send']>[0]): void => {
    const device = devices.get(sense)!;
    if (device.started) device.send(event);
  };
  const words = (heard: HeardWords): void => {
    const device = devices.get('voice')!;
    if (device.started) device.hear(heard);
    recoveries.get('voice')?.works('recognizer', clock.now());
  };
  const ear: Ear = makeEar(recognizer, { words, problem: () => undefined }, clock);
  ear.open();

  /** Every tenth of a second of the player's speech. */
  function speakOn(): void {
    if (!speech) return;
    const at = clock.now();
    if (at - heardAt >= 0.5 && present) send('voice', { type: 'signal', at, signal: present.voice(heardAt = at) });
    if (!speech.confirmed && at < speech.until) {
      speech.confirmed = true;
      send('voice', { type: 'speech-confirmed', at });
      if (chance() < 0.5) send('voice', { type: 'pitch-low', at });
    }
    if (at < speech.until) return;
    const { text } = speech;
    speech = null;
    if (chance() < 0.8) send('voice', { type: 'speech-pause', at, patience: 0.3 + 0.9 * chance(), open: pick([true, false, null]) });
    send('voice', { type: 'speech-end', at, words: text !== null });
    if (text !== null) texts.push(text);
    if (ear.hears) ear.end();
    stopSpeaking();
  }

  function speak(lasts: Seconds, text: string | null): void {
    const at = clock.now();
    if (speech) return;
    speech = { until: at + lasts, text, confirmed: false };
    send('voice', { type: 'speech-start', at, confirms: chance() < 0.7 });
    ear.begin(at);
    stopSpeaking = clock.every(0.1, speakOn);
  }

  /** They broke off and left. */
  function breakOff(): void {
    if (!speech) return;
    speech = null;
    stopSpeaking();
    send('voice', { type: 'speech-end', at: clock.now(), words: false });
  }

  return {
    seats,
    sense(player) {
      const at = clock.now();
      player?.live(at);
      send('face', { type: 'signal', at, signal: player?.face(at) ?? fakeNoFace(at) });
      present = player;
      if (!player) breakOff();
      if (player && chance() < 0.2) send('motion', { type: 'signal', at, signal: { kind: 'motion', at, latency: 0.02, source: 'fake', quality: 0.9, window: 0.5, speed: 0.2 * chance(), stillness: chance(), gesture: chance() < 0.1 ? pick(PLAYER_GESTURES) : null } });
      for (const seat of seats) seat.look();
      for (const sense of CAMERAS) if (at - (told.get(sense) ?? 0) > DEAF && (sense === 'face' || player)) open(sense);
      if (agents === 1) return;
      group = stepGroup(group, seats.map(({ agent }, i) => memberOf(`${i}`, agent.state)), at);
      const bad = findNotFinite(group.mood);
      if (bad !== null) violate('finite', `the group's ${bad}`);
    },
    do(deed) {
      addressed = Math.floor(chance() * agents);
      const { agent, write } = seats[addressed]!;
      switch (deed.does) {
        case 'write': return write(deed.text, deed.corrects ? agent.captions.findLast(({ speaker }) => speaker === 'player')?.id : undefined);
        case 'speak': return speak(deed.lasts, deed.text);
        case 'feel': return agent.report(deed.emotion);
        case 'play': return agent.observe(deed.event);
        case 'wish': return agent.gesture(deed.gesture, chance());
        case 'switch-language': return agent.setLanguage(agent.state.language === 'en' ? 'zh' : 'en');
        case 'fuse': return agent.setFusion({ method: pick(FUSION_METHODS) });
        case 'operate': {
          // An operator comes, makes one choice, and goes.
          agent.operate(true);
          const act = pick(DIALOGUE_ACTS);
          agent.choose({ strategy: pick(STRATEGIES), act, skill: pick(SKILLS_OF_ACT[act]) });
          return agent.operate(false);
        }
      }
    },
    forget() {
      breakOff();
      group = emptyGroup(clock.now());
      for (const seat of seats) seat.forget();
    },
    async close() {
      stopSpeaking();
      ear.close();
      let closed = 0;
      for (const seat of seats) void seat.close().then(() => (closed += 1));
      await torment.pass(GRACE);
      if (closed < seats.length) violate('released', `${name} had not stopped ${GRACE} s after it was told to`);
      for (const seat of seats) seat.checkReleased();
      for (const [sense, device] of devices) if (device.started) violate('released', `${name} was stopped and left its ${sense} source open`);
      if (tally.watchers > 0) violate('released', `${name} was stopped and left ${tally.watchers} listeners to parts`);
    },
  };
}
