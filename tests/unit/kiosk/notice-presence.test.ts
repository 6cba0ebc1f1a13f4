import { describe, expect, it } from 'vitest';
import { random } from '../../../src/core/index.ts';
import { NOBODY_SEEN, noticePresence, type Presence, PRESENCE_HEIGHT, PRESENCE_WIDTH } from '../../../src/kiosk/index.ts';

interface Scene {
  /** Where a person stands, from the left in [0, 1]; null for nobody. */
  readonly person: number | null;
  /** By which all lightness is multiplied. */
  readonly light: number;
  /** Standard deviation of the camera's noise, of 255. */
  readonly noise: number;
  /** The right third is lit this many times as much. */
  readonly lamp: number;
  /** Half of a person's width, as a share of the picture's. */
  readonly half?: number;
}

const EMPTY: Scene = { person: null, light: 1, noise: 2, lamp: 1 };

/** A room with a bright window, a dark door and a floor; a person is a dark body with a lighter head. */
function picture({ person, light, noise, lamp, half = 0.1 }: Scene, draw: () => number): Float32Array {
  return Float32Array.from({ length: PRESENCE_WIDTH * PRESENCE_HEIGHT }, (_, i) => {
    const [x, y] = [(i % PRESENCE_WIDTH) / PRESENCE_WIDTH, Math.floor(i / PRESENCE_WIDTH) / PRESENCE_HEIGHT];
    let lightness = 110 + 40 * y + (x < 0.2 && y < 0.5 ? 60 : 0) - (x > 0.75 && y > 0.2 ? 60 : 0);
    if (person !== null && Math.abs(x - person) < half && y > 0.35 - half) lightness = 45;
    if (person !== null && Math.hypot(x - person, y - 0.27) < 0.08) lightness = 170;
    // The sum of four is near to a normal distribution.
    const flicker = noise * Math.sqrt(3) * (draw() + draw() + draw() + draw() - 2);
    return Math.max(0, Math.min(255, lightness * light * (x > 0.66 ? lamp : 1) + flicker));
  });
}

/** Looks at a scene that changes, two pictures a second. */
function watch(seconds: number, sceneAt: (t: number) => Scene, before: Presence = NOBODY_SEEN, from = 0): { readonly end: Presence; readonly present: readonly (boolean | null)[] } {
  let seed = 7 + from;
  const draw = (): number => {
    const [value, next] = random(seed);
    seed = next;
    return value;
  };
  let end = before;
  const present: (boolean | null)[] = [];
  for (let t = 0; t < seconds; t += 0.5) {
    end = noticePresence(end, picture(sceneAt(t), draw), from + t);
    present.push(end.present);
  }
  return { end, present };
}

const calm = watch(60, () => EMPTY).end;

describe('somebody before the camera', () => {
  it.each([0, 2, 6, 12])('is nobody where only the camera flickers by %i of 255', (noise) => {
    expect(watch(300, () => ({ ...EMPTY, noise })).present).not.toContain(true);
  });

  it('is noticed within two seconds, while they stand nearly still, and within two seconds of leaving', () => {
    const comes = watch(30, (t) => ({ ...EMPTY, person: t < 2 ? t * 0.25 : 0.5 + 0.02 * Math.sin(t) }), calm, 60);
    expect(comes.present.indexOf(true)).toBeGreaterThan(0);
    expect(comes.present.indexOf(true)).toBeLessThanOrEqual(5);
    expect(comes.present.slice(6)).not.toContain(false);
    const leaves = watch(20, (t) => ({ ...EMPTY, person: t < 2 ? 0.5 + t * 0.3 : null }), comes.end, 90);
    expect(leaves.present.indexOf(false)).toBeGreaterThan(1);
    expect(leaves.present.indexOf(false)).toBeLessThanOrEqual(8);
    expect(leaves.present.slice(9)).not.toContain(true);
  });

  it('is noticed again and again, also where they fill most of the picture', () => {
    let end = calm;
    for (let visit = 0; visit < 5; visit += 1) {
      const from = 60 + visit * 76;
      const comes = watch(48, (t) => ({ ...EMPTY, half: 0.35, person: (t < 46 ? 0.5 + 0.02 * Math.sin(t) : 0.5) + Math.max(0, 1 - t / 2, (t - 46) / 2) }), end, from);
      expect(comes.present.slice(8, -6)).not.toContain(false);
      const leaves = watch(28, () => EMPTY, comes.end, from + 48);
      expect(leaves.present.slice(6)).not.toContain(true);
      end = leaves.end;
    }
  });

  it('is nobody when all light changes: at once, slowly, and by a lamp that is switched', () => {
    expect(watch(60, (t) => ({ ...EMPTY, light: t < 20 ? 1 : 1.6 }), calm, 60).present).not.toContain(true);
    expect(watch(60, (t) => ({ ...EMPTY, light: t < 20 ? 1 : 0.5 }), calm, 60).present).not.toContain(true);
    expect(watch(600, (t) => ({ ...EMPTY, light: 1 + 0.4 * Math.sin(t / 90) }), calm, 60).present).not.toContain(true);
    expect(watch(60, (t) => ({ ...EMPTY, lamp: t < 20 ? 1 : 1.5 }), calm, 60).present).not.toContain(true);
    expect(watch(600, (t) => ({ ...EMPTY, lamp: 1 + 0.5 * Math.sin(t / 120) }), calm, 60).present).not.toContain(true);
  });

  it('is still noticed after the light has changed, and while it changes', () => {
    const lit = watch(40, (t) => ({ ...EMPTY, light: t < 20 ? 1 : 1.5 }), calm, 60);
    const comes = watch(20, (t) => ({ ...EMPTY, light: 1.5 - t / 60, person: Math.min(0.5, t * 0.2) }), lit.end, 100);
    expect(comes.present.at(-1)).toBe(true);
  });

  it('is no bag that was left behind', () => {
    const left = watch(150, (t) => ({ ...EMPTY, person: t < 3 ? 0.2 + t * 0.1 : 0.5 }), calm, 60);
    expect(left.present).toContain(true);
    expect(left.present.at(-1)).toBe(false);
    expect(watch(60, () => ({ ...EMPTY, person: 0.5 }), left.end, 210).present).not.toContain(true);
  });

  it('is not known in the dark', () => {
    expect(watch(5, () => ({ ...EMPTY, light: 0.02, noise: 1 })).present).toEqual(Array.from({ length: 10 }, () => null));
  });
});
