import { createContext, type ReactNode, useEffect, useState } from 'react';
// Not by its index, which would bring all adapters along.
import { type AudioHub, createAudioHub } from '../browser/audio.ts';
import { createFloor, type Floor } from '../group/index.ts';
import type { Object3D } from 'three';
import type { AgentPorts } from '../three/index.ts';

/** What agents that are together have in common. */
type Together = Pick<AgentPorts, 'assets' | 'clock' | 'text'> & { readonly audio: AudioHub; readonly floor: Floor<Object3D> };

export const RoomContext = createContext<Together | null>(null);

/** What all agents below share, beside sound and turns; everything may be left out. */
export interface RoomProps extends Partial<Together> {
  readonly children?: ReactNode;
}

/**
 * Where several agents are together: those that are made below it share one sound of the page, speak one after the other and look at who
 * speaks. Whatever else they shall share is given here, such as a clock or a reader of words.
 */
export function AttuneRoom({ children, audio, floor, ...shared }: RoomProps): ReactNode {
  const [own] = useState(() => ({ audio: createAudioHub(), floor: createFloor<Object3D>() }));
  const [together] = useState<Together>(() => ({ ...shared, audio: audio ?? own.audio, floor: floor ?? own.floor }));
  // A hub that was closed opens again when it is needed, so a strict tree may close it between its two mounts.
  useEffect(() => () => void own.audio.close(), [own]);
  return <RoomContext value={together}>{children}</RoomContext>;
}
