import { createAudioHub } from 'attune/browser';
import { createAgent, type VrmDriver } from 'attune/three';
import { createEncounter, createPlacement } from 'attune/xr';
import { AmbientLight, DirectionalLight, PerspectiveCamera, Scene, Timer, WebGLRenderer } from 'three';
import '../../../scenes/xr/handle.ts';

/** An agent in a headset as a game in plain three.js has it: no React, no framework. */
const renderer = new WebGLRenderer({ antialias: false, alpha: true });
renderer.setSize(innerWidth, innerHeight);
renderer.xr.enabled = true;
renderer.xr.setReferenceSpaceType('local-floor');
renderer.xr.setFoveation(1);
document.body.append(renderer.domElement);

const scene = new Scene();
scene.add(new AmbientLight('#fff1e6', 0.9), new DirectionalLight('#fff4ea', 2));
const camera = new PerspectiveCamera(30, innerWidth / innerHeight, 0.05, 40);
camera.position.set(0, 1.4, 1.6);

const audio = createAudioHub();
let release = (): void => undefined;
// Nobody is asked here, so neither camera nor microphone is opened.
const agent = await createAgent({ assets: './attune/', avatar: './attune/avatars/mira/avatar.light.vrm', camera, renderer, audio, text: null });
scene.add(agent.object);
const encounter = createEncounter({
  agent, driver: agent.rig as VrmDriver, renderer, camera,
  onAttention(attentive) {
    release();
    release = attentive ? () => undefined : audio.hold();
  },
});
const placement = createPlacement(renderer, camera);
const timer = new Timer();

renderer.setAnimationLoop(() => {
  timer.update();
  encounter.update();
  if (encounter.phase === 'waiting') placement.update();
  agent.update(timer.getDelta());
  renderer.render(scene, camera);
});

async function enter(mode: 'immersive-vr' | 'immersive-ar'): Promise<void> {
  void audio.open();
  const session = await navigator.xr!.requestSession(mode, { requiredFeatures: ['local-floor'], optionalFeatures: ['hand-tracking', 'hit-test'] });
  session.addEventListener('select', () => {
    if (encounter.phase === 'waiting' && placement.at) encounter.stand(placement.at);
  });
  await renderer.xr.setSession(session);
}

document.getElementById('vr')!.addEventListener('click', () => void enter('immersive-vr'));
document.getElementById('ar')!.addEventListener('click', () => void enter('immersive-ar'));
window.attuneXr = { agent, driver: agent.rig as VrmDriver, encounter, camera, audio };
