import { type Agent, certainty, type ContextEvent, type DialogueProvider, type Language, type TextReading } from 'attune';
import type { TFunction } from 'i18next';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Answer, BEGINNING, CHOICES, type ChoiceId, endingOf, type Evening, hear, isOpen, PEOPLE, type Person, priceOf, say, seem } from './evening.ts';

export interface StoryView {
  readonly evening: Evening;
  /** The evening has ended, and everybody has said what they had to say about it. */
  readonly over: boolean;
}

/** One evening: what the player says becomes of it what the rules say, and the people in it answer and react. */
export interface Story {
  readonly view: StoreApi<StoryView>;
  /** Who is there; empty before {@link live}. */
  readonly people: Partial<Readonly<Record<Person, Agent>>>;
  /** Says something that is offered, to whom the player faces. */
  choose(choice: ChoiceId): void;
  /** Says something else. It may come to the same. */
  write(text: string): void;
  turnTo(person: Person): void;
  /** The words of one of them: the story's where it has any, and anybody's otherwise. */
  dialogueOf(person: Person, ordinary: DialogueProvider): DialogueProvider;
  /** Begins once the people are there; returns how to stop. */
  live(people: Readonly<Record<Person, Agent>>): () => void;
}

interface StoryTools {
  /** The words of the page in a language. */
  readonly wordsIn: (language: Language) => TFunction;
  readonly language: () => Language;
  readonly playBox: () => void;
}

/** Something that somebody will feel about what happened, once the answer to it has been given. */
interface Reaction {
  readonly who: Person;
  readonly event: ContextEvent;
  readonly line: string;
}

const REACTIONS: Partial<Readonly<Record<Answer, readonly Reaction[]>>> = {
  'emil-give': [{ who: 'emil', event: 'won', line: 'inn.remarks.emil.won' }, { who: 'mira', event: 'won', line: 'inn.remarks.mira.won' }],
  'mira-closes': [{ who: 'emil', event: 'lost', line: 'inn.remarks.emil.closes' }],
  'mira-leaves': [{ who: 'emil', event: 'lost', line: 'inn.remarks.emil.leaves' }],
};

/** Words of the player's own that are as sure as this to mean something that could be chosen are taken for it. */
const SURE = 0.6;

export function createStory({ wordsIn, language, playBox }: StoryTools): Story {
  const view = createStore<StoryView>(() => ({ evening: BEGINNING, over: false }));
  const change = (evening: Evening): void => view.setState({ evening });
  let people: Readonly<Record<Person, Agent>> | null = null;
  /** What was chosen, and how it will be answered. */
  let chosen: { readonly words: string; readonly answer: Line } | null = null;
  /** What is felt about it, when whoever was spoken to has answered: has taken so many turns, and is silent again. */
  let waiting: { readonly answers: Person; readonly turns: number; readonly reactions: readonly Reaction[] } | null = null;
  const remarks = new Map<Person, string>();

  /** Applies the rules; returns what is answered, with the figures of that moment. */
  function happen(choice: ChoiceId): Line | null {
    const { evening } = view.getState();
    const after = say(evening, choice);
    if (!after.answer || !people) return null;
    change(after.evening);
    const reactions = REACTIONS[after.answer];
    if (reactions) waiting = { answers: evening.facing, turns: people[evening.facing].state.conversation.turns, reactions };
    return { key: `inn.answers.${after.answer}`, figures: { coins: evening.coins, price: priceOf(after.evening) } };
  }

  /** What words of the player's own come to: something that could have been chosen, or only how they come across. */
  function understand(who: Person, { domain, valence }: TextReading): Line | null {
    const { evening } = view.getState();
    const name = domain && domain.confidence >= SURE ? domain.name : null;
    const choice = CHOICES[who].find((each) => each === name);
    if (choice && isOpen(evening, `${who}-${choice}` as ChoiceId)) return happen(`${who}-${choice}` as ChoiceId);
    change(hear(evening, valence.mean * certainty(valence)));
    return null;
  }

  /** What the story lets somebody say; null where it knows nothing. */
  function lineFor(who: Person, heard: string | null): Line | null {
    if (heard === null) {
      const remark = remarks.get(who);
      remarks.delete(who);
      return remark === undefined ? null : { key: remark, figures: {} };
    }
    if (chosen?.words === heard) {
      const { answer } = chosen;
      chosen = null;
      return answer;
    }
    const signal = people?.[who].state.signals.text;
    return signal?.kind === 'text' ? understand(who, signal.reading) : null;
  }

  /** Lets everybody feel what happened, as soon as the answer to it has been given. */
  function react(): void {
    if (!people) return;
    const silent = PEOPLE.every((person) => people?.[person].state.conversation.utterance === null);
    if (!silent) return;
    if (waiting && people[waiting.answers].state.conversation.turns > waiting.turns) {
      const { reactions } = waiting;
      waiting = null;
      if (endingOf(view.getState().evening) === 'played') playBox();
      for (const { who, event, line } of reactions) {
        remarks.set(who, line);
        people[who].observe(event);
      }
    } else if (!waiting && endingOf(view.getState().evening)) view.setState({ over: true });
  }

  return {
    view,
    get people() {
      return people ?? {};
    },
    choose(choice) {
      const { evening } = view.getState();
      if (!people || !isOpen(evening, choice)) return;
      const words = wordsIn(language())(`inn.choices.${choice}`, { coins: evening.coins, price: priceOf(evening) });
      const answer = happen(choice);
      if (answer) chosen = { words, answer };
      people[evening.facing].say(words);
    },
    write(text) {
      people?.[view.getState().evening.facing].say(text);
    },
    turnTo: (facing) => change({ ...view.getState().evening, facing }),
    dialogueOf: (who, ordinary) => ({
      written: true,
      reply(request, signal) {
        const line = lineFor(who, request.heard);
        return line ? Promise.resolve(wordsIn(request.language)(line.key, line.figures)) : ordinary.reply(request, signal);
      },
    }),
    live(present) {
      people = present;
      const stopping = PEOPLE.map((person) => present[person].subscribe(react));
      const seeming = setInterval(() => {
        const { affect: { estimate: { valence } }, senses } = present.mira.state;
        if (senses.face.status === 'live' || senses.voice.status === 'live') change(seem(view.getState().evening, valence.mean, certainty(valence), 1));
      }, 1000);
      return () => {
        people = null;
        clearInterval(seeming);
        for (const stop of stopping) stop();
      };
    },
  };
}

/** The key of a line, and what is put into it. */
interface Line {
  readonly key: string;
  readonly figures: Readonly<Record<string, number>>;
}
