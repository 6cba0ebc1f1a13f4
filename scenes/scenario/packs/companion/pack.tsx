import { createDiary } from 'attune/memory';
import { type CompanionMore, type CompanionOwn, companionPolicy, type CompanionState } from 'attune/scenario';
import file from '../../../../scenarios/companion/scenario.json';
import { forget, openKept } from '../kept-here.ts';
import type { ScenePack } from '../scene-pack.ts';
import { yesOrNo } from '../yes-or-no.ts';
import { CompanionPanel } from './panel.tsx';
import { words } from './words.ts';

/** The companion with its user's diary, which lasts as long as the page unless they chose otherwise. */
export function openCompanion(): ScenePack<CompanionState, CompanionMore, CompanionOwn> {
  const diary = openKept('attune-diary', createDiary);
  return {
    file, policy: companionPolicy, words,
    Panel: (props) => <CompanionPanel {...props} diary={diary} />,
    forget: () => void forget(diary),
    offered: ({ offered }) => (offered ? [offered] : []),
    choices: ({ policy: { offered } }, content) => yesOrNo(offered !== null, content),
  };
}
