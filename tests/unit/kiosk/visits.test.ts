import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstKioskState, isVisit, type KioskEvent, type KioskState, parseKioskConfig, stepKiosk, timeLeft } from '../../../src/kiosk/index.ts';

const times = parseKioskConfig({ idle: { consent: 30, ask: 60, absent: 10, grace: 20, farewell: 8, longest: 600 } }).idle;
const play = (events: readonly KioskEvent[], from: KioskState = firstKioskState(0)): KioskState => events.reduce((state, event) => stepKiosk(state, event, times), from);
const visiting = play([{ type: 'sign', at: 1 }, { type: 'consent', at: 2 }]);

describe('a kiosk', () => {
  it('waits, asks, is visited, asks whether somebody is there, and says goodbye', () => {
    expect(play([{ type: 'sign', at: 1 }]).stage).toBe('consent');
    expect(visiting).toMatchObject({ stage: 'visit', visits: 1, visitSince: 2 });
    expect(play([{ type: 'tick', at: 61.9 }], visiting).stage).toBe('visit');
    const asking = play([{ type: 'tick', at: 62 }], visiting);
    expect(asking.stage).toBe('asking');
    expect(timeLeft(asking, 70, times)).toBe(12);
    expect(play([{ type: 'sign', at: 70 }], asking).stage).toBe('visit');
    const gone = play([{ type: 'tick', at: 82 }], asking);
    expect(gone).toMatchObject({ stage: 'farewell', visitSince: null });
    expect(play([{ type: 'tick', at: 90 }], gone).stage).toBe('attract');
  });

  it('begins no visit by a sensor: only a visitor agrees', () => {
    const seen = play([{ type: 'presence', at: 1, present: true }]);
    expect(seen.stage).toBe('consent');
    expect(play([{ type: 'tick', at: 31 }], seen).stage).toBe('attract');
    expect(play([{ type: 'consent', at: 1 }]).stage).toBe('attract');
  });

  it('asks sooner where a sensor says that nobody is there, but not while somebody does something', () => {
    const there = play([{ type: 'presence', at: 3, present: true }], visiting);
    const away = play([{ type: 'presence', at: 20, present: false }], there);
    expect(play([{ type: 'tick', at: 29 }], away).stage).toBe('visit');
    expect(play([{ type: 'tick', at: 30 }], away).stage).toBe('asking');
    expect(play([{ type: 'sign', at: 28 }, { type: 'tick', at: 35 }], away).stage).toBe('visit');
    expect(play([{ type: 'tick', at: 30 }, { type: 'presence', at: 32, present: true }], away).stage).toBe('visit');
  });

  it('ends a visit that goes on too long, whatever is done', () => {
    const busy = Array.from({ length: 70 }, (_, i): KioskEvent[] => [{ type: 'sign', at: 10 * i + 3 }, { type: 'tick', at: 10 * i + 3 }]).flat();
    expect(play(busy, visiting).visitSince).toBeNull();
  });

  it('lets a visit end before it rests, and wakes by itself alone', () => {
    const late = play([{ type: 'quiet', at: 5, quiet: true }], visiting);
    expect(late.stage).toBe('visit');
    const over = play([{ type: 'leave', at: 6 }, { type: 'tick', at: 14 }], late);
    expect(over.stage).toBe('closed');
    expect(play([{ type: 'sign', at: 20 }, { type: 'presence', at: 21, present: true }], over).stage).toBe('closed');
    expect(play([{ type: 'quiet', at: 30, quiet: false }], over).stage).toBe('attract');
    expect(play([{ type: 'sign', at: 7 }], play([{ type: 'leave', at: 6 }], late)).stage).toBe('farewell');
  });

  it('never leaves a visit but to its end, and never begins one without consent', () => {
    const event = fc.oneof(
      fc.constantFrom<KioskEvent['type']>('sign', 'consent', 'leave', 'tick').map((type) => ({ type })),
      fc.constantFrom(true, false, null).map((present) => ({ type: 'presence' as const, present })), fc.boolean().map((quiet) => ({ type: 'quiet' as const, quiet })),
    );
    fc.assert(fc.property(fc.array(fc.tuple(event, fc.integer({ min: 0, max: 90 })), { maxLength: 60 }), (given) => {
      let at = 0;
      let state = firstKioskState(0);
      for (const [each, later] of given) {
        at += later;
        const next = stepKiosk(state, { ...each, at } as KioskEvent, times);
        if (isVisit(state.stage) && !isVisit(next.stage)) expect(next.stage).toBe('farewell');
        if (!isVisit(state.stage) && isVisit(next.stage)) expect([state.stage, each.type]).toEqual(['consent', 'consent']);
        expect(next.visitSince === null).toBe(!isVisit(next.stage));
        state = next;
      }
    }));
  });
});
