import { createFakeDialogue, createFakeSpeech, createManualClock, fakeFace, fakeVoice } from 'attune/testing';
import { createAgent, loadAvatar } from 'attune/three';
import { AmbientLight, Object3D, PerspectiveCamera, Scene, WebGLRenderer } from 'three';
import './long-tasks.ts';

/**
 * JavaScript's time for a frame: of an agent that is looked at, listened to and talked to, and of the same avatar moved by three-vrm alone.
 * The picture is tiny, so that a renderer in software holds nothing up; how the agent is perceived is not its frames' work, but a worker's.
 */

const DELTA = 1 / 60;
const FRAMES = 60;
const ROUNDS = 40;
const WARM_UP = 15;

const renderer = new WebGLRenderer({ antialias: false });
renderer.setSize(16, 16);
const camera = new PerspectiveCamera(30, 1, 0.1, 20);
camera.position.set(0, 1.3, 2.2);

interface Cost {
  readonly moving: number;
  readonly drawing: number;
  readonly calls: number;
  readonly triangles: number;
}

interface Cast {
  readonly scene: Scene;
  /** All that is done for a frame before it is drawn. */
  next(frame: number): void;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Medians of rounds, in milliseconds a frame. Clocks of browsers are coarse, so a round sums up what its frames took. */
async function measure({ scene, next }: Cast): Promise<Cost> {
  const moving: number[] = [];
  const drawing: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    let [moved, drawn] = [0, 0];
    for (let frame = 0; frame < FRAMES; frame += 1) {
      const begun = performance.now();
      next(frame);
      const between = performance.now();
      renderer.render(scene, camera);
      drawn += performance.now() - between;
      moved += between - begun;
    }
    // Words are found and said between two frames.
    await new Promise((resolve) => setTimeout(resolve));
    if (round < 0) continue;
    moving.push(moved / FRAMES);
    drawing.push(drawn / FRAMES);
  }
  const { calls, triangles } = renderer.info.render;
  return { moving: median(moving), drawing: median(drawing), calls, triangles };
}

async function bare(file: string): Promise<Cast> {
  const { vrm } = await loadAvatar(file);
  const scene = new Scene().add(vrm.scene, new AmbientLight());
  const target = new Object3D();
  target.position.copy(camera.position);
  scene.add(target);
  if (vrm.lookAt) vrm.lookAt.target = target;
  return {
    scene,
    next(frame) {
      vrm.expressionManager?.setValue('happy', 0.3);
      vrm.expressionManager?.setValue('aa', 0.5 + 0.5 * Math.sin(frame / 3));
      vrm.expressionManager?.setValue('blink', 0.2);
      vrm.update(DELTA);
    },
  };
}

/** Looked at 15 times and heard 4 times a second, talked to every second; time passes for its core ten times a second, in these frames too. */
async function attuned(file: string): Promise<Cast> {
  const clock = createManualClock();
  const agent = await createAgent({ clock, avatar: file, character: {}, speech: createFakeSpeech(), text: null, dialogue: createFakeDialogue(), playSound: null, camera, renderer });
  const scene = new Scene().add(agent.object, new AmbientLight());
  return {
    scene,
    next(frame) {
      clock.advance(DELTA);
      const at = clock.now();
      if (frame % 4 === 0) agent.dispatch({ type: 'signal', at, signal: fakeFace(at, { smile: 0.5 + 0.5 * Math.sin(at) }) });
      if (frame % 15 === 0) agent.dispatch({ type: 'signal', at, signal: fakeVoice(at, { loudness: -30 + 5 * Math.sin(at) }) });
      if (frame === 0) agent.say('I had a long day, but it ended well');
      agent.update(DELTA);
    },
  };
}

const figures: Record<string, { readonly bare: Cost; readonly agent: Cost }> = {};
for (const file of new URLSearchParams(location.search).getAll('avatar')) {
  const casts = [await bare(file), await attuned(file)] as const;
  figures[file] = { bare: await measure(casts[0]), agent: await measure(casts[1]) };
}
renderer.dispose();
window.figures = { longTasks: [], frames: figures };
