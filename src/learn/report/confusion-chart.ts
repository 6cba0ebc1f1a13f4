import type { Confusion } from '../metrics/classification.ts';
import { at, escape, picture } from './svg.ts';

const WIDTH = 360;
const LEFT = 70;
/** The slanted head of the last column ends here. */
const RIGHT = 30;
const TOP = 68;
const CELL_HEIGHT = 27;

/** Heat map: a row for each true class, a column for what was chosen; a hatched last column for the undetected. */
export function confusionChart(classes: readonly string[], confusion: Confusion): string {
  const columns = [...classes, 'unknown'];
  const width = (WIDTH - LEFT - RIGHT) / columns.length;
  const heads = columns.map((name, column) =>
    `<text class="label" transform="translate(${at(LEFT + (column + 0.5) * width + 3)} ${TOP - 6}) rotate(-55)">${escape(name)}</text>`);
  const rows = classes.map((name, row) => {
    const counts = confusion[row] ?? [];
    const total = counts.reduce((sum, count) => sum + count, 0);
    const y = TOP + row * CELL_HEIGHT;
    const cells = counts.map((count, column) => {
      const share = total === 0 ? 0 : count / total;
      const place = `x="${at(LEFT + column * width + 0.5)}" y="${y + 0.5}" width="${at(width - 1)}" height="${CELL_HEIGHT - 1}"`;
      const unknown = column === classes.length;
      const fill = `<rect class="cell" ${place}/>${unknown ? `<rect fill="url(#hatch)" ${place}/>` : ''}<rect class="${unknown ? 'heat-unknown' : 'heat'}" fill-opacity="${share.toFixed(3)}" ${place}/>`;
      const kind = count === 0 ? 'count none' : 'count';
      return `<g><title>${escape(name)} read as ${escape(columns[column] ?? '')}: ${count} of ${total}</title>${fill}<text class="${kind}" x="${at(LEFT + (column + 0.5) * width)}" y="${at(y + CELL_HEIGHT / 2 + 3.6)}" text-anchor="middle">${count}</text></g>`;
    });
    return `<text class="label" x="${LEFT - 6}" y="${at(y + CELL_HEIGHT / 2 + 3.6)}" text-anchor="end">${escape(name)}</text>${cells.join('')}`;
  });
  const hatch = '<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatching" d="M0 0v6"/></pattern></defs>';
  return picture(WIDTH, TOP + classes.length * CELL_HEIGHT + 2, `Confusion matrix of ${classes.length} classes`, `${hatch}${heads.join('')}${rows.join('')}`);
}
