import { createAudioHub, type AudioHub } from 'attune/browser';
import { createAgent, type SceneAgent } from 'attune/three';
import type { Query } from './query.ts';
import type { Happening } from './rules/night.ts';
import { PIP, type Stage } from './view/stage.ts';
import { language } from './words.ts';

export interface Companion {
  readonly agent: SceneAgent;
  readonly audio: AudioHub;
  /** Tells Pip what happened; how many lights were caught in a row, and nights lost. */
  tell(happening: Happening, streak: number, lost: number): void;
}

/** Nobody wants to be cheered at for every light: so many in a row are worth a word, and not again for so long. */
const WORTH_A_WORD = 5;
const AGAIN_AFTER = 15;

/** Pip, who stands beside the game, sees what happens in it, and answers it. */
export async function invitePip({ assets, low, seed }: Query, { scene, camera, renderer, jar }: Stage): Promise<Companion> {
  const audio = createAudioHub();
  const agent = await createAgent({
    character: 'pip', assets, avatar: `${assets}avatars/pip/avatar${low ? '.light' : ''}.vrm`, seed, language, audio, camera, renderer,
    // The game's own words for what happens, and what each means for the player.
    events: { 'night-won': 'won', 'night-lost': 'lost', 'lost-again': 'stuck', streak: 'progress', burr: 'startled' },
  });
  agent.object.position.set(PIP.x, 0, PIP.z);
  agent.object.rotation.y = PIP.turn;
  scene.add(agent.object);

  // Pip follows the game, and looks at you to talk.
  agent.lookAt(jar.object);
  agent.on('speaking', (speaking) => agent.lookAt(speaking ? null : jar.object));

  let cheered = -Infinity;
  return {
    agent, audio,
    tell({ what }, streak, lost) {
      const now = agent.state.at;
      if (what === 'won') agent.observe({ event: 'night-won' });
      else if (what === 'lost') agent.observe({ event: lost > 1 ? 'lost-again' : 'night-lost' });
      else if (what === 'burr') agent.observe({ event: 'burr' });
      else if (what === 'caught' && streak >= WORTH_A_WORD && now - cheered > AGAIN_AFTER) {
        cheered = now;
        agent.observe({ event: 'streak' });
      }
    },
  };
}
