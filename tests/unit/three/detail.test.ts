import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { chooseDetail, DETAIL_LEVELS, type DrawingDevice, readDevice } from '../../../src/three/index.ts';

const UNKNOWN: DrawingDevice = { memory: null, cores: null, headset: false, renderer: null };
const device = fc.record({
  memory: fc.option(fc.constantFrom(0.25, 1, 2, 4, 8)), cores: fc.option(fc.integer({ min: 1, max: 64 })), headset: fc.boolean(),
  renderer: fc.option(fc.constantFrom('ANGLE (NVIDIA GeForce RTX 3060)', 'Adreno (TM) 740', 'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device))', 'llvmpipe (LLVM 15)')),
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the level of detail', () => {
  it('is full unless something speaks against it, and what is not known does not', () => {
    expect(chooseDetail(UNKNOWN)).toBe('full');
    for (const weak of [{ headset: true }, { memory: 2 }, { cores: 2 }, { renderer: 'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device))' }]) expect(chooseDetail({ ...UNKNOWN, ...weak })).toBe('light');
    for (const able of [{ memory: 8 }, { cores: 8 }, { renderer: 'Adreno (TM) 740' }]) expect(chooseDetail({ ...UNKNOWN, ...able })).toBe('full');
  });

  it('never gets finer on a weaker device, and follows a wish on any', () => {
    fc.assert(fc.property(device, fc.constantFrom(...DETAIL_LEVELS), (each, wish) => {
      expect(chooseDetail(each, wish)).toBe(wish);
      if (chooseDetail(each) === 'light') expect(chooseDetail({ ...each, headset: true, cores: 1, memory: 1 })).toBe('light');
    }));
  });

  it('is read of what the browser tells, and of what draws', () => {
    vi.stubGlobal('navigator', { deviceMemory: 4, hardwareConcurrency: 8 });
    expect(readDevice()).toEqual({ memory: 4, cores: 8, headset: false, renderer: null });
    vi.stubGlobal('navigator', undefined);
    expect(readDevice({ xr: { isPresenting: true } } as never)).toEqual({ ...UNKNOWN, headset: true });
  });
});
