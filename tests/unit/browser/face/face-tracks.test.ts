import { random } from 'attune';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FaceBox, overlap } from '../../../../src/browser/face/face-box.ts';
import { createFaceTracks } from '../../../../src/browser/face/face-tracks.ts';

const box = (x: number, y: number, size: number): FaceBox => ({ left: x - size / 2, right: x + size / 2, top: y - size / 2, bottom: y + size / 2 });
const MIDDLE = box(0.5, 0.5, 0.3);
const LEFT = box(0.2, 0.5, 0.25);
const RIGHT = box(0.85, 0.5, 0.25);
const anyBox = fc.record({ x: fc.double({ min: 0, max: 1, noNaN: true }), y: fc.double({ min: 0, max: 1, noNaN: true }), size: fc.double({ min: 0.05, max: 0.8, noNaN: true }) })
  .map(({ x, y, size }) => box(x, y, size));

describe('face tracks', () => {
  it('begin with the largest face, and with the one nearest the middle among equals', () => {
    expect(createFaceTracks().follow([LEFT, MIDDLE, RIGHT], 0)).toMatchObject({ chosen: 1, others: 2, changed: false });
    expect(createFaceTracks().follow([box(0.1, 0.5, 0.2), box(0.45, 0.5, 0.2)], 0).chosen).toBe(1);
    expect(createFaceTracks().follow([box(0.1, 0.5, 0.4), box(0.5, 0.5, 0.1)], 0).chosen).toBe(0);
  });

  it('stay with the chosen face in whatever order they come, and when a larger one arrives', () => {
    const tracks = createFaceTracks();
    tracks.follow([LEFT], 0);
    expect(tracks.follow([box(0.6, 0.5, 0.5), LEFT], 0.1)).toMatchObject({ chosen: 1, others: 1, changed: false });
    expect(tracks.follow([box(0.23, 0.5, 0.25), box(0.6, 0.5, 0.5)], 0.2)).toMatchObject({ chosen: 0, others: 1, changed: false });
  });

  it('follow a face across the picture', () => {
    const tracks = createFaceTracks();
    tracks.follow([box(0.1, 0.5, 0.25)], 0);
    for (let i = 1; i <= 30; i += 1) expect(tracks.follow([RIGHT, box(0.1 + i / 60, 0.5, 0.25)], i / 15).chosen).toBe(1);
  });

  it('take nobody in the place of one who left, for two seconds, and then somebody who may be another', () => {
    const tracks = createFaceTracks();
    tracks.follow([MIDDLE, RIGHT], 0);
    for (const at of [0.1, 1, 2]) expect(tracks.follow([RIGHT], at)).toMatchObject({ chosen: null, others: 1, changed: false });
    expect(tracks.follow([RIGHT], 2.1)).toMatchObject({ chosen: 0, others: 0, changed: true });
    expect(tracks.follow([RIGHT], 2.2)).toMatchObject({ chosen: 0, others: 0, changed: false });
  });

  it('know the one again who was away for less', () => {
    const tracks = createFaceTracks();
    tracks.follow([MIDDLE, RIGHT], 0);
    tracks.follow([RIGHT], 0.5);
    tracks.follow([], 1);
    expect(tracks.follow([RIGHT, MIDDLE], 1.9)).toMatchObject({ chosen: 1, others: 1, changed: false });
  });

  it('do not lose a face that is alone and fast, but a far leap is somebody else', () => {
    const tracks = createFaceTracks();
    tracks.follow([box(0.3, 0.5, 0.2)], 0);
    expect(tracks.follow([box(0.48, 0.5, 0.2)], 0.5)).toMatchObject({ chosen: 0, others: 0, changed: false });
    expect(tracks.follow([box(0.9, 0.5, 0.2)], 0.6).chosen).toBeNull();
  });

  it('count every face once, whatever they see', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.array(anyBox, { maxLength: 5 }), fc.double({ min: 0, max: 3, noNaN: true })), { maxLength: 20 }), (looks) => {
      const tracks = createFaceTracks();
      let at = 0;
      for (const [boxes, gap] of looks) {
        at += gap;
        const { chosen, others } = tracks.follow(boxes, at);
        expect(others + (chosen === null ? 0 : 1)).toBe(boxes.length);
        if (chosen !== null) expect(chosen < boxes.length).toBe(true);
      }
    }));
  });
});

describe('tracks of several faces', () => {
  /** People who walk about, each in a lane of their own, so that no two of them ever overlap. */
  const walk = fc.record({
    lanes: fc.integer({ min: 1, max: 6 }),
    looks: fc.array(fc.record({ steps: fc.array(fc.double({ min: -0.4, max: 0.4, noNaN: true }), { minLength: 6, maxLength: 6 }), hidden: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }) }), { minLength: 1, maxLength: 60 }),
    order: fc.array(fc.nat({ max: 1000 }), { minLength: 6, maxLength: 6 }),
    gap: fc.double({ min: 1 / 30, max: 0.5, noNaN: true }),
  });
  const SIZE = 0.12;

  it('give each face an id of its own, never more than asked for, and never one of them to two people', () => {
    fc.assert(fc.property(walk, fc.integer({ min: 2, max: 5 }), ({ lanes, looks, order, gap }, most) => {
      const tracks = createFaceTracks(most);
      const xs = Array.from({ length: lanes }, () => 0.5);
      const owners = new Map<number, number>();
      looks.forEach(({ steps, hidden }, look) => {
        xs.forEach((x, lane) => { xs[lane] = Math.min(1, Math.max(0, x + steps[lane]! * SIZE)); });
        const there = xs.flatMap((x, lane) => (hidden[lane] && look % 3 === 0 ? [] : [{ lane, box: box(x, (lane + 0.5) / 6, SIZE), key: (order[lane]! * (look + 1)) % 997 }])).toSorted((a, b) => a.key - b.key);
        const { faces, chosen, others, player } = tracks.follow(there.map((each) => each.box), look * gap);
        expect(faces.length).toBeLessThanOrEqual(most);
        expect(new Set(faces.map(({ id }) => id)).size).toBe(faces.length);
        const seen = faces.flatMap((each) => (each.box === null ? [] : [each.box]));
        expect(new Set(seen).size).toBe(seen.length);
        expect(others + (chosen === null ? 0 : 1)).toBe(there.length);
        expect(chosen).toBe(faces.find(({ id }) => id === player)?.box ?? null);
        for (const { id, box: at } of faces) {
          if (at === null) continue;
          const { lane } = there[at]!;
          expect(owners.get(id) ?? lane).toBe(lane);
          owners.set(id, lane);
        }
      });
    }), { numRuns: 500 });
  });

  it('keep ids over dropouts that are shorter than the hold', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 60 }), (seen) => {
      const tracks = createFaceTracks(4);
      const places = [0.1, 0.35, 0.6, 0.85].map((x) => box(x, 0.5, 0.2));
      const placeOf = new Map(tracks.follow(places, 0).faces.map(({ id, box: at }) => [id, places[at!]]));
      seen.forEach((mask, look) => {
        // Nobody is hidden for longer than three looks, 1.5 s.
        const there = places.filter((_, index) => mask[index] || look % 4 === index);
        const { faces } = tracks.follow(there, (look + 1) * 0.4);
        expect(faces.map(({ id }) => id).toSorted()).toEqual([1, 2, 3, 4]);
        for (const { id, box: at } of faces) if (at !== null) expect(there[at]).toBe(placeOf.get(id));
      });
    }));
  });

  const crossing = fc.record({
    // In sizes of their own face for each look, from slow to as fast as can be followed.
    pace: fc.double({ min: 0.02, max: 0.5, noNaN: true }),
    otherPace: fc.double({ min: 0, max: 0.5, noNaN: true }),
    start: fc.double({ min: 0, max: 1, noNaN: true }),
    higher: fc.double({ min: -0.6, max: 0.6, noNaN: true }),
    larger: fc.double({ min: 0.7, max: 1.4, noNaN: true }),
    seed: fc.integer({ min: 1, max: 1e6 }),
    hides: fc.boolean(),
  });

  it('never hand an id from one person to the other when two cross, also where one hides the other', () => {
    let [kept, crossed] = [0, 0];
    fc.assert(fc.property(crossing, ({ pace, otherPace, start, higher, larger, seed, hides }) => {
      const tracks = createFaceTracks(4);
      const owners = new Map<number, number>();
      const size = 0.15;
      const first = new Set<number>();
      let last: number[] = [];
      let before: number | null = null;
      let [value, noise] = random(seed);
      let [x, other] = [-2 - start, 2];
      for (let look = 0; x < other + 3 && look < 400; look += 1, x += pace, other -= otherPace * larger) {
        const shake = (): number => {
          [value, noise] = random(noise);
          return 0.04 * (value - 0.5) * size;
        };
        const people = [box(0.5 + x * size + shake(), 0.5 + shake(), size), box(0.5 + other * size + shake(), 0.5 + higher * size + shake(), size * larger)];
        const hidden = hides && overlap(people[0]!, people[1]!) > 0.4;
        const { faces, changed, player } = tracks.follow(hidden ? [people[1]!] : people, look / 15);
        for (const { id, box: at } of faces) {
          if (at === null) continue;
          const owner = hidden ? 1 : at;
          if (look === 0) first.add(id);
          expect(owners.get(id) ?? owner).toBe(owner);
          owners.set(id, owner);
        }
        expect(changed).toBe(before !== null && player !== before);
        before = player;
        last = faces.map(({ id }) => id);
      }
      crossed += 1;
      if (last.every((id) => first.has(id))) kept += 1;
    }), { numRuns: 2000 });
    // Doubt is not simply told always.
    expect(kept / crossed).toBeGreaterThan(0.2);
  });

  it('take both for somebody new where they can\'t be told apart, and follow the one nearest to the player', () => {
    const tracks = createFaceTracks(4);
    const [one] = tracks.follow([box(0.4, 0.5, 0.2), box(0.6, 0.5, 0.2)], 0).faces;
    expect(one).toBeDefined();
    tracks.follow([box(0.47, 0.5, 0.2), box(0.53, 0.5, 0.2)], 0.1);
    const met = tracks.follow([box(0.5, 0.5, 0.2), box(0.505, 0.5, 0.2)], 0.2);
    expect(met.changed).toBe(true);
    expect(met.faces.map(({ id }) => id).toSorted()).toEqual([3, 4]);
  });

  it('follow no more than asked for, the most prominent first, and make room when one has left', () => {
    const tracks = createFaceTracks(2);
    const all = [box(0.15, 0.5, 0.15), MIDDLE, box(0.85, 0.5, 0.2)];
    expect(tracks.follow(all, 0)).toMatchObject({ chosen: 1, others: 2, faces: [{ id: 1, box: 1 }, { id: 2, box: 2 }], player: 1 });
    expect(tracks.follow(all.slice(0, 2), 1.9).faces).toEqual([{ id: 1, box: 1 }, { id: 2, box: null }]);
    expect(tracks.follow(all.slice(0, 2), 2.1).faces).toEqual([{ id: 1, box: 1 }, { id: 3, box: 0 }]);
  });

  it('begin anew on request, everybody where they are', () => {
    const tracks = createFaceTracks(2);
    tracks.follow([LEFT, MIDDLE], 0);
    tracks.renew();
    expect(tracks.follow([LEFT, MIDDLE], 0.1)).toEqual({ chosen: 1, others: 1, changed: false, faces: [{ id: 3, box: 1 }, { id: 4, box: 0 }], player: 3 });
  });
});

describe('overlap', () => {
  it('is one for the same box, none for boxes apart, and the same either way', () => {
    expect(overlap(MIDDLE, MIDDLE)).toBeCloseTo(1, 12);
    expect(overlap(LEFT, RIGHT)).toBe(0);
    fc.assert(fc.property(anyBox, anyBox, (a, b) => {
      expect(overlap(a, b)).toBeCloseTo(overlap(b, a), 12);
      expect(overlap(a, b)).toBeLessThanOrEqual(1 + 1e-12);
    }));
  });
});
