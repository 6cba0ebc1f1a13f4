import { asProblem, createRelease } from 'attune';
import { assetUrl, type AudioHub, createAudioHub, endWithPage } from 'attune/browser';
import { createAgent, type SceneAgent, type VrmDriver } from 'attune/three';
import { createEncounter, type Encounter } from 'attune/xr';
import type { Camera, WebGLRenderer } from 'three';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { createProblems, type Problems } from '../shared/problems.ts';
import { hideOutlines } from '../shared/stage/hide-outlines.ts';
import type { PageLanguage } from '../shared/words.ts';
import type { Query } from './query.ts';

export interface MeetingView {
  /** The share of the avatar that has been fetched; 1 once it is there. */
  readonly loading: number;
  /** Whether the session is in sight of the player, or the headset's system is in front of it. */
  readonly attentive: boolean;
  /** Whether a place for the agent is being chosen. */
  readonly placing: boolean;
}

/** One player with one agent: made before the stage, which gives it a body. */
export interface Meeting {
  readonly view: StoreApi<MeetingView>;
  readonly problems: Problems;
  readonly audio: AudioHub;
  /** Gives the agent a body on a stage. Rejects when the signal is aborted. */
  embody(renderer: WebGLRenderer, camera: Camera, signal: AbortSignal): Promise<Embodied>;
  stop(): Promise<void>;
}

/** An agent with a body. */
export interface Embodied {
  readonly agent: SceneAgent;
  readonly driver: VrmDriver;
  readonly encounter: Encounter;
}

/** Begins a meeting. Call it from a tap or a key, or the browser holds the sound back. */
export function beginMeeting(query: Query, language: PageLanguage, listens: boolean): Meeting {
  const { assets, character, seed, quality } = query;
  const audio = createAudioHub();
  const problems = createProblems();
  const view = createStore<MeetingView>(() => ({ loading: 0, attentive: true, placing: false }));
  const held = createRelease((problem) => problems.add('page', problem));
  held.hold('The sound', audio.close);
  held.hold('The watch over the page', endWithPage(held.end));
  let release = (): void => undefined;
  held.hold('The rest of the sound', () => release());
  void audio.open().catch((thrown: unknown) => problems.add('speech', asProblem(thrown, 'unsupported', 'Sound could not be opened')));

  /** While the headset's system is in front, or the headset lies on the table, nothing sounds and nothing is heard. */
  function attend(attentive: boolean): void {
    release();
    release = attentive ? () => undefined : audio.hold();
    // Voices of the browser's own sound beside the hub.
    globalThis.speechSynthesis?.[attentive ? 'resume' : 'pause']();
    view.setState({ attentive });
  }

  return {
    view, problems, audio,
    async embody(renderer, camera, signal) {
      const agent = await createAgent({
        assets, character, seed, language, camera, renderer, audio, signal,
        avatar: assetUrl(assets, `avatars/${character}/${quality === 'low' ? 'avatar.light.vrm' : 'avatar.vrm'}`),
        // The page asks before it opens the microphone, so it vouches for the consent.
        compliance: { mode: 'emotion', consent: true },
        onProgress: (share) => view.setState({ loading: Math.min(0.99, share) }),
        onProblem: (problem) => problems.add(problem.code === 'speech-failed' || problem.code === 'unsupported' ? 'speech' : 'page', problem, problem.code === 'unsupported' ? 'voice-missing' : problem.code),
      });
      const driver = agent.rig as VrmDriver;
      if (quality === 'low') hideOutlines(driver.object);
      held.hold('The agent', agent.dispose);
      const encounter = createEncounter({ agent, driver, renderer, camera, onAttention: attend });
      held.hold('The encounter', encounter.dispose);
      view.setState({ loading: 1 });
      if (listens) void agent.open('voice');
      return { agent, driver, encounter };
    },
    stop: held.end,
  };
}
