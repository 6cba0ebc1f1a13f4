import { use, useContext, useEffect, useRef, useState } from 'react';
import { asProblem, type AttuneError, type SpeechSynthesizer, type Unit } from '../core/index.ts';
import { type AvatarRig, createAgent, type OpenSense, type SceneAgent, type SceneAgentOptions } from '../three/index.ts';
import { RoomContext } from './room.tsx';
import { useLoaded } from './use-loaded.ts';

/**
 * What an agent of one's own is made of; everything may be left out. Read when the agent is made, but for the language, the senses and
 * the listeners: give the component another `key` to make another agent.
 */
export interface OwnAgentOptions extends Omit<SceneAgentOptions, 'avatar' | 'speech' | 'signal' | 'camera' | 'renderer' | 'onProblem' | 'onProgress'> {
  /** A VRM file's URL or bytes, or what makes a rig of your own; by default the character's own avatar. */
  readonly avatar?: string | URL | ArrayBuffer | (() => AvatarRig);
  /** Makes a voice, one for each agent, as an agent's voice ends with it; null for none. */
  readonly speech?: (() => SpeechSynthesizer) | null;
  /** What the player allowed: opened and closed as the list changes. */
  readonly senses?: readonly OpenSense[];
}

/** What a component is told of the agent that it made. */
export interface OwnAgentEvents {
  /** The agent lives, with its avatar. */
  readonly onAgent?: ((agent: SceneAgent) => void) | undefined;
  /** The share of the avatar's file that has arrived, in [0, 1]. */
  readonly onProgress?: ((share: Unit) => void) | undefined;
  /** The agent could not be made, in one sentence. Without a listener the error is thrown while rendering. */
  readonly onError?: ((problem: AttuneError) => void) | undefined;
  /** Something went wrong, in one sentence; the agent goes on. */
  readonly onProblem?: ((problem: AttuneError) => void) | undefined;
}

/**
 * An agent with a body that lives as long as the component: null until it is there. Show it with `<Agent agent={agent} />`.
 *
 * @param suspend whether the component suspends instead while there is none
 */
export function useOwnAgent(options: OwnAgentOptions = {}, events: OwnAgentEvents = {}, suspend = false): SceneAgent | null {
  const room = useContext(RoomContext);
  const { avatar, speech, senses = NONE, ...rest } = options;
  // What is told later is told to the listeners of that moment, and a listener that is written inline opens no camera anew.
  const latest = useRef(events);
  useEffect(() => {
    latest.current = events;
  });
  const { thing: agent, coming } = useLoaded<number, SceneAgent>(useVisit(), {
    load: (_, signal, onProgress) => createAgent({
      ...room, ...rest, signal, onProgress,
      ...(avatar !== undefined && { avatar: typeof avatar === 'function' ? avatar() : avatar }),
      ...(speech !== undefined && { speech: speech && speech() }),
      onProblem: (problem) => latest.current.onProblem?.(problem),
    }),
    release: (made) => void made.dispose(),
    onLoad: events.onAgent,
    onProgress: events.onProgress,
    problemOf: (thrown) => asProblem(thrown, 'avatar-unreadable', 'The agent could not be made'),
    onError: events.onError,
  });
  const { language } = options;
  useEffect(() => {
    if (agent && language && agent.state.language !== language) agent.setLanguage(language);
  }, [agent, language]);
  const allowed = (sense: OpenSense): boolean => senses.includes(sense);
  useSense(agent, 'face', allowed('face'), latest);
  useSense(agent, 'voice', allowed('voice'), latest);
  if (suspend && !agent && coming) use(coming);
  return agent;
}

const NONE: readonly OpenSense[] = [];

/** Which visit of the page this is: agents end where it is left, and one that the browser kept and shows again needs another. */
function useVisit(): number {
  const [visit, setVisit] = useState(0);
  useEffect(() => {
    const onShow = ({ persisted }: PageTransitionEvent): void => {
      if (persisted) setVisit((before) => before + 1);
    };
    addEventListener('pageshow', onShow);
    return () => removeEventListener('pageshow', onShow);
  }, []);
  return visit;
}

function useSense(agent: SceneAgent | null, sense: OpenSense, allowed: boolean, events: { readonly current: OwnAgentEvents }): void {
  useEffect(() => {
    if (!agent || !allowed) return undefined;
    agent.open(sense).catch((thrown: unknown) => events.current.onProblem?.(asProblem(thrown, 'device-missing', 'A sense could not be opened')));
    return () => void agent.close(sense);
  }, [agent, sense, allowed, events]);
}
