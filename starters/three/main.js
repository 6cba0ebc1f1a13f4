import { createAgent } from 'attune/three';
import { AmbientLight, DirectionalLight, PerspectiveCamera, Scene, Timer, WebGLRenderer } from 'three';

const scene = new Scene();
const sun = new DirectionalLight('#fff4ea', 2.5);
sun.position.set(-1.2, 2.6, 3);
scene.add(sun, new AmbientLight('#fff1e6', 0.55));

const camera = new PerspectiveCamera(26, 1, 0.1, 20);
camera.position.set(0, 1.4, 1.9);
const renderer = new WebGLRenderer({ antialias: true, alpha: true });
document.body.prepend(renderer.domElement);
const fit = () => {
  renderer.setSize(innerWidth, innerHeight);
  camera.aspect = innerWidth / innerHeight;
  camera.updateProjectionMatrix();
};
addEventListener('resize', fit);
fit();

const [caption, feeling, talk, senses] = ['caption', 'feeling', 'talk', 'senses'].map((id) => document.getElementById(id));
const fail = ({ message }) => { caption.textContent = message; };

// `events` are your game's own names for what happens in it: agent.observe({ event: 'level-failed' })
createAgent({ character: 'mira', camera, renderer, events: { 'level-failed': 'lost', 'level-won': 'won' } }).then((agent) => {
  scene.add(agent.object);
  caption.textContent = '';
  agent.on('caption', ({ speaker, text }) => { caption.textContent = `${speaker === 'agent' ? 'Mira' : 'You'}: ${text}`; });
  agent.on('feeling', ({ category }) => { feeling.textContent = category ? `You appear to feel: ${category}` : ''; });
  agent.on('problem', fail);
  talk.addEventListener('submit', (event) => {
    event.preventDefault();
    agent.say(talk.text.value);
    talk.reset();
  });
  senses.addEventListener('click', () => { agent.open('face'); agent.open('voice'); senses.remove(); });

  const timer = new Timer();
  renderer.setAnimationLoop((time) => {
    agent.update(timer.update(time).getDelta());
    renderer.render(scene, camera);
  });
}, fail);
