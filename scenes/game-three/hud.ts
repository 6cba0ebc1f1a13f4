import type { AttuneError, Caption } from 'attune';
import type { Mood } from './rules/difficulty.ts';
import { NEEDED, type Night, SPARE } from './rules/night.ts';
import { fill, language, problems, words, type Words } from './words.ts';

/** An element of the page that is always there. */
export function element<Kind extends HTMLElement = HTMLElement>(selector: string): Kind {
  const found = document.querySelector<Kind>(selector);
  if (!found) throw new Error(`Expected ${selector} in the page, but there is none.`);
  return found;
}

/** Puts the words in the player's language into the page. */
export function fillPage(): void {
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
  document.title = `${words.title} · Attune`;
  for (const place of document.querySelectorAll<HTMLElement>('[data-word]')) place.textContent = words[place.dataset['word'] as keyof Words];
  element('#stage').setAttribute('aria-label', words.stage);
  const say = element<HTMLInputElement>('#say');
  say.placeholder = words.talk;
  say.setAttribute('aria-label', words.talk);
}

/** Shows how the night stands, and why it becomes slower or faster. Text is only touched when it changes. */
export function createFigures(): (night: Night, difficulty: number, mood: Mood) => void {
  const shown = new Map<HTMLElement, string>();
  const write = (place: HTMLElement, text: string): void => {
    if (shown.get(place) === text) return;
    shown.set(place, text);
    place.textContent = text;
  };
  const [number, lights, left, pace] = ['#night', '#lights', '#left', '#pace'].map((selector) => element(selector)) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement];
  const [lightsBar, paceBar] = [element('#lights-bar'), element('#pace-bar')];
  return (night, difficulty, { frustration, boredom }) => {
    write(number, fill(words.night, { n: night.number }));
    write(lights, fill(words.lightsOf, { n: night.caught, of: NEEDED }));
    write(left, fill(words.left, { n: Math.max(0, SPARE - night.missed) }));
    const lean = boredom - frustration;
    write(pace, `${words.pace}${language === 'zh' ? '：' : ': '}${lean > 0.12 ? words.faster : lean < -0.12 ? words.slower : words.steady}`);
    lightsBar.style.transform = `scaleX(${night.caught / NEEDED})`;
    paceBar.style.transform = `scaleX(${0.04 + 0.96 * difficulty})`;
  };
}

/** Shows what was said last, by whom. */
export function showCaption({ speaker, text }: Caption): void {
  const caption = element('#caption');
  caption.hidden = text === '';
  caption.textContent = `${speaker === 'agent' ? 'Pip' : words.you}${language === 'zh' ? '：' : ': '}${text}`;
}

/** Says that something went wrong, for a while; the game goes on. */
export function createProblemNote(): (problem: AttuneError) => void {
  const note = element('#problem');
  let timer: ReturnType<typeof setTimeout> | undefined;
  return ({ code, message }) => {
    clearTimeout(timer);
    note.hidden = false;
    // Each is a whole sentence in English; those that players can do something about are in their language.
    note.textContent = problems[code] ?? message;
    timer = setTimeout(() => (note.hidden = true), 12_000);
  };
}
