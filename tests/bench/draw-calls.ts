import { loadAvatar } from 'attune/three';
import { AmbientLight, PerspectiveCamera, Scene, WebGLRenderer } from 'three';
import './long-tasks.ts';

/** Draws every avatar named in the address once, whole, and tells what that took. */

const renderer = new WebGLRenderer({ antialias: false });
renderer.setSize(64, 64);
const camera = new PerspectiveCamera(30, 1, 0.1, 20);
camera.position.set(0, 1, 5);
const drawn: Record<string, { calls: number; triangles: number }> = {};
for (const file of new URLSearchParams(location.search).getAll('avatar')) {
  const avatar = await loadAvatar(file);
  const scene = new Scene();
  scene.add(avatar.vrm.scene, new AmbientLight());
  renderer.render(scene, camera);
  const { calls, triangles } = renderer.info.render;
  drawn[file] = { calls, triangles };
  avatar.dispose();
}
renderer.dispose();
window.figures = { longTasks: [], drawn };
