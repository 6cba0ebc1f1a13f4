import { type ThreeElements, useFrame } from '@react-three/fiber';
import { type ReactNode, useContext, useMemo, useState } from 'react';
import { Vector3 } from 'three';
import { type Agent as CoreAgent, AttuneError, createAvatarFrame } from '../core/index.ts';
import { readViewer, type SceneAgent, type VrmDriverOptions } from '../three/index.ts';
import { AgentContext } from './provider.tsx';
import { type AgentListeners, useAgentEvents } from './use-agent-events.ts';
import { type AvatarEvents, useAvatar } from './use-avatar.ts';
import { type OwnAgentEvents, type OwnAgentOptions, useOwnAgent } from './use-own-agent.ts';
import { usePicture } from './use-picture.ts';

type Own = Omit<OwnAgentOptions, 'avatar'>;
type Taken = keyof (Own & OwnAgentEvents & AvatarEvents & AgentListeners);

/** Besides these, everything that a group takes: position, rotation, pointer events. */
export interface AgentProps extends Own, Omit<OwnAgentEvents, 'onProblem'>, AvatarEvents, AgentListeners, Omit<ThreeElements['group'], Taken | 'args'> {
  /** Who is shown: an agent of `useOwnAgent`, or one of the core. By default the provider's, or one of its own that lives as long as this. */
  readonly agent?: CoreAgent | SceneAgent | undefined;
  /** Where the VRM file lies; by default the character's. Needed for an agent of the core. */
  readonly avatar?: string;
  /** Suspends until the avatar is there, for a `<Suspense>` between this and the canvas. By default the scene goes on without it meanwhile. */
  readonly suspend?: boolean;
}

/**
 * Shows an agent as a VRM avatar in a @react-three/fiber scene: the one it is given, the provider's, or one that it makes of its props.
 *
 * It stands on the floor at its position, faces +z, and looks at the camera or, in a headset, at the player's eyes.
 *
 * @example
 * import { Canvas } from '@react-three/fiber';
 * import { Agent } from 'attune/react';
 *
 * export const Scene = () => (
 *   <Canvas camera={{ position: [0, 1.4, 1.6], rotation: [0, 0, 0], fov: 30 }}>
 *     <ambientLight intensity={2} />
 *     <Agent character="pip" onFeeling={({ category }) => console.log(category)} onAgent={(agent) => agent.say('Hello')} />
 *   </Canvas>
 * );
 */
export function Agent({ agent, ...props }: AgentProps): ReactNode {
  const provided = useContext(AgentContext);
  const given = agent ?? provided;
  if (!given) return <OwnAgent {...props} />;
  return hasBody(given) ? <Embodied agent={given} {...props} /> : <Driven agent={given} {...props} />;
}

type Rest = Omit<AgentProps, 'agent'>;

const hasBody = (agent: CoreAgent | SceneAgent): agent is SceneAgent => 'object' in agent && 'update' in agent;

function OwnAgent({ avatar, suspend, onAgent, onProgress, onError, onProblem, ...props }: Rest): ReactNode {
  const [options, rest] = partOptions(props);
  const agent = useOwnAgent({ ...options, ...(avatar !== undefined && { avatar }) }, { onAgent, onProgress, onError, onProblem }, suspend);
  return agent && <Embodied agent={agent} {...rest} />;
}

/** An agent that has a body already. */
function Embodied({ agent, ...props }: Rest & { readonly agent: SceneAgent }): ReactNode {
  const [listeners, { children, ...group }] = partListeners(partOptions(props)[1]);
  useAgentEvents(agent, listeners);
  usePicture(agent);
  useFrame(({ gl, camera }, delta) => {
    agent.seenBy(camera, gl);
    agent.update(delta);
  });
  return (
    <group {...group}>
      <primitive object={agent.object} dispose={null} />
      <AgentContext value={agent}>{children}</AgentContext>
    </group>
  );
}

/** An agent of the core, whose avatar is loaded here. */
function Driven({ agent, avatar, driver: options = DEFAULTS, suspend, onLoad, onProgress, onError, ...props }: Rest & { readonly agent: CoreAgent }): ReactNode {
  if (avatar === undefined) throw new AttuneError('bad-input', 'Expected avatar to be the URL of a VRM file, as this agent has no body of its own, but got none. Give <Agent avatar="...">.');
  const [listeners, { children, ...group }] = partListeners(partOptions(props)[1]);
  const driver = useAvatar(avatar, options, { onLoad, onProgress, onError }, suspend);
  const frame = useMemo(() => createAvatarFrame(driver?.build), [driver]);
  const [eyes] = useState(() => new Vector3());
  useAgentEvents(agent, listeners);
  usePicture(agent);

  useFrame(({ gl, camera }, delta) => {
    if (!driver) return;
    driver.setEyes(readViewer(gl, camera, eyes));
    agent.sample(frame);
    driver.apply(frame, delta);
  });

  return (
    <group {...group}>
      {driver && <primitive object={driver.object} dispose={null} />}
      <AgentContext value={agent}>{children}</AgentContext>
    </group>
  );
}

const DEFAULTS: VrmDriverOptions = {};

type GroupProps = Omit<Rest, keyof Own | keyof AgentListeners | keyof OwnAgentEvents | keyof AvatarEvents | 'avatar' | 'suspend'>;

/** Parts what an agent is made of from what its group takes. */
function partOptions<Props extends Own>({
  character, detail, driver, assets, clock, audio, speech, voice, text, dialogue, playSound, floor, sources, senses, seed, language, fallback, patience, memory, adaptation, compliance, help, fusion, events, record, recordWords, ...rest
}: Props): [Own, Omit<Props, keyof Own>] {
  const own = { character, detail, driver, assets, clock, audio, speech, voice, text, dialogue, playSound, floor, sources, senses, seed, language, fallback, patience, memory, adaptation, compliance, help, fusion, events, record, recordWords };
  return [Object.fromEntries(Object.entries(own).filter(([, option]) => option !== undefined)), rest];
}

function partListeners({ onAffect, onFeeling, onPlan, onIntent, onCue, onCaption, onSpeaking, onSense, onProblem, ...rest }: Omit<Rest, keyof Own>): [AgentListeners, GroupProps] {
  const { avatar: _avatar, suspend: _suspend, onAgent: _onAgent, onLoad: _onLoad, onProgress: _onProgress, onError: _onError, ...group } = rest;
  return [{ onAffect, onFeeling, onPlan, onIntent, onCue, onCaption, onSpeaking, onSense, onProblem }, group];
}
