import { type Agent, type AttuneError, type ComplianceMode, createRelease } from 'attune';
import { type AudioHub, type BrowserTextReader, createAudioHub, createIntentClassifier, createTextReader, endWithPage, type IntentReading } from 'attune/browser';
import { createDialogue } from 'attune/dialogue';
import { createScenario, type LoggedEvent, type Pack, parsePack, type Scenario, speakThrough } from 'attune/scenario';
import type { i18n } from 'i18next';
import { createProblems, type Problems } from '../shared/problems.ts';
import { PAGE_LANGUAGES } from '../shared/words.ts';
import { type PackId, PACKS } from './packs/packs.ts';
import type { ScenePack } from './packs/scene-pack.ts';

/** A scenario that is ready for somebody, with what its agent shares with the page. */
export interface OpenPack {
  readonly id: PackId;
  readonly scene: ScenePack;
  readonly pack: Pack;
  readonly scenario: Scenario<unknown, unknown>;
  readonly audio: AudioHub;
  readonly reader: BrowserTextReader;
  readonly problems: Problems;
  /** Every event of the scenario, without a word that was said. */
  readonly log: readonly LoggedEvent<unknown>[];
  /** The scenario speaks to this agent from now on; returns how to end that. */
  live(agent: Agent): () => void;
  /** Releases what the page holds. */
  close(): Promise<void>;
}

/**
 * Opens a pack. Call it from a tap or a key, or the browser holds the sound back.
 *
 * @throws {AttuneError} `bad-input` where its content is wrong, with a line for each field
 */
export async function openPack(id: PackId, assets: string, mode: ComplianceMode, words: i18n): Promise<OpenPack> {
  const problems = createProblems();
  const held = createRelease((problem) => problems.add('page', problem));
  held.hold('The watch over the page', endWithPage(held.end));
  const audio = createAudioHub();
  held.hold('The sound', audio.close);
  void audio.open().catch(() => undefined);
  try {
    const scene: ScenePack = await PACKS[id].load();
    const pack = parsePack(scene.file);
    for (const language of PAGE_LANGUAGES) words.addResourceBundle(language, 'pack', scene.words[language]);
    const reader = createTextReader({ assets, onProblem: (problem: AttuneError) => problems.add('text', problem, 'text-light-only') });
    held.hold('The reader of words', reader.dispose);
    return { ...await run(scene, mode, pack, reader), id, scene, pack, audio, reader, problems, close: held.end };
  } catch (thrown) {
    await held.end();
    throw thrown;
  }
}

/** Runs the scenario over whichever agent lives. */
async function run(scene: ScenePack, mode: ComplianceMode, pack: Pack, reader: BrowserTextReader): Promise<Pick<OpenPack, 'scenario' | 'log' | 'live'>> {
  // It tells itself what it lacks.
  void reader.prepare().catch(() => undefined);
  const intents = examplesOf(pack);
  const byWords = await createIntentClassifier(null, intents);
  const learnt = reader.setIntents(intents).then(() => true, () => false);
  const log: LoggedEvent<unknown>[] = [];
  let agent: Agent | null = null;
  let speak: ((words: string) => void) | null = null;

  /** By meaning where the reader has its models, by words alone until then. */
  async function read(message: string): Promise<IntentReading> {
    try {
      if (await learnt) return (await reader.analyse(message)).own;
    } catch {
      // The reader tells what it lacks by itself.
    }
    return byWords.classify(message);
  }

  const scenario = createScenario({
    pack, policy: scene.policyIn?.(mode) ?? scene.policy, read, otherwise: createDialogue(),
    offered: (state) => scene.offered?.(state) ?? [],
    fill: (state, language, heard) => scene.fill?.(state, language, heard) ?? {},
    observe: (event) => agent?.observe(event),
    speak: (said) => speak?.(said),
    forget() {
      log.splice(0);
      scene.forget?.();
    },
    record: (event) => log.push(event),
  });
  return {
    scenario, log,
    live(next) {
      agent = next;
      speak = speakThrough(next);
      const stop = next.subscribe(() => scenario.feel(next.state.affect, next.state.language));
      return () => {
        stop();
        agent = speak = null;
      };
    },
  };
}

/** What people say in each language that the pack has, by the intent that they have in common. */
function examplesOf({ content }: Pack): readonly { readonly name: string; readonly examples: readonly string[] }[] {
  const examples = new Map<string, string[]>();
  for (const language of PAGE_LANGUAGES) {
    for (const intent of content[language]?.intents ?? []) examples.set(intent.id, [...(examples.get(intent.id) ?? []), ...intent.examples]);
  }
  return [...examples].map(([name, said]) => ({ name, examples: said }));
}
