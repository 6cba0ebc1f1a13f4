import type { ComplianceMode } from 'attune';
import type { AudioHub, BrowserTextReader } from 'attune/browser';
import type { Finding, Pack, PackContent, Policy, Scenario, ScenarioState } from 'attune/scenario';
import type { SceneAgent, SceneAgentOptions } from 'attune/three';
import type { ReactNode } from 'react';
import type { PageLanguage } from '../../shared/words.ts';

/** Where a scenario stands, as its panel is given it anew after every change. */
export interface PanelProps<State, Own = unknown> {
  readonly pack: Pack;
  /** In the language of the page, or in another where the pack has none in it. */
  readonly content: PackContent;
  readonly language: PageLanguage;
  /** Take what happened by `scenario.take`. */
  readonly scenario: Scenario<State, Own>;
  readonly state: ScenarioState<State>;
  /** What the last message was found to want; null before the first. */
  readonly finding: Finding | null;
  readonly agent: SceneAgent;
  /** For sounds of the panel's own. */
  readonly audio: AudioHub;
  /** Reads words that are not said to the agent. */
  readonly reader: BrowserTextReader;
}

/** Something that may be said by pressing it. */
export interface Choice {
  /** What stands on the button, and is said. */
  readonly says: string;
}

/**
 * How this page runs a pack: each lies in a folder of its own, which is fetched when somebody opens it.
 *
 * @typeParam State, More, Own as its policy has them
 */
export interface ScenePack<State = unknown, More = unknown, Own = unknown> {
  /** What is in scenario.json. */
  readonly file: unknown;
  readonly policy: Policy<State, More, Own>;
  /** The policy in a compliance mode, where it is not the same in all. */
  policyIn?(mode: ComplianceMode): Policy<State, More, Own>;
  /** The words of its panel, for `useTranslation('pack')`; both languages have the same keys. */
  readonly words: Readonly<Record<PageLanguage, object>>;
  /** Beside the stage. It stays mounted for the whole meeting. Written as a method, so that a list may hold packs of different states. */
  Panel(props: PanelProps<State, Own>): ReactNode;
  /** Which of the offered intents are open to be chosen, as `createScenario` asks. */
  offered?(state: State): readonly string[];
  /** Slots that only the page knows, such as the time of day, as `createScenario` asks. */
  fill?(state: State, language: PageLanguage, heard: string | null): Readonly<Record<string, string>>;
  /** Deletes what the pack keeps of its user, on the device too, as `createScenario` asks. */
  forget?(): void;
  /** What the senses are opened by, where it is not as everywhere. */
  sources?(assets: string): NonNullable<SceneAgentOptions['sources']>;
  /** What may be said by pressing it, above the line to write on; none by default. */
  choices?(state: ScenarioState<State>, content: PackContent, language: PageLanguage): readonly Choice[];
}
