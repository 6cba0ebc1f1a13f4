import { createNotebook } from 'attune/memory';
import { type AssistantOwn, type AssistantState, createAssistant, createWhenReader } from 'attune/scenario';
import file from '../../../../scenarios/assistant/scenario.json';
import { forget, openKept } from '../kept-here.ts';
import type { ScenePack } from '../scene-pack.ts';
import { yesOrNo } from '../yes-or-no.ts';
import { AssistantPanel } from './panel.tsx';
import { words } from './words.ts';

/** The assistant with its user's notebook, which lasts as long as the page unless they chose otherwise. */
export async function openAssistant(): Promise<ScenePack<AssistantState, undefined, AssistantOwn>> {
  const notebook = openKept('attune-notebook', createNotebook);
  const assistant = createAssistant({ notebook, readWhen: await createWhenReader() });
  return {
    file, policy: assistant.policy, words, fill: assistant.fill,
    Panel: (props) => <AssistantPanel {...props} notebook={notebook} assistant={assistant} />,
    forget: () => void forget(notebook),
    offered: ({ offered }) => (offered ? [offered] : []),
    choices: ({ policy: { offered } }, content) => yesOrNo(offered !== null, content),
  };
}
