import type { AgentEvent, Clock, HeardWords, SignalSink, SignalSource } from '../../core/index.ts';
import { never, Planted, type Trouble } from './fault.ts';

/** A source is asked to send often, so that what is sent goes wrong in one of so many cases beside its share. */
const SELDOM = 10;

/** A sense that does not start, falls silent, dies, and tells of what was not, at the wrong time, or again. */
export function faultySource(source: SignalSource, trouble: Trouble): SignalSource {
  let clock: Clock | null = null;
  let sink: SignalSink | null = null;
  let starts = 0;
  let [sent, silentUntil] = [0, -1];
  let held: AgentEvent | null = null;
  let last: AgentEvent | null = null;
  let dead = false;

  /** What passes on what the source sends, as it goes wrong. */
  function corrupt(real: SignalSink, session: Clock, start: number): SignalSink {
    function event(given: AgentEvent): void {
      if (start !== starts || dead || session.now() < silentUntil) return;
      last = given;
      sent += 1;
      const fault = sent % SELDOM === 0 ? trouble.next('garbage', 'not-finite', 'stalls', 'lies', 'out-of-order', 'twice', 'slow', 'dies') : null;
      switch (fault) {
        case 'garbage': return real.event(trouble.pick<unknown>([null, 'face', {}, { type: 'mischief', at: session.now() }, { ...given, at: '12' }, { ...given, at: -1 }, []]) as AgentEvent);
        case 'not-finite': return real.event(notFinite(given, trouble));
        case 'stalls':
          silentUntil = session.now() + trouble.between(5, 60);
          return;
        case 'lies': return real.event({ type: 'sense', at: session.now(), sense: source.sense, status: trouble.pick(['off', 'refused', 'failed', 'live'] as const), problem: null });
        case 'out-of-order':
          if (trouble.between(0, 1) < 0.5) held = given;
          else real.event(elsewhen(given, trouble));
          return;
        case 'twice':
          real.event(given);
          return real.event(given);
        case 'slow': return trouble.later(trouble.between(0.5, 6), () => real.event(given));
        case 'dies':
          dead = true;
          return real.event({ type: 'sense', at: session.now(), sense: source.sense, status: 'failed', problem: 'device-ended' });
        default:
          real.event(given);
          if (held) real.event(held);
          held = null;
      }
    }
    function words(heard: HeardWords): void {
      if (start !== starts || dead || session.now() < silentUntil) return;
      const fault = trouble.next('garbage', 'not-finite', 'twice', 'slow');
      if (fault === 'garbage') return real.words(trouble.pick<unknown>([null, {}, { ...heard, text: 7 }, { ...heard, id: 'x'.repeat(100) }, { ...heard, language: 'klingon' }, { ...heard, text: 'la '.repeat(30_000) }]) as HeardWords);
      if (fault === 'not-finite') return real.words({ ...heard, confidence: Number.NaN, at: Number.POSITIVE_INFINITY });
      if (fault === 'slow') return trouble.later(trouble.between(1, 10), () => real.words(heard));
      real.words(heard);
      if (fault === 'twice') real.words(heard);
    }
    return { ...real, event, words };
  }

  return {
    sense: source.sense,
    ...(source.parts && { parts: source.parts }),
    start(session, given) {
      [clock, sink] = [session, given];
      starts += 1;
      [dead, silentUntil, held] = [false, -1, null];
      const start = (): Promise<void> => source.start(session, corrupt(given, session, starts));
      const fault = trouble.next('slow', 'silent', 'throws', 'rejects', 'rejects-late', 'lies');
      switch (fault) {
        case 'throws': throw new Planted('source', fault);
        case 'rejects': return Promise.reject(new Planted('source', fault));
        case 'rejects-late': return trouble.pass(trouble.between(1, 5)).then(() => Promise.reject(new Planted('source', fault)));
        case 'silent': return never();
        case 'slow': {
          const mine = starts;
          return trouble.pass(trouble.between(1, 8)).then(() => (mine === starts ? start() : undefined));
        }
        case 'lies':
          given.event({ type: 'sense', at: session.now(), sense: source.sense, status: 'live', problem: null });
          dead = true;
          return Promise.resolve();
        default: return start();
      }
    },
    stop() {
      starts += 1;
      const stopped = source.stop();
      const fault = clock && sink ? trouble.next('slow', 'silent', 'throws', 'rejects', 'after-stop') : null;
      const [heldBack, teller] = [last, sink];
      if (fault === 'after-stop' && heldBack) trouble.later(trouble.between(0.1, 5), () => teller?.event(heldBack));
      [clock, sink, last] = [null, null, null];
      if (fault === 'throws') throw new Planted('source', fault);
      if (fault === 'rejects') return stopped.then(() => Promise.reject(new Planted('source', fault)));
      if (fault === 'slow') return stopped.then(() => trouble.pass(trouble.between(1, 8)));
      return fault === 'silent' ? never() : stopped;
    },
  };
}

/** One of its numbers is none. */
function notFinite(event: AgentEvent, trouble: Trouble): AgentEvent {
  const bad = trouble.pick([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
  if (event.type !== 'signal') return { ...event, at: bad };
  const numbers = Object.entries(event.signal).flatMap(([key, value]) => (typeof value === 'number' ? [key] : []));
  return { ...event, signal: { ...event.signal, [trouble.pick(numbers)]: bad } };
}

/** From another time: long past, or of a clock that is ahead. */
function elsewhen(event: AgentEvent, trouble: Trouble): AgentEvent {
  const at = Math.max(0, event.at + trouble.pick([-4000, -30, -3, 5, 600, 1e7]));
  return event.type === 'signal' ? { ...event, at, signal: { ...event.signal, at } } : { ...event, at };
}
