import type { VRM } from '@pixiv/three-vrm';
import { Object3D, Scene, Vector3 } from 'three';
import { type AgentState, type AvatarFrame, createAvatarFrame, DEFAULT_CHARACTER, initialState, samplePerformance, step } from '../../src/index.ts';
import { createVrmDriver, loadAvatar, type VrmDriver } from '../../src/three/index.ts';
import { fakeFace } from '../../src/testing/index.ts';
import { SHIPPED, shippedAvatar } from '../unit/three/shipped-avatars.ts';

/**
 * What the driver costs beside three-vrm alone, in Node: run with --expose-gc, and with a young
 * generation so large that nothing is collected while allocations are counted.
 */

const DELTA = 1 / 60;
const ROUNDS = 60;
const FRAMES_PER_ROUND = 40;
/** Code that was compiled for one avatar is compiled anew for the next. */
const WARM_UP = 60_000;
const COUNTED_FRAMES = 10_000;
const COUNTED_ROUNDS = 4;

interface Cast {
  /** Shows the next frame on every avatar. */
  next(): void;
}

/** Some seconds of an agent that smiles, looks about and speaks, sampled beforehand. */
function sampleFrames(count: number): AvatarFrame[] {
  let state: AgentState = initialState({ seed: 1, language: 'en', character: DEFAULT_CHARACTER });
  return Array.from({ length: count }, (_, index) => {
    const at = index * DELTA;
    if (index % 4 === 0) [state] = step(state, { type: 'signal', at, signal: fakeFace(at, { smile: 0.5 + 0.5 * Math.sin(at) }) });
    if (index % 6 === 0) [state] = step(state, { type: 'tick', at });
    const frame = createAvatarFrame();
    samplePerformance(state.performance, at, 1, frame);
    frame.speaking = index % 200 < 100;
    if (frame.speaking) frame.mouth.aa = 0.5 + 0.5 * Math.sin(20 * at);
    return frame;
  });
}

async function driven(file: () => ArrayBuffer, count: number, frames: readonly AvatarFrame[]): Promise<Cast> {
  const scene = new Scene();
  const drivers: VrmDriver[] = [];
  for (let index = 0; index < count; index += 1) {
    const driver = createVrmDriver(await loadAvatar(file()));
    scene.add(driver.object);
    drivers.push(driver);
  }
  const eyes = new Vector3(0.3, 1.6, 1.5);
  let at = 0;
  return {
    next() {
      const frame = frames[at]!;
      at = (at + 1) % frames.length;
      for (let index = 0; index < drivers.length; index += 1) {
        drivers[index]!.setEyes(eyes);
        drivers[index]!.apply(frame, DELTA);
      }
    },
  };
}

/** The same avatars as three-vrm moves them, with a target to look at and three expressions. */
async function bare(file: () => ArrayBuffer, count: number): Promise<Cast> {
  const scene = new Scene();
  const target = new Object3D();
  target.position.set(0.3, 1.6, 1.5);
  scene.add(target);
  const vrms: VRM[] = [];
  for (let index = 0; index < count; index += 1) {
    const { vrm } = await loadAvatar(file());
    if (vrm.lookAt) vrm.lookAt.target = target;
    scene.add(vrm.scene);
    vrms.push(vrm);
  }
  let at = 0;
  return {
    next() {
      at += 1;
      for (let index = 0; index < vrms.length; index += 1) {
        const { expressionManager } = vrms[index]!;
        expressionManager?.setValue('happy', 0.3);
        expressionManager?.setValue('aa', 0.5 + 0.5 * Math.sin(at));
        expressionManager?.setValue('blink', 0.2);
        vrms[index]!.update(DELTA);
      }
    },
  };
}

/** Milliseconds a frame. */
function time(cast: Cast, frames: number): number {
  const begun = performance.now();
  for (let frame = 0; frame < frames; frame += 1) cast.next();
  return (performance.now() - begun) / frames;
}

/** Bytes a frame, by how the heap grows while nothing is collected: the least of some rounds, as compilers allocate too. */
function allocated(cast: Cast): number {
  time(cast, WARM_UP);
  const rounds = Array.from({ length: COUNTED_ROUNDS }, () => {
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    time(cast, COUNTED_FRAMES);
    return (process.memoryUsage().heapUsed - before) / COUNTED_FRAMES;
  });
  return Math.min(...rounds);
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const frames = sampleFrames(600);
const nothing: Cast = { next() {} };
for (const id of SHIPPED) {
  for (const level of ['light', 'full'] as const) {
    const file = (): ArrayBuffer => shippedAvatar(id, level);
    const [driver, alone, none] = [allocated(await driven(file, 1, frames)), allocated(await bare(file, 1)), allocated(nothing)];
    console.log(`${id}, ${level}: over ${COUNTED_FRAMES} frames the driver allocates ${driver.toFixed(1)} bytes a frame, vrm.update() alone ${alone.toFixed(1)}, an empty loop ${none.toFixed(1)} (bar: none)`);
  }
  const file = (): ArrayBuffer => shippedAvatar(id);
  for (const count of [1, 5, 20]) {
    const casts = { driver: await driven(file, count, frames), alone: await bare(file, count) };
    const costs = { driver: [] as number[], alone: [] as number[], ratio: [] as number[] };
    for (let round = -10; round < ROUNDS; round += 1) {
      const [driver, alone] = [time(casts.driver, FRAMES_PER_ROUND), time(casts.alone, FRAMES_PER_ROUND)];
      if (round < 0) continue;
      costs.driver.push(driver);
      costs.alone.push(alone);
      costs.ratio.push(driver / alone);
    }
    const ratio = median(costs.ratio);
    console.log(`${id} x ${count}: driver ${median(costs.driver).toFixed(4)} ms a frame, vrm.update() alone ${median(costs.alone).toFixed(4)} ms: ${ratio.toFixed(2)} times (bar: at most 1.5)`);
  }
}
