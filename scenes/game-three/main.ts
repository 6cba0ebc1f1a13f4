import '@fontsource-variable/nunito-sans/wght.css';
import './style.css';
import { asProblem } from 'attune';
import { endWithPage } from 'attune/browser';
import { createChimes } from './chimes.ts';
import { invitePip } from './companion.ts';
import { listenToPlayer } from './controls.ts';
import './handle.ts';
import { createFigures, createProblemNote, element, fillPage, showCaption } from './hud.ts';
import { readQuery } from './query.ts';
import { adapt, type Mood, moodOf } from './rules/difficulty.ts';
import { fortuneOf, keepRecord, NEW_RECORD } from './rules/fortune.ts';
import { beginNight, paceOf, stepNight } from './rules/night.ts';
import { bindSenses } from './senses.ts';
import { createChance } from './view/made-up.ts';
import { PALETTES } from './view/palette.ts';
import { createStage } from './view/stage.ts';
import { words } from './words.ts';

const query = readQuery(location.search);
const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
fillPage();
const tellProblem = createProblemNote();
const consent = element<HTMLDialogElement>('#consent');
const between = element<HTMLDialogElement>('#between');
const status = element('#status');

/** A page that was hidden comes back with one long frame; slow frames are played in steps, or lights would leap over the jar. */
const LONGEST = 0.25;
const STEP = 1 / 30;

async function play(): Promise<void> {
  const canvas = element<HTMLCanvasElement>('#stage');
  const stage = createStage(canvas, PALETTES[matchMedia('(prefers-color-scheme: dark)').matches ? 'night' : 'dusk'], { low: query.low, still });
  const say = element<HTMLInputElement>('#say');
  const controls = listenToPlayer(canvas, stage.pointed);
  const showFigures = createFigures();
  const random = createChance(query.seed);
  let night = beginNight(1);
  let record = NEW_RECORD;
  let difficulty = 0.35;
  let mood: Mood = { frustration: 0, boredom: 0 };
  let playing = false;
  stage.draw(night, 0);

  status.textContent = words.loading;
  const { agent, audio, tell } = await invitePip(query, stage);
  status.textContent = '';
  const chime = createChimes(audio);
  agent.on('caption', showCaption);
  agent.on('problem', tellProblem);

  /** Stops the fall and asks how to go on; Pip stays. */
  function rest(title: string, choice: string): void {
    playing = false;
    element('#between-title').textContent = title;
    element('#go-on').textContent = choice;
    if (!between.open) between.showModal();
  }
  const pause = (): void => {
    if (playing) rest(words.paused, words.goOn);
  };

  function advance(delta: number): void {
    if (!playing) return;
    // The whole of the adaptation: how they seem and how they play, then what becomes of the pace.
    mood = moodOf(agent.state.affect, fortuneOf(record));
    difficulty = adapt(difficulty, mood, delta);
    const [next, happenings] = stepNight(night, controls.wish(night.jar), paceOf(difficulty), delta, random);
    night = next;
    for (const happening of happenings) {
      record = keepRecord(record, happening);
      stage.flash(happening);
      chime(happening, night.caught);
      tell(happening, record.streak, record.lost);
    }
    if (night.stage !== 'falling') rest(words[night.stage], night.stage === 'won' ? words.next : words.again);
  }

  let last = performance.now();
  stage.renderer.setAnimationLoop((time) => {
    const delta = Math.min(LONGEST, Math.max(0, (time - last) / 1000));
    last = time;
    agent.update(delta);
    // The night waits while the player writes.
    if (document.activeElement !== say) for (let left = delta; left > 0; left -= STEP) advance(Math.min(STEP, left));
    showFigures(night, difficulty, mood);
    stage.draw(night, delta);
  });

  function goOn(): void {
    if (night.stage !== 'falling') night = beginNight(night.number + (night.stage === 'won' ? 1 : 0));
    playing = true;
    canvas.focus({ preventScroll: true });
  }

  bindSenses(element<HTMLFieldSetElement>('#allowed'), agent);
  between.addEventListener('close', goOn);
  element('#pause').addEventListener('click', pause);
  addEventListener('keydown', ({ code, target }) => {
    if (code === 'KeyP' && !(target instanceof HTMLInputElement)) pause();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) pause();
  });
  endWithPage(() => Promise.all([agent.dispose(), audio.close()]));
  element<HTMLFormElement>('#talk').addEventListener('submit', (event) => {
    event.preventDefault();
    agent.say(say.value);
    say.value = '';
    canvas.focus({ preventScroll: true });
  });
  window.attuneGame = {
    agent,
    get night() { return night; },
    get difficulty() { return difficulty; },
    get mood() { return mood; },
    get playing() { return playing; },
  };

  function begin(): void {
    for (const each of ['.figures', '#pause', '#talk']) element(each).hidden = false;
    // A tap or a key has just been given, without which a browser starts no sound.
    audio.open().catch((thrown: unknown) => tellProblem(asProblem(thrown, 'unsupported', 'Sound could not be opened')));
    const allowed = new FormData(element<HTMLFormElement>('#consent form'));
    if (consent.returnValue === 'play') for (const sense of ['face', 'voice'] as const) if (allowed.has(sense)) void agent.open(sense);
    goOn();
  }
  if (consent.open) consent.addEventListener('close', begin, { once: true });
  else begin();
}

consent.showModal();
play().catch((thrown: unknown) => {
  consent.close();
  tellProblem(asProblem(thrown, 'webgl-missing', words.noPicture));
});
