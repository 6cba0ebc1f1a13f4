import type { Seconds } from '../../core/index.ts';
import { distance, type FaceBox, overlap } from './face-box.ts';

/** One face that is followed, as it was seen last. */
export interface FaceTrack {
  readonly id: number;
  readonly box: FaceBox;
  readonly at: Seconds;
  /** How far it moves in a second, in shares of the picture; null until it was seen twice. */
  readonly pace: readonly [across: number, down: number] | null;
  /** How many faces that look found. */
  readonly among: number;
}

/** A track that goes on in a box. */
export interface Match {
  readonly track: FaceTrack;
  /** Which of the boxes. */
  readonly box: number;
}

/** A face that has moved less than this between two looks is the same one: intersection over union. */
const SAME = 0.2;
/** The last face for which there is no overlap may have moved by this share of its own size. */
const ALONE_MOVES = 1;
/** Longer between two looks, and another face may have taken the place of the last one. */
const CONTINUOUS: Seconds = 1;
/** Two faces that could as well have changed places: what speaks for that, as a share of what speaks against it. */
const RIVAL = 0.75;
/** The same for one whose pace is not known yet. */
const RIVAL_OF_NEW = 0.5;

/**
 * Assigns boxes to tracks, each at most once: the largest overlap first, faces of the last look before those that are out of
 * sight. Where one track and one box are left, and as many faces as before, the track may have leapt.
 *
 * @param lately when the last look was
 */
export function matchFaces(tracks: readonly FaceTrack[], boxes: readonly FaceBox[], at: Seconds, lately: Seconds): Match[] {
  const matches: Match[] = [];
  const isLeft = ({ track, box }: Match): boolean => matches.every((made) => made.track !== track && made.box !== box);
  for (const seen of [true, false]) {
    const pairs = tracks.filter((track) => (track.at === lately) === seen)
      .flatMap((track) => boxes.map((each, box) => ({ track, box, shared: overlap(track.box, each) })))
      .filter(({ shared }) => shared >= SAME).toSorted((a, b) => b.shared - a.shared);
    for (const { track, box } of pairs) if (isLeft({ track, box })) matches.push({ track, box });
  }
  const [track, ...more] = tracks.filter((each) => matches.every((made) => made.track !== each));
  const left = boxes.flatMap((_, box) => (matches.every((made) => made.box !== box) ? [box] : []));
  const box = boxes[left[0] ?? -1];
  const leapt = track && box && more.length === 0 && left.length === 1 && track.among === boxes.length && at - track.at <= CONTINUOUS && distance(track.box, box) <= ALONE_MOVES;
  return leapt ? [...matches, { track, box: left[0]! }] : matches;
}

/**
 * The tracks of which place and time can't tell any more who is who, because two faces met: another track would suit the box of
 * one almost as well, or it another box. A face that moved on as before suits the place where it would be by now, too.
 */
export function doubtfulTracks(tracks: readonly FaceTrack[], matches: readonly Match[], boxes: readonly FaceBox[], at: Seconds, lately: Seconds): Set<FaceTrack> {
  const suits = (track: FaceTrack, box: number): number => {
    const there = boxes[box]!;
    const shared = Math.max(overlap(track.box, there), overlap(moved(track, at), there));
    return shared >= SAME ? shared : 0;
  };
  const free = boxes.flatMap((_, box) => (matches.every((made) => made.box !== box) ? [box] : []));
  const doubtful = new Set<FaceTrack>();
  for (const { track, box } of matches) {
    const own = suits(track, box);
    // Of whom one look is all that is known, it can't be told whether somebody came beside them or went on from there.
    if (free.some((other) => suits(track, other) > 0 && (track.pace === null || suits(track, other) >= RIVAL * own))) doubtful.add(track);
    for (const rival of tracks) {
      const theirs = matches.find((made) => made.track === rival)?.box;
      // Who was seen a moment ago goes on, whoever may be out of sight there.
      const hidden = theirs === undefined && rival.at < lately && track.at === lately;
      if (rival === track || hidden) continue;
      const instead = [suits(rival, box), ...(theirs === undefined ? [] : [suits(track, theirs)])];
      const present = own + (theirs === undefined ? 0 : suits(rival, theirs));
      const share = track.pace && rival.pace ? RIVAL : RIVAL_OF_NEW;
      if (instead.every((each) => each > 0) && sum(instead) >= share * present) doubtful.add(track).add(rival);
    }
  }
  return doubtful;
}

/** Where a face would be by now, if it went on as it did. */
function moved({ box, at: since, pace }: FaceTrack, at: Seconds): FaceBox {
  const [x, y] = pace ? [pace[0] * (at - since), pace[1] * (at - since)] : [0, 0];
  return { left: box.left + x, right: box.right + x, top: box.top + y, bottom: box.bottom + y };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
