import { closeMouth, type Clock, LANGUAGES, readingTime, type Seconds, type SpeechListener, type SpeechOutcome, type SpeechRequest, type SpeechSynthesizer, type Unit } from '../core/index.ts';

/**
 * Lets several agents speak one after the other.
 *
 * @typeParam Who how its user tells them apart, for instance by their heads
 */
export interface Floor<Who = unknown> {
  /** Who speaks now, or has just spoken; null while nobody does. The others look there. */
  readonly speaker: Who | null;
  /**
   * Makes a voice wait for its turn. Give it to one agent, in the place of the voice itself.
   *
   * @param voice null for an agent without one: it holds the floor for as long as its caption takes to read, also in languages that the
   *   voice does not speak
   */
  join(voice: SpeechSynthesizer | null, who: Who): FloorVoice;
}

/** A voice that speaks when it has the floor. */
export interface FloorVoice extends SpeechSynthesizer {
  /** The utterance that waits for the floor; null while none does. Its caption is best shown when it begins. */
  readonly waits: string | null;
}

/**
 * People leave about so long between two speakers (Stivers et al. 2009: 0.2 s on average), and an utterance of several sentences keeps
 * the floor over its own pauses.
 */
const GAP: Seconds = 0.4;

/** How often a silent utterance and a gap look at the clock. */
const LOOK: Seconds = 0.05;

/** Makes a floor for the agents of one room. It has no timer of its own: time is the clock's that speaks. */
export function createFloor<Who = unknown>(): Floor<Who> {
  interface Member {
    readonly who: Who;
  }
  const queue: { readonly member: Member; readonly begin: () => void }[] = [];
  let holder: Member | null = null;
  let stopGap = (): void => {};

  function take(member: Member): void {
    stopGap();
    holder = member;
  }

  /** Whoever waits longest is next, once the gap is over. */
  function pass(member: Member, clock: Clock | null): void {
    if (holder !== member) return;
    stopGap();
    const next = (): void => {
      stopGap();
      holder = null;
      queue.shift()?.begin();
    };
    if (!clock) return next();
    const until = clock.now() + GAP;
    const stop = clock.every(LOOK, () => {
      if (clock.now() >= until) next();
    });
    stopGap = () => {
      stop();
      stopGap = () => {};
    };
  }

  return {
    get speaker() {
      return holder && holder.who;
    },
    join(voice, who) {
      const member: Member = { who };
      const silent = createSilentVoice();
      let current: { readonly id: string; waiting: (() => void) | null; voice: SpeechSynthesizer; level: Unit } | null = null;

      /** True when the floor is given; false when nobody wants it any more. */
      function ask(mine: NonNullable<typeof current>): Promise<boolean> | true {
        if (holder === member || (holder === null && queue.length === 0)) {
          take(member);
          return true;
        }
        return new Promise((resolve) => {
          const place = { member, begin: () => leave(true) };
          const leave = (granted: boolean): void => {
            const at = queue.indexOf(place);
            if (at >= 0) queue.splice(at, 1);
            mine.waiting = null;
            if (granted) take(member);
            resolve(granted);
          };
          mine.waiting = () => leave(false);
          queue.push(place);
        });
      }

      async function speak(request: SpeechRequest, clock: Clock, listener: SpeechListener): Promise<SpeechOutcome> {
        if (current) stop(current);
        const mine = { id: request.id, waiting: null as (() => void) | null, voice: voice?.speaks(request.language) ? voice : silent, level: 1 };
        current = mine;
        const asked = ask(mine);
        if (asked !== true && !(await asked)) {
          if (current === mine) current = null;
          return 'cancelled';
        }
        try {
          const outcome = mine.voice.speak(request, clock, listener);
          if (mine.level < 1) soften(mine);
          return await outcome;
        } finally {
          // Whatever this voice began meanwhile has the floor now.
          if (current === mine) {
            current = null;
            pass(member, clock);
          }
        }
      }

      /** A voice that can't speak softly speaks all the same. */
      function soften({ id, level, voice: speaking }: NonNullable<typeof current>): void {
        try {
          speaking.duck?.(id, level);
        } catch {
          // Its agent is told where it asks for that itself.
        }
      }

      function stop({ id, waiting, voice: speaking }: NonNullable<typeof current>): void {
        if (waiting) waiting();
        else speaking.cancel(id);
      }

      return {
        ...(voice?.parts && { parts: voice.parts }),
        get capabilities() {
          return voice?.capabilities ?? silent.capabilities;
        },
        get waits() {
          return current?.waiting ? current.id : null;
        },
        speaks: () => true,
        speak,
        duck(id, level) {
          if (current?.id !== id) return;
          current.level = level;
          if (!current.waiting) current.voice.duck?.(id, level);
        },
        cancel(id) {
          if (current?.id === id) stop(current);
        },
        sampleMouth(mouth) {
          if (current && !current.waiting) current.voice.sampleMouth(mouth);
          else closeMouth(mouth);
        },
        async dispose() {
          if (current) stop(current);
          pass(member, null);
          await voice?.dispose();
        },
      };
    },
  };
}

/** Nobody hears it, but it takes as long as its words take to read. */
function createSilentVoice(): SpeechSynthesizer {
  let current: { readonly id: string; readonly end: (outcome: SpeechOutcome) => void } | null = null;
  return {
    capabilities: { source: 'silent', languages: LANGUAGES, onDevice: true, mouth: 'sound', tone: false },
    speaks: () => true,
    speak({ id, text }, clock, listener) {
      return new Promise((resolve) => {
        const begun = clock.now();
        const duration = readingTime(text);
        const stop = clock.every(LOOK, () => {
          if (clock.now() - begun >= duration) end('finished');
        });
        const end = (outcome: SpeechOutcome): void => {
          stop();
          current = null;
          resolve(outcome);
        };
        current = { id, end };
        listener.started(begun, duration);
      });
    },
    cancel(id) {
      if (current?.id === id) current.end('cancelled');
    },
    sampleMouth: closeMouth,
    async dispose() {},
  };
}
