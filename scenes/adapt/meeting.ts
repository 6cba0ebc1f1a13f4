import { byRespect, OWN_STYLE, type StyleRespect } from 'attune';
import { createLife, createSimulatedPerson, gainOf, type Knowledge, type Life, type Occasion, type SimulatedPerson, type TasteKind, USUAL_POLICY } from 'attune/adapt';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** Twenty-five turns, on average: as the agent was, as its character is, and the best that there was. */
export interface Span {
  readonly turn: number;
  readonly chosen: number;
  readonly own: number;
  readonly best: number;
}

/** What a departure to one side seems to do to the satisfaction of the simulated person, and what it really does. */
export interface Side {
  readonly mean: number;
  readonly deviation: number;
  readonly truth: number;
}

export interface MeetingView {
  readonly kind: TasteKind;
  readonly who: number;
  readonly knowledge: Knowledge;
  readonly spans: readonly Span[];
  readonly sides: Readonly<Record<StyleRespect, { readonly less: Side; readonly more: Side }>>;
  readonly changedAt: readonly number[];
}

/** A simulated person and somebody who learns what suits them. */
export interface Meeting {
  readonly view: StoreApi<MeetingView>;
  meet(kind: TasteKind, who: number): void;
  live(turns: number): void;
  /** The person's taste becomes another. */
  change(): void;
  /** The learner forgets all; the person stays as they are. */
  forget(): void;
}

const SPAN = 25;

/** A moment in which nothing stands out. */
const PLAIN: Occasion = { valence: 0, arousal: 0, weighs: 0, length: 0 };

export function beginMeeting(): Meeting {
  let [kind, who]: [TasteKind, number] = ['linear', 1];
  let person: SimulatedPerson = createSimulatedPerson(kind, who);
  let life: Life = createLife(person, USUAL_POLICY, who);
  let spans: readonly Span[] = [];
  let open = { turns: 0, chosen: 0, own: 0, best: 0 };
  let changedAt: readonly number[] = [];
  let tastes = 0;

  const sideOf = (respect: StyleRespect, level: number): Side => ({
    ...gainOf(life.knowledge, null, 'satisfaction', PLAIN, respect, level),
    truth: person.expected(PLAIN, { ...OWN_STYLE, [respect]: level }).satisfaction - person.expected(PLAIN, OWN_STYLE).satisfaction,
  });
  const look = (): MeetingView => ({ kind, who, knowledge: life.knowledge, spans, changedAt, sides: byRespect((respect) => ({ less: sideOf(respect, -1), more: sideOf(respect, 1) })) });
  const view = createStore<MeetingView>(look);
  const begin = (): void => {
    life = createLife(person, USUAL_POLICY, who);
    [spans, changedAt] = [[], []];
    open = { turns: 0, chosen: 0, own: 0, best: 0 };
    view.setState(look());
  };

  return {
    view,
    meet(nextKind, nextWho) {
      [kind, who] = [nextKind, nextWho];
      person = createSimulatedPerson(kind, who);
      begin();
    },
    live(turns) {
      for (let turn = 0; turn < turns; turn += 1) {
        const { chosen, own, best } = life.turn().judge('satisfaction');
        open = { turns: open.turns + 1, chosen: open.chosen + chosen / SPAN, own: open.own + own / SPAN, best: open.best + best / SPAN };
        if (open.turns < SPAN) continue;
        spans = [...spans, { turn: life.knowledge.turns, chosen: open.chosen, own: open.own, best: open.best }];
        open = { turns: 0, chosen: 0, own: 0, best: 0 };
      }
      view.setState(look());
    },
    change() {
      tastes += 1;
      person.change(who * 1000 + tastes);
      if (!changedAt.includes(life.knowledge.turns)) changedAt = [...changedAt, life.knowledge.turns];
      view.setState(look());
    },
    forget: begin,
  };
}

