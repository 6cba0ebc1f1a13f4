import { Canvas } from '@react-three/fiber';
import { Agent } from 'attune/react';
import type { SceneAgent } from 'attune/three';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import type { WebGLRenderer } from 'three';
import { createStore, useStore } from 'zustand';
import type { Mounts } from './handle.ts';

/** A canvas that stays, in which an agent with everything of its own comes and goes as the test says. */

const shown = createStore<{ readonly senses: boolean; readonly onAgent: (agent: SceneAgent) => void } | null>(() => null);
let renderer: WebGLRenderer | null = null;
window.mounts = { agents: 0, fallbacks: 0 } satisfies Mounts;

function Fallback() {
  return <object3D ref={(object) => void (object && (window.mounts.fallbacks += 1))} />;
}

function Stage() {
  const now = useStore(shown);
  return now && (
    <Suspense fallback={<Fallback />}>
      <Agent suspend assets="./attune/" senses={now.senses ? ['face', 'voice'] : []} onAgent={now.onAgent} />
    </Suspense>
  );
}

window.mount = async (senses) => {
  const agent = await new Promise<SceneAgent>((resolve) => shown.setState({ senses, onAgent: resolve }, true));
  window.mounts.agents += 1;
  agent.say('Hello, how are you?');
  const until = (holds: () => boolean): Promise<void> => new Promise((resolve) => {
    const timer = setInterval(() => {
      if (!holds()) return;
      clearInterval(timer);
      resolve();
    }, 20);
  });
  await until(() => agent.captions.some(({ speaker }) => speaker === 'agent'));
  if (senses) await until(() => agent.state.senses.face.status === 'live' && agent.state.senses.voice.status === 'live');
  await new Promise((resolve) => setTimeout(resolve, 100));
};
window.unmount = () => shown.setState(null, true);
window.drawn = () => ({ ...renderer!.info.memory, programs: renderer!.info.programs!.length });

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Canvas flat gl={{ antialias: false }} dpr={0.5} camera={{ position: [0, 1.4, 1.6], fov: 30 }} onCreated={({ gl }) => (renderer = gl)}>
      <ambientLight intensity={2} />
      <mesh position-z={-3}><boxGeometry /><meshBasicMaterial color="tan" /></mesh>
      <Stage />
    </Canvas>
  </StrictMode>,
);
