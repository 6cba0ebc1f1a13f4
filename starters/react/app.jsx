import { Canvas } from '@react-three/fiber';
import { Agent } from 'attune/react';
import { useState } from 'react';

// Your game's own names for what happens in it: agent.observe({ event: 'level-failed' })
const EVENTS = { 'level-failed': 'lost', 'level-won': 'won' };

// The rotation keeps the camera level; without one it looks at the floor's middle.
const CAMERA = { fov: 26, position: [0, 1.4, 1.9], rotation: [0, 0, 0] };

export function App() {
  const [agent, setAgent] = useState(null);
  const [caption, setCaption] = useState('Mira is on the way.');
  const [feeling, setFeeling] = useState(null);
  const [senses, setSenses] = useState([]);
  const fail = ({ message }) => setCaption(message);
  const talk = (form) => agent?.say(form.get('text'));

  return (
    <>
      <Canvas flat camera={CAMERA}>
        <directionalLight color="#fff4ea" intensity={2.5} position={[-1.2, 2.6, 3]} />
        <ambientLight color="#fff1e6" intensity={0.55} />
        <Agent
          character="mira" events={EVENTS} senses={senses}
          onAgent={(made) => { setAgent(made); setCaption(''); }}
          onCaption={({ speaker, text }) => setCaption(`${speaker === 'agent' ? 'Mira' : 'You'}: ${text}`)}
          onFeeling={({ category }) => setFeeling(category)}
          onProblem={fail} onError={fail}
        />
      </Canvas>
      <div id="panel">
        <p role="status">{feeling && `You appear to feel: ${feeling}`}</p>
        <p aria-live="polite">{caption}</p>
        <form action={talk}><input name="text" aria-label="Say something" placeholder="Say something" autoComplete="off" /></form>
        {/* Pressing it is the player's consent: say what is read, and that it stays on the device. */}
        {senses.length === 0 && <button onClick={() => setSenses(['face', 'voice'])}>Let Mira see and hear me, on this device only</button>}
      </div>
    </>
  );
}
