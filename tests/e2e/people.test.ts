import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { byEmotion, type EmotionDistribution, EMOTIONS, type FaceSignal, type Sense } from 'attune';
import type { GroupMood } from 'attune/group';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Served } from '../../scripts/server.ts';
import { FACE_CROPS, type FaceCrop } from './face-crops.ts';
import { writeGroupFilm } from './fake-camera.ts';
import { openPage, serveSite } from './open-page.ts';

/** Whoever was not looked at for longer is somebody else: no promise is broken where a busy machine did not look at all. */
const HOLD = 2;
/** Three people with different expressions, by eye. */
const PEOPLE: readonly FaceCrop[] = [FACE_CROPS[0]!, FACE_CROPS[6]!, FACE_CROPS[4]!];

let site: Served;
let folder: string;

beforeAll(async () => {
  site = await serveSite();
  folder = mkdtempSync(join(tmpdir(), 'attune-people-'));
});

afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Watched {
  readonly looks: readonly (readonly { readonly id: string; readonly followed: boolean; readonly signal: FaceSignal }[])[];
  readonly mood: GroupMood | null;
  readonly line: string;
  readonly status: string | undefined;
  readonly signals: readonly Sense[];
  readonly left: readonly string[];
  readonly offences: readonly string[];
}

/** Shows crops side by side to a playground that follows several people, for so many looks at all of them, none longer after another than the hold. */
async function watch(crops: readonly (FaceCrop | null)[], count: number): Promise<Watched> {
  const film = join(folder, 'film.y4m');
  writeGroupFilm(film, crops);
  const there = crops.filter((crop) => crop !== null).length;
  const { page, offences, close } = await openPage(site.url, { film });
  try {
    await page.goto(`${site.url}playground/?quality=low&people=4`);
    await page.getByTestId('consent-camera').check({ force: true });
    await page.getByTestId('consent-continue').click();
    await page.getByTestId('drawer-open').click();
    await page.getByTestId('tab-state').click();
    const looks = await page.evaluate(async ([wanted, faces, hold]) => {
      const patience = performance.now() + 120_000;
      let all: Watched['looks'][number][] = [];
      let last = -1;
      while (all.length < wanted && performance.now() < patience) {
        await new Promise((resolve) => { setTimeout(resolve, 20); });
        const seen = window.attune?.inView?.seen ?? [];
        if (seen.length < faces || seen[0]?.signal.at === last) continue;
        const at = seen[0]!.signal.at;
        if (at - last > hold) all = [];
        last = at;
        all.push(seen);
      }
      return all;
    }, [count, there, HOLD] as const);
    const line = (await page.getByTestId('in-view').textContent()) ?? '';
    const told = await page.evaluate(() => {
      const { agent, inView } = window.attune!;
      return { mood: inView?.mood ?? null, status: agent.state.senses.face.status, signals: Object.keys(agent.state.signals) as Sense[] };
    });
    const left = await page.evaluate(async () => {
      const { agent, inView } = window.attune!;
      await agent.detach('face');
      return inView!.seen.map(({ id }) => id);
    });
    return { looks, line, ...told, left, offences };
  } finally {
    await close();
  }
}

const meanOf = (signals: readonly FaceSignal[]): EmotionDistribution => {
  const expressions = signals.flatMap(({ expression }) => (expression ? [expression.whole] : []));
  expect(expressions.length).toBeGreaterThan(signals.length / 2);
  return byEmotion((emotion) => expressions.reduce((sum, each) => sum + each[emotion], 0) / expressions.length);
};

/** The share of the probability that lies elsewhere, in [0, 1]. */
const apart = (one: EmotionDistribution, other: EmotionDistribution): number => EMOTIONS.reduce((sum, emotion) => sum + Math.abs(one[emotion] - other[emotion]), 0) / 2;

describe('three people before one camera', () => {
  it('are followed by ids of their own, each seen as when they are alone, and make a mood together', async () => {
    const together = await watch(PEOPLE, 20);
    expect(together.offences).toEqual([]);
    expect(together.looks).toHaveLength(20);
    const ids = together.looks[0]!.map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    const seenOf = (id: string): FaceSignal[] => together.looks.flatMap((look) => look.flatMap((person) => (person.id === id && person.signal.present ? [person.signal] : [])));
    for (const look of together.looks) {
      expect(look.map(({ id }) => id)).toEqual(ids);
      expect(look.filter(({ followed }) => followed)).toHaveLength(1);
    }
    // From the left as in a mirror: the film's first is the last by x.
    const byPlace = ids.toSorted((a, b) => seenOf(b)[0]!.place!.x - seenOf(a)[0]!.place!.x);
    const expressions = byPlace.map((id) => meanOf(seenOf(id)));
    for (const [place, crop] of PEOPLE.entries()) {
      const alone = await watch(PEOPLE.map((each) => (each === crop ? each : null)), 20);
      expect(new Set(alone.looks.flat().map(({ id }) => id)).size).toBe(1);
      const own = meanOf(alone.looks.flatMap((look) => look.map(({ signal }) => signal)));
      const distances = expressions.map((each) => apart(each, own));
      console.log(`${crop.expression} ${crop.file}: alone ${JSON.stringify(own)}, among three ${JSON.stringify(expressions[place])}, apart by ${distances.map((each) => each.toFixed(3)).join(', ')}`);
      expect(distances[place]).toBeLessThan(0.2);
    }
    // The neutral one looks like neither of the smiling ones.
    expect(apart(expressions[1]!, expressions[0]!)).toBeGreaterThan(0.3);
    expect(together.mood).toMatchObject({ size: 3, leftOut: [] });
    expect(together.mood!.valence.mean).toBeGreaterThan(0);
    expect(together.line).toContain('In view: 3.');
    // The agent has the one signal that it always has, and nothing is left when the camera is off.
    expect(together.signals).toEqual(['face']);
    expect(together.left).toEqual([]);
  }, 600_000);
});
