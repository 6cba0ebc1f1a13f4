import type { SceneAgent } from 'attune/three';

type OpenSense = Parameters<SceneAgent['open']>[0];

/** Lets two switches of a form open and close camera and microphone, and show how they stand. */
export function bindSenses(form: HTMLFieldSetElement, agent: SceneAgent): void {
  for (const box of form.querySelectorAll<HTMLInputElement>('input')) {
    const sense = box.name as OpenSense;
    box.addEventListener('change', () => void (box.checked ? agent.open(sense) : agent.close(sense)));
    agent.on('sense', (told) => {
      if (told.sense === sense) box.checked = told.status === 'live' || told.status === 'starting';
    });
  }
}
