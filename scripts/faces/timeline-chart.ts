import { type AffectState, type Belief, type Emotion, EMOTIONS, type Seconds, UNKNOWN_VARIANCE } from '../../src/core/index.ts';
import { at, escape } from '../../src/learn/report/svg.ts';
import type { Believed } from './follow-film.ts';

/** What somebody saw in a stretch of a film. */
export interface Scene {
  readonly from: Seconds;
  readonly to: Seconds;
  readonly label: string;
}

const WIDTH = 1120;
const PLOT = { left: 104, width: WIDTH - 104 - 24 } as const;
const SCENES = { top: 52, height: 34 } as const;
const VALENCE = { top: 112, height: 130 } as const;
const AROUSAL = { top: 268, height: 130 } as const;
const LANES = { top: 424, height: 34, gap: 8 } as const;
const HEIGHT = LANES.top + EMOTIONS.length * (LANES.height + LANES.gap) + 52;
const TICK: Seconds = 2.5;

/** Okabe and Ito (2008): told apart by the colour-blind too. */
const COLOUR_OF: Readonly<Record<Emotion, string>> = {
  neutral: '#7a7a7a', happiness: '#e69f00', surprise: '#56b4e9', sadness: '#0072b2', anger: '#d55e00', disgust: '#009e73', fear: '#cc79a7', contempt: '#b8a800',
};
const [VALENCE_COLOUR, AROUSAL_COLOUR] = ['#0072b2', '#d55e00'];

/** Nothing is drawn of a state that claims nothing. */
const known = ({ phase, estimate }: AffectState): boolean => phase !== 'absent' && estimate.valence.variance < 0.98 * UNKNOWN_VARIANCE;

/**
 * Draws how an estimate moves through a film: valence and arousal with their bands of one standard
 * deviation, and the probability of each emotion in a lane; gaps where nothing is known.
 */
export function timelineChart(title: string, believed: readonly Believed[], scenes: readonly Scene[]): string {
  const end = Math.max(...scenes.map(({ to }) => to));
  const x = (time: Seconds): number => PLOT.left + (time / end) * PLOT.width;
  const runs = knownRuns(believed);
  const dimension = (name: string, unit: readonly [low: string, high: string], { top, height }: { top: number; height: number }, colour: string, of: (state: AffectState) => Belief): string => {
    const y = (value: number): number => top + (1 - Math.max(-1, Math.min(1, value))) / 2 * height;
    const grid = [-1, 0, 1].map((value) => `<path class="grid" d="M${PLOT.left} ${at(y(value))}h${PLOT.width}"/><text class="tick" x="${PLOT.left - 8}" y="${at(y(value) + 4)}" text-anchor="end">${value > 0 ? '+' : ''}${value}</text>`).join('');
    const drawn = runs.map((run) => {
      const points = run.map(({ at: time, affect }) => ({ x: x(time), ...of(affect) }));
      const upper = points.map((p) => `${at(p.x)} ${at(y(p.mean + Math.sqrt(p.variance)))}`);
      const lower = points.map((p) => `${at(p.x)} ${at(y(p.mean - Math.sqrt(p.variance)))}`).toReversed();
      return `<path d="M${[...upper, ...lower].join('L')}Z" fill="${colour}" opacity="0.18"/><path d="M${points.map((p) => `${at(p.x)} ${at(y(p.mean))}`).join('L')}" fill="none" stroke="${colour}" stroke-width="2"/>`;
    }).join('');
    return `<text class="name" x="${PLOT.left}" y="${top - 8}">${name} (${unit[0]} -1 to ${unit[1]} +1, band: one standard deviation)</text>${grid}${drawn}`;
  };
  const lanes = EMOTIONS.map((emotion, index) => {
    const top = LANES.top + index * (LANES.height + LANES.gap);
    const bottom = top + LANES.height;
    const areas = runs.map((run) => {
      const points = run.map(({ at: time, affect }) => `${at(x(time))} ${at(bottom - affect.estimate.emotions[emotion] * LANES.height)}`);
      return `<path d="M${at(x(run[0]!.at))} ${bottom}L${points.join('L')}L${at(x(run.at(-1)!.at))} ${bottom}Z" fill="${COLOUR_OF[emotion]}" opacity="0.75"/>`;
    }).join('');
    return `<text class="lane" x="${PLOT.left - 8}" y="${bottom - 10}" text-anchor="end">${emotion}</text><path class="grid" d="M${PLOT.left} ${top}h${PLOT.width}M${PLOT.left} ${bottom}h${PLOT.width}"/>${areas}`;
  }).join('');
  const blocks = scenes.map(({ from, to, label }, index) => `<rect x="${at(x(from))}" y="${SCENES.top}" width="${at(x(to) - x(from))}" height="${SCENES.height}" fill="${index % 2 === 0 ? '#eef1f4' : '#f8f9fa'}"/><text class="scene" x="${at((x(from) + x(to)) / 2)}" y="${SCENES.top + 21}" text-anchor="middle">${escape(label)}</text>`).join('');
  const bottom = HEIGHT - 48;
  const edges = [...scenes.map(({ from }) => from), end].map((time) => `<path class="scene-edge" d="M${at(x(time))} ${SCENES.top}V${bottom}"/>`).join('');
  const times = Array.from({ length: Math.round(end / TICK) + 1 }, (_, index) => index * TICK);
  const clock = times.map((time) => `<path class="grid" d="M${at(x(time))} ${bottom}v4"/><text class="tick" x="${at(x(time))}" y="${bottom + 16}" text-anchor="middle">${minutes(time)}</text>`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escape(title)}">
<style>text{font-family:system-ui,sans-serif;fill:#333}.title{font-size:17px;font-weight:600}.name{font-size:13px;font-weight:600;paint-order:stroke;stroke:#fff;stroke-width:5px}.lane,.scene{font-size:13px}.tick{font-size:11px;fill:#666}.grid{stroke:#d8dce0;fill:none}.scene-edge{stroke:#c4c9ce;stroke-dasharray:2 3;fill:none}</style>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
<text class="title" x="${PLOT.left}" y="24">${escape(title)}</text>
<text class="tick" x="${PLOT.left}" y="42">what one person saw in the pictures, by eye:</text>
${blocks}
${edges}
${dimension('Valence', ['unpleasant', 'pleasant'], VALENCE, VALENCE_COLOUR, ({ estimate }) => estimate.valence)}
${dimension('Arousal', ['calm', 'excited'], AROUSAL, AROUSAL_COLOUR, ({ estimate }) => estimate.arousal)}
<text class="name" x="${PLOT.left}" y="${LANES.top - 8}">Probability of each emotion (lane: 0 to 1)</text>
${lanes}
${clock}
<text class="tick" x="${PLOT.left + PLOT.width / 2}" y="${HEIGHT - 12}" text-anchor="middle">time in the film (minutes:seconds)</text>
</svg>
`;
}

/** Stretches in which something is known. */
function knownRuns(believed: readonly Believed[]): Believed[][] {
  const runs: Believed[][] = [];
  let open = false;
  for (const each of believed) {
    if (!known(each.affect)) {
      open = false;
      continue;
    }
    if (!open) runs.push([]);
    runs.at(-1)?.push(each);
    open = true;
  }
  return runs;
}

function minutes(time: Seconds): string {
  const tenths = Math.round(time * 10);
  return `${Math.floor(tenths / 600)}:${String(Math.floor(tenths / 10) % 60).padStart(2, '0')}${tenths % 10 === 0 ? '' : `.${tenths % 10}`}`;
}
