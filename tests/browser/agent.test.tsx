import { Canvas } from '@react-three/fiber';
import { createAgent } from 'attune';
import { Agent, AttuneProvider, useAffect } from 'attune/react';
import { createManualClock, fakeFace } from 'attune/testing';
import type { VrmDriver } from 'attune/three';
import { act, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { WebGLRenderer } from 'three';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { minimalVrm } from '../unit/three/minimal-vrm.ts';

const urls: string[] = [];
function vrmUrl(): string {
  const url = URL.createObjectURL(new Blob([minimalVrm()]));
  urls.push(url);
  return url;
}

afterEach(() => {
  for (const url of urls.splice(0)) URL.revokeObjectURL(url);
  document.body.replaceChildren();
});

describe('<Agent/> in a strict React tree', () => {
  it('smiles with the agent, and leaves nothing behind when it goes, five times over', async () => {
    const clock = createManualClock();
    const agent = createAgent({ clock });
    agent.start();
    for (let frame = 0; frame < 60; frame += 1) {
      clock.advance(1 / 15);
      agent.dispatch({ type: 'signal', at: clock.now(), signal: fakeFace(clock.now(), { smile: 0.9 }) });
    }
    clock.advance(1);
    for (let round = 0; round < 5; round += 1) {
      const host = document.body.appendChild(document.createElement('div'));
      host.style.height = '120px';
      const root = createRoot(host);
      let driver: VrmDriver | null = null;
      let renderer: WebGLRenderer | null = null;
      root.render(
        <StrictMode>
          <AttuneProvider agent={agent}>
            <Canvas flat gl={{ antialias: false }} onCreated={({ gl }) => (renderer = gl)}>
              <Agent avatar={vrmUrl()} onLoad={(loaded) => (driver = loaded)} />
            </Canvas>
          </AttuneProvider>
        </StrictMode>,
      );
      await vi.waitFor(() => expect((driver as VrmDriver | null)?.weights.happy).toBeGreaterThan(0.4), { timeout: 60_000 });
      const drawn = renderer as WebGLRenderer | null;
      root.unmount();
      await vi.waitFor(() => expect(drawn?.info.memory.geometries).toBe(0), { timeout: 30_000 });
      expect(drawn?.info.memory.textures).toBe(0);
      host.remove();
    }
    await agent.stop();
  });
});

describe('useAffect', () => {
  it('draws again only when what it selects has changed', async () => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
    const clock = createManualClock();
    const agent = createAgent({ clock });
    agent.start();
    const phases: string[] = [];
    function Phase() {
      const { phase } = useAffect(({ phase: current }) => ({ phase: current }));
      phases.push(phase);
      return <p>{phase}</p>;
    }
    const host = document.body.appendChild(document.createElement('div'));
    const root = createRoot(host);
    await act(() => root.render(<AttuneProvider agent={agent}><Phase /></AttuneProvider>));
    await act(() => clock.advance(5));
    expect(phases).toEqual(['absent']);
    await act(() => {
      for (let frame = 0; frame < 60; frame += 1) {
        clock.advance(1 / 15);
        agent.dispatch({ type: 'signal', at: clock.now(), signal: fakeFace(clock.now()) });
      }
    });
    expect(host.textContent).toBe('tracking');
    await act(() => root.unmount());
    await agent.stop();
    vi.unstubAllGlobals();
  });
});
