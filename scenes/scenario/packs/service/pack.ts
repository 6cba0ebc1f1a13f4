import { servicePolicy, type ServiceState } from 'attune/scenario';
import file from '../../../../scenarios/service/scenario.json';
import type { ScenePack } from '../scene-pack.ts';
import { ServicePanel } from './panel.tsx';
import { words } from './words.ts';

/** The help desk: the caller's side and the desk's. */
export const service: ScenePack<ServiceState> = {
  file, policy: servicePolicy, words, Panel: ServicePanel,
  offered: ({ offered }) => offered,
  choices: ({ policy: { offered } }, { intents }) => offered.flatMap((intent) => intents.find(({ id }) => id === intent)?.title ?? []).map((says) => ({ says })),
};
