import type { Agent, SignalSource } from 'attune';
import { createFaceSource, type PersonInView } from 'attune/browser';
import { membersInView, NOBODY_IN_VIEW, seePeople } from 'attune/group';
import type { Seat, SocialOwn } from 'attune/scenario';

/** Faces before one camera, from left to right as the people sit; who they are is not known. */
export interface Faces {
  /** How many are seen. */
  readonly present: number;
  source(assets: string): SignalSource;
  /** What to tell the host of how each seat appears: nothing unless as many faces are seen as there are seats. */
  looks(agent: Pick<Agent, 'state'>, seats: readonly Seat[]): readonly SocialOwn[];
}

/** So many faces are followed. */
const MOST = 4;

export function createFaces(): Faces {
  let seen: readonly PersonInView[] = [];
  let fresh: readonly PersonInView[] | null = null;
  let view = NOBODY_IN_VIEW;
  const here = (): readonly PersonInView[] => seen.filter(({ signal }) => signal.present);
  return {
    get present() {
      return here().length;
    },
    source: (assets) => createFaceSource({
      assets, people: MOST,
      onPeople(people) {
        seen = people;
        fresh = people;
      },
    }),
    looks({ state }, seats) {
      view = seePeople(view, fresh, state);
      fresh = null;
      const faces = here();
      if (faces.length === 0 || faces.length !== seats.length) return [];
      const members = new Map(membersInView(view, state).map(({ id, state: { estimate } }) => [id, estimate]));
      // As in a mirror: whoever sits at the left is seen at the left.
      const inOrder = faces.toSorted((a, b) => (a.signal.place?.x ?? 0) - (b.signal.place?.x ?? 0));
      return seats.flatMap((seat, i): SocialOwn[] => {
        const estimate = members.get(inOrder[i]!.id);
        return estimate ? [{ about: 'look', seat, at: state.at, valence: estimate.valence, arousal: estimate.arousal }] : [];
      });
    },
  };
}
