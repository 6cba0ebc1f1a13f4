import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Emotion, FaceSignal } from 'attune';
import type { Mood } from 'attune/scenario';
import { type Browser, chromium, type Page } from 'playwright-core';
import { fakeFace } from '../src/testing/fake-signals.ts';
import { BROWSER_FLAGS, findBrowser } from './find-browser.ts';
import { madeEpisodes, zipEpisodes } from './collected/made-episodes.ts';
import { mustRun, ROOT } from './run.ts';
import { serve } from './server.ts';
// For the page that listens, since nobody is there to speak.
import { writeSpeech } from '../tests/e2e/fake-microphone.ts';
import { playFirefliesUntil } from '../tests/e2e/play-fireflies.ts';
// Bring the types of window.attune, window.attuneAvatars, window.attuneGame, window.attuneInn, window.attuneKiosk, window.attuneMicrophone, window.attuneReplay, window.attuneScenario, window.attuneSpeech and window.attuneText.
import '../scenes/avatars/handle.ts';
import '../scenes/game-react/handle.ts';
import '../scenes/game-three/handle.ts';
import '../scenes/kiosk/handle.ts';
import '../scenes/microphone/handle.ts';
import '../scenes/playground/handle.ts';
import '../scenes/replay/handle.ts';
import '../scenes/scenario/handle.ts';
import '../scenes/speech/handle.ts';
import '../scenes/text/handle.ts';
import '../scenes/xr/handle.ts';

/**
 * `npm run shots`: pictures of every scene and state into build/shots/, and the gallery's own into
 * scenes/gallery/images/. `npm run shots -- meeting pictures` makes only those of a tour, or the gallery's;
 * `picture-text` only the gallery's of one scene, `portraits` only those by which a character is chosen.
 */

const OUT = join(ROOT, 'build/shots');
const IMAGES = join(ROOT, 'scenes/gallery/images');
const PORTRAITS = join(ROOT, 'scenes/playground/characters/images');
const SIZES = { laptop: { width: 1280, height: 800 }, phone: { width: 360, height: 780 } } as const;
const SCHEMES = ['light', 'dark'] as const;
/** Software rendering on a shared machine is slow. */
const PATIENCE = 300_000;

interface Step {
  readonly name: string;
  readonly reach: (page: Page, site: string, language: string) => Promise<unknown>;
}

/** States that are come to one after the other on one page; each is pictured in every size and scheme. */
interface Tour {
  readonly name: string;
  /** Whether it is also gone in Chinese. */
  readonly chinese?: boolean;
  readonly prepare?: (page: Page) => Promise<unknown>;
  readonly steps: readonly Step[];
}

const SAID: Readonly<Record<string, readonly string[]>> = {
  en: ['What a happy day', 'I finally passed my exam, I am so happy'],
  zh: ['今天真开心', '我终于通过了考试，太高兴了'],
};

/** Two feelings, each of a part of its own. */
const MIXED: Readonly<Record<string, string>> = { en: 'I am so happy for you, but I am scared of the dark.', zh: '我考上了大学，太高兴了，可是又很害怕离开家。' };

async function openPlayground(page: Page, site: string, language: string): Promise<void> {
  await page.goto(`${site}playground/?quality=low&lang=${language}`);
  await page.getByTestId('consent-continue').waitFor();
  await page.evaluate(() => document.fonts.ready);
}

const avatarThere = (page: Page): Promise<unknown> => page.waitForFunction(() => Object.keys(window.attune?.weights() ?? {}).length > 0);

/** Begins without camera and microphone, and opens a folder of a face that is nobody's. */
async function openCollected(page: Page): Promise<void> {
  await page.getByTestId('consent-without').click();
  await page.locator('input[type=file]').setInputFiles({ name: 'made.zip', mimeType: 'application/zip', buffer: Buffer.from(zipEpisodes(madeEpisodes(36))) });
  await page.getByTestId('adapt-face').click();
  await page.getByTestId('verdict-face').waitFor();
}

/** No picture of a face in the middle of a blink. */
const eyesOpen = (page: Page): Promise<unknown> => page.waitForFunction(() => (window.attune?.weights()['blink'] ?? 0) < 0.05);

async function openAvatars(page: Page, site: string, query: string): Promise<void> {
  await page.goto(`${site}avatars/?${query}`);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction(() => Object.keys(window.attuneAvatars?.weights() ?? {}).length > 0);
}

async function openMicrophone(page: Page, site: string, language: string): Promise<void> {
  await page.goto(`${site}microphone/?lang=${language}`);
  await page.getByTestId('consent-without').waitFor();
  await page.evaluate(() => document.fonts.ready);
}

const SPOKEN = ['Well, I did not expect to see you here today, of all days!', 'Shall we go for a walk before it begins to rain?'];

/** Lets the microphone page read a voice that is synthesised now. */
async function readVoice(page: Page): Promise<void> {
  const sounds = SPOKEN.map((_, index) => join(OUT, `voice-${index + 1}.wav`));
  for (const [index, sound] of sounds.entries()) await writeSpeech(sound, SPOKEN[index] ?? '', 0.5);
  await page.getByTestId('file').setInputFiles(sounds);
  await page.locator('[data-testid=file-row][data-state=read]').nth(1).waitFor();
  for (const sound of sounds) rmSync(sound);
  await page.waitForTimeout(1000);
}

/** Opens a part of the avatars page's panel, on a phone too, and does something there. */
const rehearse = (part: string, act: (page: Page) => Promise<unknown>): Step => ({
  name: `avatars-${part}`,
  async reach(page) {
    if (!(await page.getByTestId('panel').isVisible())) await page.getByTestId('drawer-open').click();
    await page.getByTestId(`tab-${part}`).click();
    await act(page);
    await page.waitForTimeout(1500);
  },
});

/** What is said at a table by its seats. */
const TABLE: readonly (readonly [string, string])[] = [
  ['a', 'What about the seaside?'], ['b', 'The mountains are closer'], ['c', 'I like both of them'], ['a', 'You never listen to me, this is so annoying'], ['b', 'Stop blaming me, I am sick of this'],
];

/** Opens a scenario without senses. */
async function openScenario(page: Page, site: string, query: string): Promise<void> {
  await page.goto(`${site}scenario/?${query}`);
  await page.getByTestId('consent-without').click();
  await page.waitForFunction(() => window.attuneScenario?.agent);
  await page.evaluate(() => document.fonts.ready);
}

async function sayInScenario(page: Page, text: string): Promise<void> {
  const turn = await page.evaluate(() => window.attuneScenario?.scenario.state.turn ?? 0);
  await page.getByTestId('composer').fill(text);
  await page.getByTestId('send').click();
  await page.waitForFunction((before) => (window.attuneScenario?.scenario.state.turn ?? 0) > before && window.attuneScenario?.agent?.captions.at(-1)?.speaker === 'agent', turn);
}

/** From now on a made-up face shows this. */
const appear = (page: Page, emotion: Emotion): Promise<unknown> => page.evaluate(([resting, felt]) => {
  const emotions = Object.fromEntries(['neutral', 'happiness', 'surprise', 'sadness', 'anger', 'disgust', 'fear', 'contempt'].map((name) => [name, name === felt ? 0.86 : 0.02]));
  const shown = window as unknown as { showing?: number };
  clearInterval(shown.showing);
  shown.showing = window.setInterval(() => {
    const agent = window.attuneScenario?.agent;
    if (agent) agent.dispatch({ type: 'signal', at: agent.state.at, signal: { ...resting, at: agent.state.at, expression: { whole: emotions, upper: emotions } } as FaceSignal });
  }, 100);
}, [fakeFace(0), emotion] as const);

/** Takes ways through the story, with a face at each that is taken for a mood. */
async function hearStory(page: Page, ways: readonly (readonly [Emotion, Mood, number])[]): Promise<void> {
  await page.getByTestId('wish-story').click();
  await page.getByTestId('choice').nth(1).waitFor();
  for (const [emotion, mood, way] of ways) {
    await appear(page, emotion);
    await page.waitForFunction((wanted) => window.attuneScenario?.scenario.state.mood === wanted, mood);
    const scene = await page.getByTestId('now').innerText();
    await page.getByTestId('choice').nth(way).click();
    await page.waitForFunction((before) => (document.querySelector('[data-testid=now]') as HTMLElement).innerText !== before, scene);
  }
  // Until it is said, with the eyes open.
  await page.waitForTimeout(5200);
}

/** A call that goes wrong. */
const CALL: Readonly<Record<string, readonly string[]>> = {
  en: ['Where is my parcel?', 'It is PA 12345', 'I am really angry, nothing has moved for a week', 'It is broken and I want to send it back'],
  zh: ['我的包裹到哪了', '是 PA 12345', '太气人了，一个星期都没动静', '东西坏了怎么退货'],
};

async function beginWithout(page: Page): Promise<void> {
  await page.getByTestId('consent-without').click();
  await avatarThere(page);
  await eyesOpen(page);
}

/** Goes in without senses, and waits until both are there. */
async function openInn(page: Page, site: string, query: string): Promise<void> {
  await page.goto(`${site}game-react/?${query}`);
  await page.evaluate(() => document.fonts.ready);
  await page.getByTestId('consent-without').click();
  await page.getByTestId('choices').waitFor();
}

async function openText(page: Page, site: string, language: string): Promise<void> {
  await page.goto(`${site}text/?lang=${language}`);
  await page.getByTestId('lines').waitFor();
  await page.evaluate(() => document.fonts.ready);
}

/** Opens a made-up year, and waits for all that is drawn and said of it. */
async function openMonitor(page: Page, site: string, language: string): Promise<void> {
  await page.goto(`${site}monitor/?quality=low&lang=${language}`);
  await page.getByTestId('briefing-line').first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(500);
}

async function openReplay(page: Page, site: string, language: string, sample = ''): Promise<void> {
  await page.goto(`${site}replay/?lang=${language}${sample}`);
  await page.getByTestId('choose').waitFor();
  await page.evaluate(() => document.fonts.ready);
}

async function openSpeech(page: Page, site: string, query: string): Promise<void> {
  await page.goto(`${site}speech/?${query}`);
  await page.locator('[data-testid=stage][data-there=shown]').waitFor();
  await page.evaluate(() => document.fonts.ready);
}

/** Lets a sentence be said in a tone, and rests the cursor at a place of it. */
async function sayIn(page: Page, preset: string, at: number): Promise<void> {
  await page.getByTestId(`preset-${preset}`).click();
  await page.waitForFunction(() => window.attuneSpeech?.view.stage === 'speaking');
  await page.waitForFunction(() => window.attuneSpeech?.view.stage === 'silent');
  await page.getByTestId('cursor').focus();
  await page.keyboard.press('Home');
  for (let i = 0; i < Math.round(at / 0.1); i += 1) await page.keyboard.press('PageUp');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}

const kioskShown = (page: Page): Promise<unknown> => page.waitForFunction(() => Object.keys(window.attuneKiosk?.weights() ?? {}).length > 0);

/** Opens the kiosk under a configuration of its own. */
async function openKiosk(page: Page, site: string, language: string, config: Readonly<Record<string, unknown>> = {}): Promise<void> {
  // Not beside the page, where its service worker would fetch it.
  await page.unrouteAll();
  await page.route(({ pathname }) => pathname === '/shots.json', (route) => route.fulfill({
    json: { quality: 'low', fullScreen: false, languages: language === 'zh' ? ['zh', 'en'] : ['en', 'zh'], characters: ['mira', 'emil', 'pip'], operator: { pin: '2580' }, ...config },
  }));
  await page.goto(`${site}kiosk/?config=../shots.json`);
  await page.evaluate(() => document.fonts.ready);
}

const replayShown = (page: Page): Promise<unknown> => page.waitForFunction(() => window.attuneReplay?.first === 'shown');

const linesRead = (page: Page): Promise<unknown> => page.waitForFunction(() => {
  const lines = window.attuneText?.lines;
  return lines !== undefined && !lines.busy && lines.lines.length > 0 && lines.lines.every(({ read }) => read !== null);
});

/** A table of texts that say different things. */
const manyLetters = (): string => ['id,text', ...Array.from({ length: 600 }, (_, i) => {
  const openings = ['Thank you for', 'I am so angry about', 'I miss', 'I am afraid of', 'We were surprised by', 'Tell me about', '我很喜欢', '真难过，想起'];
  const things = ['the letter', 'the long journey', 'my old school', '这封信'];
  return `${i},${openings[i % 7 === 0 ? 0 : i % openings.length]} ${things[i % things.length]}`;
})].join('\n');

async function talk(page: Page, language: string): Promise<void> {
  for (const text of SAID[language] ?? []) {
    await sayAndWait(page, text);
    await page.waitForFunction(() => window.attune?.agent.state.affect.phase === 'tracking');
  }
  await page.waitForFunction(() => (window.attune?.weights()['happy'] ?? 0) > 0.3, undefined, { timeout: 20_000 }).catch(() => undefined);
  await eyesOpen(page);
}

/** Something that takes more than one turn. */
const STORY: Readonly<Record<string, readonly string[]>> = {
  en: ['My grandmother is ill and I am worried about her', 'She is in hospital since Monday, and I can’t visit her'],
  zh: ['我奶奶生病了，我很担心', '她星期一住院了，我没办法去看她'],
};

async function sayAndWait(page: Page, text: string): Promise<void> {
  const said = await page.evaluate(() => window.attune?.agent.captions.length ?? 0);
  await page.getByTestId('composer').fill(text);
  await page.getByTestId('send').click();
  await page.waitForFunction((before) => (window.attune?.agent.captions.length ?? 0) >= before + 2, said);
}

/** As if the microphone had heard these words. */
async function hear(page: Page, text: string, more: { readonly stable?: number; readonly final?: boolean; readonly confidence?: number }): Promise<void> {
  await page.evaluate(async ([said, { stable = said.length, final = true, confidence = 0.93 }]) => {
    const { agent } = window.attune!;
    await agent.attach({
      sense: 'voice',
      async start(clock, sink) {
        sink.words({ id: `heard-${said.length}`, text: said, stable, final, confidence, language: 'en', at: clock.now(), source: 'shots' });
      },
      async stop() {},
    });
  }, [text, more] as const);
  await page.waitForTimeout(500);
}

const showTab = (name: string, picture = name): Step => ({
  name: picture,
  async reach(page) {
    if (!(await page.getByTestId('panel').isVisible())) await page.getByTestId('drawer-open').click();
    await page.getByTestId(`tab-${name}`).click();
    if (name === 'memory') await page.getByTestId('record').check({ force: true });
    await page.waitForTimeout(2000);
  },
});

const TOURS: readonly Tour[] = [
  {
    name: 'gallery', chinese: true,
    steps: [{
      name: 'gallery',
      async reach(page, site, language) {
        await page.goto(`${site}?lang=${language}`);
        await page.waitForFunction(() => document.fonts.status === 'loaded' && [...document.images].every(({ complete }) => complete));
      },
    }],
  },
  {
    name: 'meeting', chinese: true,
    steps: [
      { name: 'consent', reach: openPlayground },
      { name: 'empty', reach: beginWithout },
      { name: 'offline', reach: (page) => page.context().setOffline(true) },
      {
        name: 'talking',
        async reach(page, _, language) {
          await page.context().setOffline(false);
          await talk(page, language);
        },
      },
      showTab('state'), showTab('why'), showTab('memory'), showTab('settings'),
      {
        name: 'wrong-avatar',
        async reach(page) {
          await page.locator('input[type=file]').setInputFiles({ name: 'broken.vrm', mimeType: 'model/gltf-binary', buffer: Buffer.from('not an avatar') });
          await page.getByTestId('problem').first().waitFor();
          await page.keyboard.press('Escape');
        },
      },
      {
        name: 'stopped',
        async reach(page) {
          await page.getByTestId('stop').click();
          await page.getByTestId('stopped').waitFor();
        },
      },
      {
        name: 'deleted',
        async reach(page) {
          await page.getByTestId('delete').click();
          await page.getByTestId('erased').waitFor();
        },
      },
    ],
  },
  {
    name: 'study', chinese: true,
    steps: [
      {
        name: 'desk-waiting',
        async reach(page, site, language) {
          await page.goto(`${site}playground/?study=desk&lang=${language}`);
          await page.getByTestId('desk-waiting').waitFor();
        },
      },
      {
        name: 'desk-choice',
        async reach(page, site, language) {
          await page.goto(`${site}playground/?study=desk&lang=${language}`);
          const meeting = await page.context().newPage();
          await meeting.goto(`${site}playground/?quality=low&study=wizard&lang=${language}`);
          await meeting.getByTestId('consent-without').click();
          await page.getByTestId('desk-decide').click();
          await meeting.getByTestId('composer').fill(SAID[language]?.[1] ?? '');
          await meeting.keyboard.press('Enter');
          await page.getByTestId('desk-awaits').waitFor();
          await page.bringToFront();
          await page.getByTestId('desk-line').first().click();
        },
      },
      {
        name: 'questionnaire',
        async reach(page, site, language) {
          await page.goto(`${site}playground/?quality=low&study=pets&lang=${language}`);
          await page.getByTestId('consent-without').click();
          await page.getByTestId('stop').click();
          await page.getByTestId('pets-open').click();
          await page.getByTestId('pets-E2').getByRole('slider').focus();
          await page.keyboard.press('ArrowRight');
        },
      },
    ],
  },
  {
    name: 'mixed', chinese: true,
    steps: [
      {
        name: 'mixed-why',
        async reach(page, site, language) {
          await openPlayground(page, site, language);
          await beginWithout(page);
          await page.getByTestId('composer').fill(MIXED[language] ?? '');
          await page.getByTestId('send').click();
          await page.waitForFunction(() => window.attune?.agent.state.affect.mixed !== null);
          await showTab('why').reach(page, site, language);
        },
      },
      { name: 'mixed-figures', reach: (page) => page.getByTestId('why-figures').click() },
      showTab('state', 'mixed-state'),
    ],
  },
  {
    name: 'conversation', chinese: true,
    steps: [
      {
        name: 'conversation-whom',
        async reach(page, site, language) {
          await openPlayground(page, site, language);
          await page.getByTestId('character-pip').click();
          await page.waitForFunction(() => document.querySelector('[data-testid=character-pip]')?.getAttribute('data-checked') === 'true');
        },
      },
      {
        name: 'conversation-why',
        async reach(page, _, language) {
          await beginWithout(page);
          await talk(page, language);
          for (const text of STORY[language] ?? []) await sayAndWait(page, text);
          await page.getByTestId('transcript-open').click();
          await page.getByTestId('turn-why').last().click();
        },
      },
      {
        name: 'conversation-model',
        async reach(page, site, language) {
          await showTab('settings').reach(page, site, language);
          await page.getByTestId('words').click();
          await page.getByRole('option').nth(1).click();
          await page.getByTestId('words-model').fill('llama3.2');
          await page.getByTestId('words-try').click();
          await page.locator('[data-testid=words-tried] [role=alert]').waitFor();
          await page.getByTestId('words-url').scrollIntoViewIfNeeded();
        },
      },
      {
        name: 'conversation-leaving',
        async reach(page) {
          await page.getByTestId('words-url').fill('http://localhost:11434/v1');
          await page.getByTestId('words-leaving').scrollIntoViewIfNeeded();
        },
      },
      {
        name: 'conversation-stood-in',
        async reach(page, _, language) {
          await page.getByTestId('words-url').fill('/dialogue/local');
          await page.getByTestId('panel-close').click();
          await sayAndWait(page, STORY[language]?.[0] ?? '');
          await page.getByTestId('transcript-open').click();
          await page.getByTestId('turn-why').last().click();
        },
      },
    ],
  },
  {
    name: 'memory', chinese: true,
    steps: [
      {
        name: 'remembered',
        async reach(page, site, language) {
          await page.goto(`${site}playground/?quality=low&lang=${language}`);
          await page.getByTestId('consent-memory').check({ force: true });
          await page.getByTestId('consent-continue').click();
          await page.getByTestId('composer').fill(language === 'zh' ? '我叫小雨，我喜欢下棋。我很害怕周五的数学考试。' : 'My name is Ada and I like chess. I am afraid of my maths exam on Friday.');
          await page.getByTestId('send').click();
          await page.waitForFunction(() => window.attune?.agent.captions.some(({ speaker }) => speaker === 'agent'));
          await showTab('memory').reach(page, site, language);
          await page.getByTestId('remembered').waitFor();
        },
      },
      { name: 'changed', reach: (page) => page.getByTestId('remembered').getByRole('button').first().click() },
    ],
  },
  {
    name: 'help', chinese: true,
    steps: [{
      name: 'help',
      async reach(page, site, language) {
        await openPlayground(page, site, language);
        await beginWithout(page);
        await sayAndWait(page, language === 'zh' ? '我不想活了' : 'I want to kill myself');
        await page.getByTestId('help-card').waitFor();
      },
    }],
  },
  {
    name: 'words', chinese: true,
    steps: [
      {
        name: 'words-growing',
        async reach(page, site, language) {
          await openPlayground(page, site, language);
          await beginWithout(page);
          await hear(page, 'My grandmother is ill and I feel very sad to', { stable: 26, final: false });
        },
      },
      { name: 'words-doubtful', reach: (page) => hear(page, 'Can you held me toward her pizza?', { confidence: 0.48 }) },
      { name: 'words-correcting', reach: (page) => page.getByTestId('heard').last().click() },
      {
        name: 'words-settings',
        async reach(page, site, language) {
          await showTab('settings').reach(page, site, language);
          await page.getByTestId('hearing').first().click();
          await page.getByRole('option').nth(1).click();
          await page.getByTestId('leaving').scrollIntoViewIfNeeded();
        },
      },
    ],
  },
  {
    name: 'senses',
    steps: [{
      name: 'senses',
      async reach(page, site, language) {
        await openPlayground(page, site, language);
        await page.getByTestId('consent-camera').check({ force: true });
        await page.getByTestId('consent-microphone').check({ force: true });
        await page.getByTestId('consent-continue').click();
        await avatarThere(page);
        await page.waitForFunction(() => {
          const senses = window.attune?.agent.state.senses;
          return senses?.face.status === 'live' && senses.voice.status === 'live';
        });
        await showTab('senses').reach(page, site, language);
      },
    }],
  },
  {
    name: 'denied', chinese: true,
    prepare: (page) => page.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('Permission denied', 'NotAllowedError'));
    }),
    steps: [{
      name: 'denied',
      async reach(page, site, language) {
        await openPlayground(page, site, language);
        await page.getByTestId('consent-camera').check({ force: true });
        await page.getByTestId('consent-continue').click();
        await page.getByTestId('problem').first().waitFor();
        await avatarThere(page);
      },
    }],
  },
  {
    name: 'inn', chinese: true,
    steps: [
      { name: 'inn', reach: (page, site, language) => openInn(page, site, `quality=low&lang=${language}`) },
      {
        name: 'inn-priced',
        async reach(page) {
          for (const choice of ['emil-box', 'mira-greet', 'mira-spring']) {
            await page.getByTestId(choice.startsWith('emil') ? 'face-emil' : 'face-mira').click();
            await page.getByTestId(choice).click();
          }
          await page.waitForFunction(() => window.attuneInn?.people.mira?.captions.some(({ speaker, text }) => speaker === 'agent' && /20/.test(text)));
        },
      },
    ],
  },
  {
    name: 'avatars', chinese: true,
    steps: [
      { name: 'avatars', reach: (page, site, language) => openAvatars(page, site, `quality=low&lang=${language}`) },
      rehearse('feelings', (page) => page.getByTestId('feeling-happiness').click()),
      rehearse('speech', (page) => page.getByTestId('viseme-oh').click()),
      rehearse('gestures', (page) => page.getByTestId('posture-open').click()),
      rehearse('gaze', (page) => page.getByTestId('gaze-pad').click({ position: { x: 300, y: 60 } })),
      rehearse('body', (page) => page.getByTestId('pose-sitting').click()),
      rehearse('portrait', async (page) => {
        await page.getByTestId('portrait-take').click();
        await page.getByTestId('portrait').waitFor();
      }),
      {
        name: 'avatars-wrong-file',
        async reach(page) {
          await page.getByTestId('file').setInputFiles({ name: 'notes.vrm', mimeType: 'text/plain', buffer: Buffer.from('not an avatar') });
          await page.getByTestId('problem').waitFor();
          await page.keyboard.press('Escape');
        },
      },
    ],
  },
  {
    name: 'microphone', chinese: true,
    steps: [
      { name: 'microphone-consent', reach: openMicrophone },
      {
        name: 'microphone-empty',
        async reach(page) {
          await page.getByTestId('consent-without').click();
          await page.getByTestId('choose').waitFor();
        },
      },
      { name: 'microphone-read', reach: readVoice },
      {
        name: 'microphone-wrong-file',
        async reach(page) {
          await page.getByTestId('file').setInputFiles({ name: 'notes.flac', mimeType: 'audio/flac', buffer: Buffer.from('no sound') });
          await page.locator('[data-testid=file-row][data-state=failed]').waitFor();
        },
      },
    ],
  },
  {
    name: 'text', chinese: true,
    steps: [
      { name: 'text-empty', reach: openText },
      {
        name: 'text-lines',
        async reach(page, _, language) {
          await page.getByTestId(`examples-${language}`).click();
          await page.getByTestId('intent-examples').click();
          await linesRead(page);
        },
      },
      {
        name: 'text-table',
        async reach(page) {
          await page.getByTestId('file').setInputFiles({ name: 'letters.csv', mimeType: 'text/csv', buffer: Buffer.from(manyLetters()) });
          await page.waitForFunction(() => window.attuneText?.table.state === 'read');
          await page.getByTestId('rows').getByRole('button').first().click();
        },
      },
      {
        name: 'text-wrong-file',
        async reach(page) {
          await page.getByTestId('file').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from('name,age\nAda,36\n') });
          await page.getByTestId('table-failure').waitFor();
        },
      },
    ],
  },
  {
    name: 'speech', chinese: true,
    steps: [
      { name: 'speech-empty', reach: (page, site, language) => openSpeech(page, site, `quality=low&lang=${language}`) },
      { name: 'speech-said', reach: (page) => sayIn(page, 'happy', 1.7) },
      {
        name: 'speech-unspoken',
        async reach(page) {
          await page.getByTestId('sentence').fill('今天天气真好，我们出去走走吧。');
          await page.getByTestId('sentence').press('Enter');
          await page.getByTestId('note').waitFor();
        },
      },
    ],
  },
  {
    name: 'scenario', chinese: true,
    steps: [
      {
        name: 'scenario-list',
        async reach(page, site, language) {
          await page.goto(`${site}scenario/?lang=${language}`);
          await page.getByTestId('pack-service').waitFor();
        },
      },
      {
        name: 'scenario-service-caller',
        async reach(page, site, language) {
          await openScenario(page, site, `pack=service&quality=low&lang=${language}`);
          for (const text of CALL[language] ?? []) await sayInScenario(page, text);
        },
      },
      { name: 'scenario-service-desk', reach: (page) => page.getByTestId('side').locator('label').nth(1).click() },
      { name: 'scenario-service-person', reach: (page) => page.getByTestId('take-over').click() },
    ],
  },
  {
    name: 'entertainment', chinese: true,
    steps: [
      {
        name: 'entertainment-story',
        async reach(page, site, language) {
          await openScenario(page, site, `pack=entertainment&quality=low&lang=${language}`);
          await hearStory(page, [['neutral', 'calm', 1], ['fear', 'worried', 0], ['happiness', 'relieved', 0]]);
          await page.getByTestId('why').click();
        },
      },
      { name: 'entertainment-question', reach: (page) => page.getByTestId('wish-quiz').click() },
    ],
  },
  {
    name: 'adapt', chinese: true,
    steps: [{
      name: 'adapt',
      async reach(page, site, language) {
        await page.goto(`${site}adapt/?lang=${language}`);
        await page.getByTestId('live-500').click();
        await page.getByTestId('truth').check({ force: true });
      },
    }],
  },
  {
    name: 'monitor', chinese: true,
    steps: [
      { name: 'monitor', reach: openMonitor },
      {
        name: 'monitor-alert',
        async reach(page) {
          await page.getByTestId('alert').first().click();
          await page.getByTestId('text').first().waitFor();
          await page.waitForTimeout(2000);
        },
      },
      {
        name: 'monitor-briefing',
        async reach(page) {
          await page.getByTestId('brief').click();
          await page.locator('[data-testid=briefer][data-here=true]').waitFor();
          await page.locator('[data-now=true][data-tone=concerned]').waitFor();
          await page.getByTestId('briefer').scrollIntoViewIfNeeded();
          await page.waitForTimeout(2500);
        },
      },
    ],
  },
  {
    name: 'collect', chinese: true,
    steps: [
      { name: 'collect-consent', reach: (page, site, language) => page.goto(`${site}collect/?lang=${language}`) },
      { name: 'collect', reach: (page) => openCollected(page) },
    ],
  },
  {
    name: 'kiosk', chinese: true,
    steps: [
      {
        name: 'kiosk-attract',
        async reach(page, site, language) {
          await openKiosk(page, site, language);
          await kioskShown(page);
        },
      },
      {
        name: 'kiosk-consent',
        async reach(page, _, language) {
          await page.getByTestId(`begin-${language}`).click();
          await page.getByTestId('consent').waitFor();
        },
      },
      {
        name: 'kiosk-visit',
        async reach(page, _, language) {
          await page.getByTestId('consent-both').click();
          await page.getByTestId('composer').fill(SAID[language]?.[1] ?? '');
          await page.keyboard.press('Enter');
          await page.waitForFunction(() => (window.attuneKiosk?.agent.captions.length ?? 0) >= 3);
          await page.waitForTimeout(1500);
        },
      },
      {
        name: 'kiosk-farewell',
        async reach(page) {
          await page.getByTestId('leave').click();
          await page.getByTestId('farewell').waitFor();
        },
      },
      {
        name: 'kiosk-asking',
        async reach(page, site, language) {
          await openKiosk(page, site, language, { idle: { ask: 5, grace: 300 } });
          await page.getByTestId(`begin-${language}`).click();
          await page.getByTestId('consent-neither').click();
          await page.getByTestId('asking').waitFor();
        },
      },
      {
        name: 'kiosk-closed',
        async reach(page, site, language) {
          await openKiosk(page, site, language, { quietHours: [{ from: '09:00', to: '08:59' }], timeZone: 'Europe/Berlin' });
          await page.getByTestId('closed').waitFor();
        },
      },
      {
        name: 'kiosk-fault',
        async reach(page, site, language) {
          await openKiosk(page, site, language, { languges: ['en'], idle: { ask: 'soon' } });
          await page.getByTestId('fault').waitFor();
        },
      },
      {
        name: 'kiosk-health',
        async reach(page, site, language) {
          await openKiosk(page, site, language);
          await page.goto(`${site}kiosk/?config=../shots.json&health`);
          await page.getByTestId('pin').fill('2580');
          await page.keyboard.press('Enter');
          await page.getByTestId('figures').waitFor();
        },
      },
    ],
  },
  {
    name: 'replay', chinese: true,
    steps: [
      { name: 'replay-empty', reach: (page, site, language) => openReplay(page, site, language) },
      {
        name: 'replay-whole',
        async reach(page) {
          await page.getByTestId('sample').click();
          await replayShown(page);
          await page.getByTestId('overview').focus();
        },
      },
      {
        name: 'replay-close',
        async reach(page) {
          for (let i = 0; i < 24; i += 1) await page.keyboard.press('ArrowRight');
          for (let i = 0; i < 5; i += 1) await page.keyboard.press('+');
          await page.keyboard.press('n');
          await page.getByTestId('note-label').fill('Level 3');
          await page.evaluate(() => scrollTo(0, 0));
        },
      },
      { name: 'replay-lines', reach: (page) => page.getByTestId('lane-valence').evaluate((lane) => scrollTo(0, scrollY + lane.getBoundingClientRect().top - 260)) },
      {
        name: 'replay-compared',
        async reach(page) {
          await page.getByTestId('compare-sample').click();
          await page.waitForFunction(() => window.attuneReplay?.second === 'shown');
        },
      },
      { name: 'replay-table', reach: (page) => page.getByTestId('events').evaluate((card) => scrollTo(0, scrollY + card.getBoundingClientRect().top - 80)) },
      {
        name: 'replay-wrong-file',
        async reach(page) {
          await page.getByTestId('file').setInputFiles({ name: 'notes.jsonl', mimeType: 'text/plain', buffer: Buffer.from('{"attune":"event-log"}\n') });
          await page.getByTestId('session-failure').waitFor();
        },
      },
      {
        name: 'replay-notes-waiting',
        async reach(page) {
          await page.getByTestId('file').setInputFiles({ name: 'my-notes.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ attune: 'annotations', version: 1, session: 'monday.jsonl', annotations: [{ from_s: 12, to_s: 18, label: 'Level 3', note: 'laughs' }, { from_s: 4000, to_s: 4000, label: 'end', note: '' }] })) });
          await page.locator('[data-testid=notes-opened][data-state=waiting]').waitFor();
        },
      },
      {
        name: 'replay-notes-shown',
        async reach(page) {
          await page.getByTestId('sample').click();
          await replayShown(page);
          await page.locator('[data-testid=notes-opened][data-state=shown]').waitFor();
          await page.evaluate(() => scrollTo(0, 0));
        },
      },
      {
        name: 'replay-wrong-notes',
        async reach(page) {
          await page.getByTestId('file').setInputFiles({ name: 'my-notes.csv', mimeType: 'text/csv', buffer: Buffer.from('from_s,to_s,label\n1,2,here\n') });
          await page.locator('[data-testid=notes-opened][data-state=failed]').waitFor();
        },
      },
    ],
  },
  {
    name: 'loading',
    prepare: (page) => page.route('**/*.vrm', () => undefined),
    steps: [{
      name: 'loading',
      async reach(page, site, language) {
        await openPlayground(page, site, language);
        await page.getByTestId('consent-without').click();
        await page.getByRole('progressbar').first().waitFor();
      },
    }],
  },
  {
    name: 'no-avatar',
    prepare: (page) => page.route('**/*.vrm', (route) => route.fulfill({ status: 404, body: 'gone' })),
    steps: [{
      name: 'no-avatar',
      async reach(page, site, language) {
        await openPlayground(page, site, language);
        await page.getByTestId('consent-without').click();
        await page.getByTestId('problem').first().waitFor();
      },
    }],
  },
];

async function go(browser: Browser, site: string, tour: Tour, language: string): Promise<void> {
  const context = await browser.newContext({ viewport: SIZES.laptop, locale: language, permissions: ['camera', 'microphone'] });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await tour.prepare?.(page);
  let at = '';
  try {
    for (const step of tour.steps) {
      at = step.name;
      await step.reach(page, site, language);
      for (const [size, viewport] of Object.entries(SIZES)) {
        await page.setViewportSize(viewport);
        for (const scheme of SCHEMES) {
          await page.emulateMedia({ colorScheme: scheme });
          // A transition and a few frames at the new size.
          await page.waitForTimeout(1000);
          await page.screenshot({ path: join(OUT, `${step.name}-${size}-${scheme}-${language}.png`) });
        }
      }
      await page.setViewportSize(SIZES.laptop);
      // The sheet turns back into the drawer; what is done to the one that goes would be lost.
      await page.waitForTimeout(1000);
      console.log(`${tour.name}: ${step.name} (${language})`);
    }
  } catch (thrown) {
    await page.screenshot({ path: join(OUT, `${at}-${language}.failed.png`) }).catch(() => undefined);
    console.error(`${tour.name} stopped before ${at} (${language}): ${(thrown as Error).message}`);
    process.exitCode = 1;
  } finally {
    await context.close();
  }
}

/** Takes a picture again until no blink fell into the time that it took. */
async function betweenBlinks(page: Page, take: () => Promise<Buffer>): Promise<Buffer> {
  const lastBlink = (): Promise<number> => page.evaluate(() => window.attune?.agent.state.performance.blink?.at ?? 0);
  for (let tries = 0; ; tries++) {
    await eyesOpen(page);
    const before = await lastBlink();
    const picture = await take();
    if ((await lastBlink()) === before || tries === 20) return picture;
  }
}

interface GalleryPicture {
  readonly scene: string;
  /** Brings the page to what the picture shows. */
  readonly reach: (page: Page, site: string) => Promise<unknown>;
  /** What is not in the picture. */
  readonly hidden: string;
  readonly take: (page: Page, shoot: () => Promise<Buffer>) => Promise<Buffer>;
  /** What of the page is in the picture, if not its middle; 8 to 5. */
  readonly clip?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** Full quality: the outline and smooth edges are part of how they look. Only the room and who is in it. */
const GALLERY: readonly GalleryPicture[] = [
  {
    scene: 'game-three',
    async reach(page, site) {
      await page.goto(`${site}game-three/?lang=en`);
      await page.evaluate(() => document.fonts.ready);
      await page.waitForFunction(() => window.attuneGame);
      await page.getByTestId('consent-without').click();
      // Four lights in the jar, and one in the air.
      await playFirefliesUntil(page, () => (window.attuneGame?.night.caught ?? 0) >= 4 && (window.attuneGame?.night.falling.some(({ kind, y }) => kind === 'light' && y > 1 && y < 1.8) ?? false));
    },
    hidden: 'header, .lower',
    clip: { x: 90, y: 88, width: 800, height: 500 },
    take: (_, shoot) => shoot(),
  },
  {
    scene: 'playground',
    async reach(page, site) {
      await page.goto(`${site}playground/?lang=en`);
      await page.getByTestId('consent-without').click();
      await page.waitForFunction(() => Object.keys(window.attune?.weights() ?? {}).length > 0);
      await talk(page, 'en');
    },
    hidden: 'header, [data-testid=caption], [class*=lower], [class*=notes], [class*=notes] *',
    take: betweenBlinks,
  },
  {
    scene: 'game-react',
    async reach(page, site) {
      await openInn(page, site, 'lang=en');
      await page.waitForTimeout(3000);
    },
    hidden: 'header, [class*=lower], [data-testid=standing]',
    take: (page) => page.screenshot({ clip: { x: 16, y: 0, width: 928, height: 580 } }),
  },
  {
    scene: 'service',
    async reach(page, site) {
      await openScenario(page, site, 'pack=service&lang=en');
      for (const text of CALL['en'] ?? []) await sayInScenario(page, text);
      await page.getByTestId('side').locator('label').nth(1).click();
      await page.waitForTimeout(1500);
    },
    hidden: 'header, [data-testid=problem]',
    clip: { x: 0, y: 0, width: 960, height: 600 },
    take: (_, shoot) => shoot(),
  },
  {
    scene: 'social',
    async reach(page, site) {
      await openScenario(page, site, 'pack=social&lang=en');
      for (const [seat, name] of [['a', 'Ann'], ['b', 'Bo'], ['c', 'Cem']] as const) {
        await page.getByTestId(`name-${seat}`).fill(name);
        await page.keyboard.press('Enter');
      }
      for (const [turn, [seat, said]] of TABLE.entries()) {
        await page.getByTestId(`speaker-${seat}`).locator('..').locator('label').click();
        await page.getByTestId('table-words').fill(said);
        await page.keyboard.press('Enter');
        await page.waitForFunction((heard) => ((window.attuneScenario?.scenario.state.policy as { turns: number } | undefined)?.turns ?? 0) > heard, turn);
      }
      await page.waitForTimeout(3000);
    },
    hidden: 'header, [data-testid=problem]',
    clip: { x: 0, y: 0, width: 960, height: 600 },
    take: (_, shoot) => shoot(),
  },
  {
    scene: 'companion',
    async reach(page, site) {
      await openScenario(page, site, 'pack=companion&lang=en');
      await page.getByTestId('tab-breathe').click();
      await page.getByTestId('breathe-start').click();
      await page.locator('[data-testid=ring][data-part=hold]').waitFor();
    },
    hidden: 'header, [data-testid=problem]',
    clip: { x: 0, y: 0, width: 960, height: 600 },
    take: (_, shoot) => shoot(),
  },
  {
    scene: 'assistant',
    async reach(page, site) {
      await openScenario(page, site, 'pack=assistant&lang=en');
      for (const text of ['Remind me tomorrow at five to call my sister', 'Add milk to my list', 'Set a timer for ten minutes']) await sayInScenario(page, text);
      await page.waitForTimeout(1500);
    },
    hidden: 'header, [data-testid=problem]',
    clip: { x: 0, y: 0, width: 960, height: 600 },
    take: (_, shoot) => shoot(),
  },
  {
    scene: 'entertainment',
    async reach(page, site) {
      await openScenario(page, site, 'pack=entertainment&lang=en');
      await hearStory(page, [['neutral', 'calm', 1], ['fear', 'worried', 0], ['fear', 'worried', 0]]);
    },
    hidden: 'header, [data-testid=problem]',
    clip: { x: 0, y: 0, width: 960, height: 600 },
    take: (_, shoot) => shoot(),
  },
  {
    scene: 'avatars',
    async reach(page, site) {
      await openAvatars(page, site, 'lang=en&avatar=pip');
      await page.getByTestId('feeling-happiness').click();
      await page.getByTestId('panel-close').click();
      await page.waitForFunction(() => document.querySelector('canvas')?.clientWidth === window.innerWidth && (window.attuneAvatars?.weights()['happy'] ?? 0) > 0.6);
      // The camera glides to the middle of the wider room.
      await page.waitForTimeout(3000);
    },
    hidden: 'header, [class*=views], [class*=lower], [role=tooltip]',
    async take(page, shoot) {
      await page.waitForFunction(() => (window.attuneAvatars?.weights()['blink'] ?? 0) < 0.05);
      return shoot();
    },
  },
  {
    scene: 'microphone',
    async reach(page, site) {
      // Narrow enough for one column, tall enough for every chart.
      await page.setViewportSize({ width: 736, height: 1900 });
      await openMicrophone(page, site, 'en');
      await page.getByTestId('consent-without').click();
      await page.getByTestId('choose').waitFor();
      await readVoice(page);
      // Two charts under their titles, and nothing else.
      await page.addStyleTag({ content: '[data-testid^=attune-] > :first-child, [data-testid^=attune-] p { display: none } [class*=canvas] { min-height: 0 }' });
    },
    hidden: '[data-testid=speaking]',
    async take(page) {
      const top = await page.getByTestId('attune-pitch').evaluate((chart) => chart.getBoundingClientRect().top);
      return page.screenshot({ clip: { x: 0, y: top - 70, width: 736, height: 460 } });
    },
  },
  {
    scene: 'text',
    async reach(page, site) {
      await page.setViewportSize({ width: 736, height: 1600 });
      await openText(page, site, 'en');
      await page.getByTestId('lines').fill(['I finally moved in, and the view is wonderful!', 'The garden looks lovely, but I miss my grandmother.', '一个人在家，外面打雷，有点害怕。', 'I am not happy with how you treated my sister.'].join('\n'));
      await linesRead(page);
      await page.getByTestId('details-toggle').first().click();
      await page.getByTestId('details').waitFor({ state: 'detached' });
      await page.mouse.move(0, 0);
      await page.waitForTimeout(500);
    },
    hidden: '[data-testid=details-toggle]',
    async take(page) {
      const top = await page.getByTestId('read-card').first().evaluate((card) => card.getBoundingClientRect().top);
      return page.screenshot({ clip: { x: 16, y: top, width: 704, height: 440 } });
    },
  },
  {
    scene: 'collect',
    async reach(page, site) {
      await page.setViewportSize({ width: 736, height: 2600 });
      await page.goto(`${site}collect/?lang=en`);
      await openCollected(page);
      await page.mouse.move(0, 0);
    },
    hidden: 'header',
    async take(page) {
      const top = await page.getByTestId('raters').evaluate((card) => card.getBoundingClientRect().top);
      return page.screenshot({ clip: { x: 16, y: top, width: 704, height: 440 } });
    },
  },
  {
    scene: 'speech',
    async reach(page, site) {
      // Its own card as wide as the picture.
      await page.setViewportSize({ width: 772, height: 1900 });
      await openSpeech(page, site, 'quality=low&lang=en&text=Oh%2C+what+a+lovely+surprise%21');
      await sayIn(page, 'happy', 1);
      await page.mouse.move(0, 0);
      await page.waitForTimeout(500);
    },
    hidden: '[role=tooltip], [data-testid=timeline] > p',
    async take(page) {
      const { x, y } = await page.getByTestId('timeline').evaluate((card) => card.getBoundingClientRect());
      return page.screenshot({ clip: { x: x + 2, y: y + 8, width: 736, height: 460 } });
    },
  },
  {
    scene: 'kiosk',
    async reach(page, site) {
      await page.setViewportSize({ width: 800, height: 500 });
      await openKiosk(page, site, 'en', { quality: 'high' });
      await kioskShown(page);
      await page.waitForTimeout(1500);
    },
    hidden: '[data-testid=senses]',
    async take(page) {
      await page.waitForFunction(() => (window.attuneKiosk?.weights()['blink'] ?? 0) < 0.05);
      return page.screenshot();
    },
  },
  {
    scene: 'xr',
    async reach(page, site) {
      // As one eye sees it who looks straight ahead.
      await page.addInitScript({
        content: `${readFileSync(join(ROOT, 'node_modules/iwer/build/iwer.min.js'), 'utf8')};
          window.emulated = new IWER.XRDevice(IWER.metaQuest3, { stereoEnabled: false });
          window.emulated.installRuntime({ forceInstall: true, polyfillLayers: false });
          window.emulated.fovy = 1.05;
          window.emulated.position.set(0, 1.42, 0);
          window.emulated.quaternion.set(-0.13, -0.06, -0.008, 0.99);
          for (const each of Object.values(window.emulated.controllers)) each.connected = false;`,
      });
      await page.goto(`${site}xr/?lang=en`);
      await page.getByTestId('consent-without').click();
      await page.waitForFunction(() => window.attuneXr !== undefined);
      await page.getByTestId('enter-vr').click();
      await page.waitForFunction(() => window.attuneXr?.encounter.phase === 'together' && window.attuneXr.agent.captions.length > 0);
      await page.waitForTimeout(9000);
    },
    hidden: '[data-testid=none]',
    async take(page, shoot) {
      // Again and again: on a busy machine a gesture may be over before the next picture.
      await page.evaluate(() => setInterval(() => window.attuneXr?.agent.gesture('handshake', 1), 1400));
      await page.waitForTimeout(7500);
      return shoot();
    },
  },
  {
    scene: 'monitor',
    async reach(page, site) {
      // As wide as the picture.
      await page.setViewportSize({ width: 772, height: 1900 });
      await openMonitor(page, site, 'en');
      await page.getByTestId('alert').first().click();
      await page.getByTestId('text').first().waitFor();
      await page.getByTestId('farther').click();
      await page.getByTestId('farther').click();
      await page.mouse.move(0, 0);
      await page.waitForTimeout(3000);
    },
    hidden: '[role=tooltip]',
    async take(page) {
      const { x, y } = await page.getByTestId('chart-quillmoor').evaluate((chart) => chart.getBoundingClientRect());
      return page.screenshot({ clip: { x: x - 12, y: y - 8, width: 720, height: 450 } });
    },
  },
  {
    scene: 'replay',
    async reach(page, site) {
      // As wide as the picture, with the names beside the lanes.
      await page.setViewportSize({ width: 772, height: 1700 });
      await openReplay(page, site, 'en', '&sample=10');
      await replayShown(page);
      await page.getByTestId('overview').focus();
      for (let i = 0; i < 120; i += 1) await page.keyboard.press('ArrowRight');
      // Lanes that say something at first sight.
      for (const lane of ['talk', 'events', 'arousal', 'dominance']) await page.getByTestId(`hide-${lane}`).click();
      await page.mouse.move(0, 0);
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await page.waitForTimeout(800);
    },
    hidden: '[data-testid^=hide-]',
    async take(page) {
      const { x, y } = await page.getByTestId('lane-state').evaluate((lane) => lane.getBoundingClientRect());
      return page.screenshot({ clip: { x: x - 1, y, width: 704, height: 440 } });
    },
  },
];

async function shootForGallery(browser: Browser, site: string, { scene, reach, hidden, clip = { x: 160, y: 18, width: 640, height: 400 }, take }: GalleryPicture, scheme: (typeof SCHEMES)[number]): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 960, height: 600 }, deviceScaleFactor: 1.5, colorScheme: scheme });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await reach(page, site);
  await page.addStyleTag({ content: `${hidden} { visibility: hidden !important }` });
  const shot = await take(page, () => page.screenshot({ clip }));
  const webp = await page.evaluate(async (base64) => {
    // The page's policy lets nothing be fetched from a data: address.
    const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))]));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    canvas.getContext('2d')?.drawImage(picture, 0, 0);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/webp', quality: 0.86 })).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  }, shot.toString('base64'));
  const bytes = Buffer.from(webp, 'base64');
  if (bytes.length > 150_000) throw new Error(`Expected the gallery's picture below 150 kB, but it has ${bytes.length} bytes. Lower its quality here.`);
  writeFileSync(join(IMAGES, `${scene}-${scheme}.webp`), bytes);
  console.log(`scenes/gallery/images/${scene}-${scheme}.webp, ${Math.round(bytes.length / 1000)} kB`);
  await context.close();
}

/** The faces by which a character is chosen, on nothing. */
async function shootPortrait(browser: Browser, site: string, id: string): Promise<void> {
  const page = await browser.newPage({ viewport: SIZES.laptop });
  page.setDefaultTimeout(PATIENCE);
  await openAvatars(page, site, `lang=en&avatar=${id}`);
  await page.getByTestId('feeling-happiness').click();
  await page.getByTestId('tab-portrait').click();
  await page.getByTestId('portrait-take').click();
  await page.getByTestId('portrait').waitFor();
  const base64 = await page.getByTestId('portrait').evaluate(async (picture: HTMLImageElement) => {
    await picture.decode();
    const canvas = new OffscreenCanvas(384, 384);
    const pen = canvas.getContext('2d')!;
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(picture, 0, 0, 384, 384);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/webp', quality: 0.88 })).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  });
  writeFileSync(join(PORTRAITS, `${id}.webp`), Buffer.from(base64, 'base64'));
  console.log(`scenes/playground/characters/images/${id}.webp, ${Math.round(base64.length * 0.75 / 1000)} kB`);
  await page.close();
}

const wanted = process.argv.slice(2);
const everything = wanted.length === 0;
const known = ['pictures', 'portraits', ...GALLERY.map(({ scene }) => `picture-${scene}`), ...TOURS.map(({ name }) => name)];
const unknown = wanted.find((name) => !known.includes(name));
if (unknown !== undefined) throw new Error(`Expected ${known.join(', ')} or nothing, but got "${unknown}". Name what is to be shot.`);
const executablePath = findBrowser();
if (!executablePath) throw new Error('Expected a Chromium, Chrome or Edge, but none was found. Install one, or set CHROME_PATH.');
// Of what the source is now: a gallery that was built earlier may lack what is waited for, even a whole page.
await mustRun('tsx', ['src/cli/main.ts', 'assets', '--out', 'build/public/attune']);
await mustRun('vite', ['build', '--logLevel', 'warn']);
if (everything) rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
mkdirSync(IMAGES, { recursive: true });

const browser = await chromium.launch({ executablePath, args: [...BROWSER_FLAGS, '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'] });

/** The server knows the files that are there when it starts, so it is started anew after every build. */
async function withSite(visit: (site: string) => Promise<void>): Promise<void> {
  const served = await serve({ folders: [join(ROOT, 'build/site'), join(ROOT, 'build/public')], port: 0, host: '127.0.0.1' });
  try {
    await visit(served.url);
  } finally {
    await served.close();
  }
}

try {
  if (everything || wanted.includes('portraits')) {
    await withSite(async (site) => {
      for (const id of ['mira', 'emil', 'pip']) await shootPortrait(browser, site, id);
    });
    await mustRun('vite', ['build', '--logLevel', 'warn']);
  }
  if (everything || wanted.some((each) => each.startsWith('picture'))) {
    await withSite(async (site) => {
      const pictures = GALLERY.filter(({ scene }) => everything || wanted.includes('pictures') || wanted.includes(`picture-${scene}`));
      for (const picture of pictures) for (const scheme of SCHEMES) await shootForGallery(browser, site, picture, scheme);
    });
    // The gallery shows its new pictures only once it is built with them.
    await mustRun('vite', ['build', '--logLevel', 'warn']);
  }
  await withSite(async (site) => {
    for (const tour of TOURS) {
      if (!everything && !wanted.includes(tour.name)) continue;
      await go(browser, site, tour, 'en');
      if (tour.chinese) await go(browser, site, tour, 'zh');
    }
  });
} finally {
  await browser.close();
}
