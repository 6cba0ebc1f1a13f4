import { createTable, type SocialMore, type SocialOwn, socialPolicy, type SocialState } from 'attune/scenario';
import file from '../../../../scenarios/social/scenario.json';
import type { ScenePack } from '../scene-pack.ts';
import { createFaces } from './faces.ts';
import { relayIn } from './join-relay.ts';
import { SocialPanel } from './panel.tsx';
import { words } from './words.ts';

/** The host with a table, whose names and words last as long as the visit. */
export function openSocial(): ScenePack<SocialState, SocialMore, SocialOwn> {
  const table = createTable();
  const faces = createFaces();
  const relay = relayIn(location.search, location.href);
  return {
    file, policy: socialPolicy, words,
    Panel: (props) => <SocialPanel {...props} table={table} faces={faces} relay={relay} />,
    fill: (state, language) => table.fill(state, language),
    sources: (assets) => ({ face: () => faces.source(assets) }),
  };
}
