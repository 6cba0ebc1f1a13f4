import type { Seconds } from '../../core/index.ts';
import { type FaceBox, prominence } from './face-box.ts';
import { doubtfulTracks, type FaceTrack, matchFaces } from './match-faces.ts';

/** One of those who are followed. */
export interface TrackedFace {
  /** A number of this face and of no other; whoever comes back after the hold is another one. */
  readonly id: number;
  /** Which of the boxes; null while it is out of sight. */
  readonly box: number | null;
}

/** Whom a look at several faces is about. */
export interface Followed {
  /** Which of the boxes is the one that the agent follows; null when none of them is. */
  readonly chosen: number | null;
  /** How many of them are somebody else's. */
  readonly others: number;
  /** Whether the chosen one may be another person than before: what was learned of a face must be forgotten. */
  readonly changed: boolean;
  /** All who are followed, the chosen one and others. */
  readonly faces: readonly TrackedFace[];
  /** Who of them is the chosen one; null before the first. */
  readonly player: number | null;
}

/** Follows faces by where they are, from look to look. It never knows whose face it is. */
export interface FaceTracks {
  follow(boxes: readonly FaceBox[], at: Seconds): Followed;
  /** Takes everybody for somebody new, where they are. */
  renew(): void;
}

/** For so long nobody takes the place of a face that has gone; it may only have turned away. */
const HELD: Seconds = 2;

/**
 * Makes tracks that have met nobody.
 *
 * Where faces meet so that place and time can't tell any more who is who, both are somebody new; with one track, the
 * nearest is taken.
 *
 * @param most at most so many faces are followed, those out of sight included
 */
export function createFaceTracks(most = 1): FaceTracks {
  let tracks: readonly FaceTrack[] = [];
  let player: number | null = null;
  let lately: Seconds = -Infinity;
  let met = 0;

  /** The player, or who takes their place: whoever goes on in it, else the most prominent face. */
  function choose(heirs: ReadonlyMap<number, number>, faces: readonly TrackedFace[], boxes: readonly FaceBox[]): number | null {
    if (player !== null && tracks.some(({ id }) => id === player)) return player;
    const heir = player === null ? undefined : heirs.get(player);
    if (heir !== undefined) return heir;
    const seen = faces.flatMap(({ id, box }) => (box === null ? [] : [{ id, stands: prominence(boxes[box]!) }]));
    return seen.length === 0 ? player : seen.reduce((best, each) => (each.stands > best.stands ? each : best)).id;
  }

  return {
    follow(boxes, at) {
      const held = tracks.filter((track) => at - track.at <= HELD);
      const matches = matchFaces(held, boxes, at, lately);
      const doubtful = most > 1 ? doubtfulTracks(held, matches, boxes, at, lately) : new Set<FaceTrack>();
      const heirs = new Map<number, number>();
      const places = new Map<number, number>();
      const next: FaceTrack[] = [];
      const begin = (box: number): number => {
        met += 1;
        places.set(met, box);
        next.push({ id: met, box: boxes[box]!, at, pace: null, among: boxes.length });
        return met;
      };
      for (const track of held) {
        const match = matches.find((made) => made.track === track);
        if (doubtful.has(track)) continue;
        if (match) places.set(track.id, match.box);
        next.push(match ? { id: track.id, box: boxes[match.box]!, at, pace: paceOf(track, boxes[match.box]!, at), among: boxes.length } : track);
      }
      for (const { track, box } of matches) if (doubtful.has(track)) heirs.set(track.id, begin(box));
      const unknown = boxes.map((box, index) => ({ index, stands: prominence(box) })).filter(({ index }) => matches.every((made) => made.box !== index))
        .toSorted((a, b) => b.stands - a.stands);
      for (const { index } of unknown) if (next.length < most) begin(index);

      [tracks, lately] = [next, at];
      const faces = next.map(({ id }) => ({ id, box: places.get(id) ?? null }));
      const before = player;
      player = choose(heirs, faces, boxes);
      const chosen = player === null ? null : places.get(player) ?? null;
      return { chosen, others: boxes.length - (chosen === null ? 0 : 1), changed: before !== null && player !== before, faces, player };
    },
    renew() {
      const before = tracks.findIndex(({ id }) => id === player);
      tracks = tracks.map(({ box, at, pace, among }) => ({ id: (met += 1), box, at, pace, among }));
      player = tracks[before]?.id ?? player;
    },
  };
}

function paceOf({ box, at: since }: FaceTrack, now: FaceBox, at: Seconds): [number, number] {
  const elapsed = at - since;
  const along = (from: 'left' | 'top', to: 'right' | 'bottom'): number => (elapsed > 0 ? (now[from] + now[to] - box[from] - box[to]) / 2 / elapsed : 0);
  return [along('left', 'right'), along('top', 'bottom')];
}
