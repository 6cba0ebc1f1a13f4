import type { Seconds } from '../../core/index.ts';
import type { Calibrated } from './calibration.ts';
import type { FaceBox } from './face-box.ts';
import type { Pixels } from './face-crop.ts';
import type { FaceObservation, SeenPeople } from './face-messages.ts';
import type { FaceModels } from './face-models.ts';
import { createFaceObserver, type FaceObserver, type FoundFace } from './face-observer.ts';
import { createFaceTracks } from './face-tracks.ts';

/** One look at everybody in the picture. */
export interface LookAtPeople {
  /** Where the faces are that were found. */
  readonly boxes: readonly FaceBox[];
  /** One of them, by its place among the boxes; null where it can't be measured. */
  readonly faceAt: (box: number) => FoundFace | null;
  readonly pixels: Pixels;
  /** When the picture was captured, in seconds on any one clock. */
  readonly at: Seconds;
}

/** Those in the picture, each with a running neutral and a calibration of their own. Nothing is kept of those who have left. */
export interface FacePeople {
  look(look: LookAtPeople): SeenPeople;
  /**
   * Takes the next so many seconds of somebody's well seen face for their resting face.
   *
   * @param person null for whom the agent follows
   */
  calibrate(length: Seconds, person: number | null): void;
  /** What the last look brought the calibration; null when there is none. */
  readonly calibrated: Calibrated | null;
  /** Forgets everybody. */
  reset(): void;
}

/** Makes people out of nobody. */
export function createFacePeople(models: FaceModels, most: number): FacePeople {
  const tracks = createFaceTracks(most);
  const others = new Map<number, FaceObserver>();
  let player: number | null = null;
  /** Of the player, from before the first was seen. */
  let own = createFaceObserver(models);
  /** Whose resting face was asked for last. */
  let calibrating: FaceObserver | null = null;
  let awaited = false;
  let calibrated: Calibrated | null = null;

  function observerOf(id: number): FaceObserver {
    const observer = others.get(id) ?? createFaceObserver(models);
    others.set(id, observer);
    return observer;
  }

  /** Whoever the agent follows now may have been followed before, as one of the others. */
  function follow(next: number | null, changed: boolean): void {
    if (changed && next !== null) own = others.get(next) ?? createFaceObserver(models);
    if (next !== null) others.delete(next);
    player = next;
  }

  /** Whoever has left can't be waited for. */
  function calibrationNow(): Calibrated | null {
    if (!awaited) return null;
    const there = calibrating !== null && (calibrating === own || [...others.values()].includes(calibrating));
    const now: Calibrated | null = there && calibrating ? calibrating.calibrated : { state: 'failed', why: 'unseen' };
    awaited = now?.state === 'going-on';
    return now;
  }

  return {
    look({ boxes, faceAt, pixels, at }) {
      const followed = tracks.follow(boxes, at);
      follow(followed.player, followed.changed);
      const observe = (observer: FaceObserver, box: number | null): FaceObservation => {
        const face = box === null ? null : faceAt(box);
        return observer.observe({ face, others: boxes.length - (box === null ? 0 : 1), pixels, at });
      };
      const observation = observe(own, followed.chosen);
      const people = most === 1 ? [] : followed.faces.map(({ id, box }) => (id === player
        ? { id, player: true, observation } : { id, player: false, observation: observe(observerOf(id), box) }));
      for (const id of others.keys()) if (people.every((person) => person.id !== id)) others.delete(id);
      calibrated = calibrationNow();
      return { observation, people };
    },
    calibrate(length, person) {
      const observer = person === null || person === player ? own : others.get(person);
      observer?.calibrate(length);
      [calibrating, awaited] = [observer ?? null, true];
    },
    get calibrated() {
      return calibrated;
    },
    reset() {
      tracks.renew();
      others.clear();
      own = createFaceObserver(models);
      [calibrating, awaited, calibrated] = [null, false, null];
    },
  };
}
