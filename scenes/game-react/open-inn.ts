import type { Clock, Language } from 'attune';
import { type AudioHub, type BrowserTextReader, createAudioHub, createBrowserClock, createFaceSource, createMoonshineRecognizer, createTextReader, createVoiceSource } from 'attune/browser';
import { type SharedSource, shareSource } from 'attune/group';
import type { i18n } from 'i18next';
import type { OpenSense } from '../shared/senses.ts';
import { createProblems, namingProblems, type Problems } from '../shared/problems.ts';
import { CHOICES } from './story/evening.ts';
import { playMusicBox } from './story/music-box.ts';
import { createStory, type Story } from './story/story.ts';

/** Everything that the two agents have in common. */
export interface Inn {
  readonly audio: AudioHub;
  readonly clock: Clock;
  readonly reader: BrowserTextReader;
  readonly senses: Readonly<Record<OpenSense, SharedSource>>;
  readonly story: Story;
  readonly problems: Problems;
  /** Releases all of it. */
  close(): Promise<void>;
}

/** Opens the inn. Call it from a tap or a key, or the browser holds the sound back. */
export function openInn(assets: string, words: i18n): Inn {
  const audio = createAudioHub();
  const problems = createProblems();
  const reader = createTextReader({ assets, onProblem: (problem) => problems.add('text', problem, 'text-light-only') });
  const language = (): Language => (words.language === 'zh' ? 'zh' : 'en');
  // Without its model the reader tells so itself, and choices are still chosen.
  void reader.setIntents(examplesOf(words)).catch(() => undefined);
  const voice = createVoiceSource({ audio, assets, ...(language() === 'en' ? { recognizer: createMoonshineRecognizer({ assets }) } : {}) });
  void audio.open().catch(() => undefined);
  return {
    audio, reader, problems, clock: createBrowserClock(),
    senses: { face: shareSource(namingProblems(createFaceSource({ assets }), problems)), voice: shareSource(namingProblems(voice, problems)) },
    story: createStory({ wordsIn: (spoken) => words.getFixedT(spoken), language, playBox: () => playMusicBox(audio) }),
    async close() {
      await reader.dispose();
      await audio.close();
    },
  };
}

/** What can be said, as players may put it in words of their own. */
function examplesOf(words: i18n): readonly { readonly name: string; readonly examples: readonly string[] }[] {
  const names = new Set<string>(Object.values(CHOICES).flat());
  return [...names].map((name) => ({
    name, examples: ['en', 'zh'].flatMap((language) => words.getFixedT(language)(`inn.examples.${name}`, { returnObjects: true }) as unknown as string[]),
  }));
}
