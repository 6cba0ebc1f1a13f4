import type { Language } from '../../core/index.ts';
import type { Notebook } from '../../memory/index.ts';
import type { Policy } from '../policy.ts';
import { itemWords } from './item-words.ts';
import type { ClockTime, Item } from './plan.ts';
import { type AssistantOwn, assistantPolicy, type AssistantState } from './policy.ts';
import type { WhenReader } from './read-when.ts';

/** What an assistant needs of its host. */
export interface AssistantOptions {
  /** Where the words of notes lie. */
  readonly notebook: Notebook;
  /** Tells when something is to be: {@link createWhenReader}'s. */
  readonly readWhen: WhenReader;
  /** The host's clock. Default: the system's. */
  readonly now?: () => Date;
}

/** An assistant's side of a scenario that has a clock and words: all that its policy has not. */
export interface Assistant {
  /** For `createScenario`, with `fill`. */
  readonly policy: Policy<AssistantState, undefined, AssistantOwn>;
  fill(state: AssistantState, language: Language): Readonly<Record<string, string>>;
  /** What the notebook holds from before, for `scenario.take` when the notebook is read. */
  restored(): AssistantOwn;
  /** That time has passed, for `scenario.take` every few seconds. */
  time(): AssistantOwn;
  /** Writes down what the policy keeps, after every event: `scenario.subscribe(() => assistant.follow(scenario.state.policy))`. */
  follow(state: AssistantState): void;
  /** The words of an item. */
  wordsOf(item: string): string;
}

/**
 * Makes the host's side of an assistant.
 *
 * @example
 * import { createNotebook } from 'attune/memory';
 * import { createAssistant, createWhenReader } from 'attune/scenario';
 *
 * const assistant = createAssistant({ notebook: createNotebook({ span: 'session' }), readWhen: await createWhenReader() });
 */
export function createAssistant({ notebook, readWhen, now = () => new Date() }: AssistantOptions): Assistant {
  const words = new Map<string, string>();
  const written = new Map<string, Item>();
  let made = 0;

  function moment(at: Date): { readonly at: ClockTime; readonly endOfDay: ClockTime; readonly tomorrow: ClockTime } {
    const day = (days: number, hour: number): ClockTime => new Date(at.getFullYear(), at.getMonth(), at.getDate() + days, hour).getTime() / 1000;
    return { at: at.getTime() / 1000, endOfDay: day(1, 0), tomorrow: day(1, 12) };
  }

  function tell({ due, day }: Item, language: Language): string {
    if (due === null) return '';
    const [at, today] = [new Date(1000 * due), now()];
    const style = language === 'zh' ? 'zh-CN' : 'en-GB';
    const days = Math.round((new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime() - new Date(today.getFullYear(), today.getMonth(), today.getDate()).getTime()) / 86_400_000);
    const date = days === 0 || days === 1 ? { en: ['today', 'tomorrow'], zh: ['今天', '明天'] }[language][days]! : new Intl.DateTimeFormat(style, { weekday: 'long', day: 'numeric', month: 'long' }).format(at).replace(',', '');
    if (day) return date;
    const time = new Intl.DateTimeFormat(style, { hour: 'numeric', minute: '2-digit', hour12: false }).format(at);
    return days === 0 ? (language === 'zh' ? time : `at ${time}`) : (language === 'zh' ? `${date}${time}` : `${date} at ${time}`);
  }

  return {
    policy: {
      ...assistantPolicy,
      notice({ words: said, language }) {
        if (said === null) return null;
        const at = now();
        const when = readWhen(said, language, at);
        const rest = itemWords(when?.rest ?? said, language);
        made += 1;
        const item = `${at.toISOString()} ${made}`;
        words.set(item, rest);
        return { about: 'said', item, due: when ? when.at.getTime() / 1000 : null, day: when?.precision === 'day', after: when?.kind === 'after', named: rest !== '', ...moment(at) };
      },
    },
    fill({ items, spokenOf, listed, waiting }, language) {
      const item = items.find(({ id }) => id === spokenOf) ?? waiting;
      const line = (each: Item): string => {
        const [told, kept] = [tell(each, language), wordsOf(each.id)];
        return (language === 'zh' ? [told, kept] : [kept, told]).filter((part) => part !== '').join(language === 'zh' ? '，' : ', ');
      };
      const lines = listed.flatMap((id) => items.filter((each) => each.id === id)).map(line).filter((each) => each !== '');
      const when = item ? tell(item, language) : '';
      const about = item ? wordsOf(item.id) : '';
      return { ...(about !== '' && { item: about }), ...(when !== '' && { when }), ...(lines.length > 0 && { list: lines.join(language === 'zh' ? '；' : '; '), count: String(lines.length) }) };
    },
    restored: () => ({
      about: 'restored',
      items: notebook.notes.map(({ id, kind, words: kept, due, day, done }) => {
        words.set(id, kept);
        const item: Item = { id, kind, due: due === null ? null : Date.parse(due) / 1000, day, named: kept !== '', done, rung: done, moved: false };
        written.set(id, item);
        return item;
      }),
    }),
    time: () => ({ about: 'time', ...moment(now()) }),
    follow({ items }) {
      for (const item of items) {
        if (written.get(item.id) === item) continue;
        written.set(item.id, item);
        const at = notebook.notes.find(({ id }) => id === item.id)?.at ?? now().toISOString();
        notebook.put({ id: item.id, at, kind: item.kind, words: wordsOf(item.id), due: item.due === null ? null : new Date(1000 * item.due).toISOString(), day: item.day, done: item.done });
      }
      const there = new Set(items.map(({ id }) => id));
      for (const id of [...written.keys()].filter((each) => !there.has(each))) {
        written.delete(id);
        words.delete(id);
        notebook.delete(id);
      }
    },
    wordsOf,
  };

  function wordsOf(item: string): string {
    return words.get(item) ?? '';
  }
}
