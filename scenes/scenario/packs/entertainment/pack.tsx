import { createEntertainmentPolicy, type EntertainmentOwn, entertainmentPolicy, type EntertainmentState, fillShow, languagesOf, parsePack, readShow, type Show, showProgress } from 'attune/scenario';
import file from '../../../../scenarios/entertainment/scenario.json';
import type { Choice, ScenePack } from '../scene-pack.ts';
import { EntertainmentPanel } from './panel.tsx';
import { words } from './words.ts';

/** What may be said by pressing it, where no choice of the story is open. */
const SAID = { open: ['say-story', 'say-quiz'], question: ['say-pass'], break: ['say-go-on'], ended: ['say-again', 'say-quiz'], scene: [] } as const;

/** The evening as this page runs it. Only in the mode `emotion` its director goes by feelings, too. */
export function openEntertainment(): ScenePack<EntertainmentState, Show, EntertainmentOwn> {
  const pack = parsePack(file);
  const show = readShow(pack.more, languagesOf(pack)).more!;
  return {
    file, words, policy: entertainmentPolicy,
    policyIn: (mode) => (mode === 'emotion' ? entertainmentPolicy : createEntertainmentPolicy({ feelings: false })),
    Panel: (props) => <EntertainmentPanel {...props} show={show} />,
    // A way is also taken by its place: the second one.
    offered: ({ stage, scene }) => (stage === 'scene' ? (show.scenes.find(({ id }) => id === scene)?.choices ?? []).map((_, at) => `way-${at + 1}`) : []),
    fill: fillShow,
    choices(state, content, language): readonly Choice[] {
      const { scene, stage } = showProgress(state, show, language);
      return (scene?.choices ?? SAID[stage].flatMap((name) => content.lines[name]?.[0] ?? [])).map((says) => ({ says }));
    },
  };
}
