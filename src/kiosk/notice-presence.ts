import type { Seconds, SessionTime, Unit } from '../core/index.ts';

/** The picture by which somebody's being there is noticed: too coarse to tell who. */
export const PRESENCE_WIDTH = 32;
/** Height of that picture, in points. */
export const PRESENCE_HEIGHT = 24;

/** What was learned of the empty place, and what differs from it now. */
export interface Presence {
  /** Whether somebody is there; null before the place was seen, and in the dark. */
  readonly present: boolean | null;
  /** The part of the picture that differs from the empty place. */
  readonly differing: Unit;
  /** The part of it that moved since the last picture. */
  readonly moving: Unit;
  /** The empty place: logarithms of lightness, one for each point. */
  readonly place: Float32Array | null;
  /** How much each point flickers by itself. */
  readonly noise: Float32Array | null;
  readonly last: Float32Array | null;
  /** Pictures that were looked at. */
  readonly looks: number;
  /** When something moved, of late. */
  readonly moved: readonly SessionTime[];
  readonly stillSince: SessionTime;
  readonly at: SessionTime;
}

/** Before the first picture: nothing is known of the place, so `present` is null. */
export const NOBODY_SEEN: Presence = { present: null, differing: 0, moving: 0, place: null, noise: null, last: null, looks: 0, moved: [], stillSince: 0, at: 0 };

/** Differences of the logarithm below this are never somebody: an eighth of the lightness. */
const LEAST = 0.12;
/** A point must differ by so many times its usual flicker. */
const TIMES_NOISE = 5;
/** The least part of the picture that can be a person some metres away. */
const PERSON: Unit = 0.03;
/** The least part that moves when a person does. */
const MOTION: Unit = 0.012;
/** A person who comes moves in several pictures within this; a lamp that is switched on, in one. */
const COMING: Seconds = 2;
const PICTURES_IN_MOTION = 3;
/** What differs but has not moved for so long is furniture, or a patch of sun. */
const FURNITURE: Seconds = 60;
/** How fast the place is learned: while all is as it was, and after something that is nobody has changed. */
const LEARNING: Seconds = 20;
const SETTLING: Seconds = 3;
/** So many pictures are needed to know the place and its flicker; until then nothing is said. */
const FIRST_LOOKS = 10;
/** Below this lightness, of 255, no more than noise is seen. */
const DARK = 10;
/** Keeps dark points from looking lively: the logarithm is taken of lightness and this. */
const OFFSET = 12;

/**
 * Notices from one picture after another whether somebody stands before the camera: by what differs from the empty place and
 * moved when it came. Light that changes everywhere is taken out, flicker is learned point by point, and nothing of it could tell
 * one person from another.
 *
 * @param picture lightness of {@link PRESENCE_WIDTH} x {@link PRESENCE_HEIGHT} points, row by row, 0 to 255
 */
export function noticePresence(before: Presence, picture: ArrayLike<number>, at: SessionTime): Presence {
  if (isDark(picture)) return { ...NOBODY_SEEN, at, stillSince: at };
  const seen = Float32Array.from(picture, (light) => Math.log(light + OFFSET));
  if (!before.place || !before.noise || !before.last) {
    return { ...NOBODY_SEEN, place: seen, noise: new Float32Array(seen.length), last: seen, looks: 1, at, stillSince: at };
  }
  const { place, noise } = before;
  const looks = before.looks + 1;
  const step = Math.max(0, at - before.at);
  const { light, rest: fromPlace } = partLight(seen, place);
  const { rest: fromLast } = partLight(seen, before.last);
  if (looks <= FIRST_LOOKS) {
    const share = 1 / looks;
    return {
      ...before, place: place.map((each, i) => each + light + (fromPlace[i] ?? 0) * share), noise: noise.map((each, i) => each + (Math.abs(fromLast[i] ?? 0) - each) * share * 2), last: seen, looks, at, stillSince: at,
    };
  }
  const differs = together(fromPlace.map((each, i) => Number(Math.abs(each) > Math.max(LEAST, TIMES_NOISE * (noise[i] ?? 0)))));
  const moves = together(fromLast.map((each, i) => Number(Math.abs(each) > Math.max(LEAST, TIMES_NOISE * (noise[i] ?? 0)))));
  const differing = part(differs);
  const moving = part(moves);
  const inMotion = moving >= MOTION;
  const moved = [...before.moved.filter((then) => at - then <= COMING), ...(inMotion ? [at] : [])];
  const stillSince = inMotion ? at : before.stillSince;
  const still = at - stillSince;
  const present = before.present === true ? differing >= PERSON / 2 && still < FURNITURE : differing >= PERSON && moved.length >= PICTURES_IN_MOTION;
  return { present, differing, moving, ...learn({ place, noise, light, fromPlace, fromLast, differs, present, settled: still > COMING, step }), last: seen, looks, moved: present ? moved : moved.slice(-PICTURES_IN_MOTION), stillSince, at };
}

interface Lesson {
  readonly place: Float32Array;
  readonly noise: Float32Array;
  readonly light: number;
  readonly fromPlace: Float32Array;
  readonly fromLast: Float32Array;
  readonly differs: Float32Array;
  readonly present: boolean;
  readonly settled: boolean;
  readonly step: Seconds;
}

/** Follows the light everywhere, and the place itself where nobody stands before it. */
function learn({ place, noise, light, fromPlace, fromLast, differs, present, settled, step }: Lesson): Pick<Presence, 'place' | 'noise'> {
  const rate = (slow: Seconds): number => 1 - Math.exp(-step / slow);
  return {
    // Whoever fills most of the picture must not become the place.
    place: place.map((each, i) => each + light + (present ? 0 : (fromPlace[i] ?? 0) * rate(differs[i] && settled ? SETTLING : LEARNING))),
    noise: noise.map((each, i) => (present || differs[i] ? each : each + (Math.abs(fromLast[i] ?? 0) - each) * rate(LEARNING))),
  };
}

/** Parts how two pictures differ into what changed everywhere and the rest: an exposure or a lamp multiplies all lightness alike. */
function partLight(picture: Float32Array, other: Float32Array): { readonly light: number; readonly rest: Float32Array } {
  const difference = picture.map((each, i) => each - (other[i] ?? 0));
  const light = median(difference);
  return { light, rest: difference.map((each) => each - light) };
}

/** Leaves out points with fewer than three neighbours like them: a person has an area, flicker has none. */
function together(points: Float32Array): Float32Array {
  return points.map((each, i) => {
    if (!each) return 0;
    const [x, y] = [i % PRESENCE_WIDTH, Math.floor(i / PRESENCE_WIDTH)];
    let neighbours = -1;
    for (let row = Math.max(0, y - 1); row <= Math.min(PRESENCE_HEIGHT - 1, y + 1); row += 1) {
      for (let column = Math.max(0, x - 1); column <= Math.min(PRESENCE_WIDTH - 1, x + 1); column += 1) neighbours += points[row * PRESENCE_WIDTH + column] ?? 0;
    }
    return neighbours >= 3 ? 1 : 0;
  });
}

const part = (points: Float32Array): Unit => points.reduce((sum, each) => sum + each, 0) / points.length;

function isDark(picture: ArrayLike<number>): boolean {
  for (let i = 0; i < picture.length; i += 1) if ((picture[i] ?? 0) > DARK) return false;
  return true;
}

function median(values: Float32Array): number {
  const sorted = values.slice().sort();
  return sorted[sorted.length >> 1] ?? 0;
}
