/** Text as it may stand in HTML and SVG. */
export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A coordinate with as few digits as a picture needs. */
export function at(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** A figure as the report writes it: three digits after the point. */
export function figure(value: number): string {
  return value.toFixed(3);
}

/** A picture that scales with its place; the description is what a screen reader says. */
export function picture(width: number, height: number, description: string, content: string): string {
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escape(description)}">${content}</svg>`;
}

/** Where the unit square of a chart lies in its picture, in the picture's own units. */
export interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Values at the bottom and top edge. */
  readonly low: number;
  readonly high: number;
}

export function xAt({ left, width }: Plot, share: number): number {
  return left + share * width;
}

export function yAt({ top, height, low, high }: Plot, value: number): number {
  return top + (1 - (value - low) / (high - low)) * height;
}

/** A line through points of [share of the width, value]. */
export function line(plot: Plot, points: readonly (readonly [x: number, y: number])[], kind: string): string {
  const path = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${at(xAt(plot, x))} ${at(yAt(plot, y))}`).join('');
  return `<path class="${kind}" d="${path}"/>`;
}

/** Grid, ticks and names of both axes. */
export function axes(plot: Plot, names: { readonly x: string; readonly y: string }, ticks: { readonly x: readonly number[]; readonly y: readonly number[] }): string {
  const bottom = plot.top + plot.height;
  const rows = ticks.y.map((value) => `<path class="grid" d="M${plot.left} ${at(yAt(plot, value))}h${plot.width}"/><text class="tick" x="${plot.left - 6}" y="${at(yAt(plot, value) + 3.5)}" text-anchor="end">${percent(value)}</text>`);
  const columns = ticks.x.map((share) => `<path class="grid" d="M${at(xAt(plot, share))} ${plot.top}v${plot.height}"/><text class="tick" x="${at(xAt(plot, share))}" y="${bottom + 15}" text-anchor="middle">${percent(share)}</text>`);
  return `${rows.join('')}${columns.join('')}
<text class="axis" x="${at(plot.left + plot.width / 2)}" y="${bottom + 32}" text-anchor="middle">${escape(names.x)}</text>
<text class="axis" transform="translate(12 ${at(plot.top + plot.height / 2)}) rotate(-90)" text-anchor="middle">${escape(names.y)}</text>`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
