/** Hands a file to the player as a download. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download reads the address after this task.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export type Cell = number | string | null;

/** Saves rows as comma-separated values. */
export function saveCsv(name: string, head: readonly string[], rows: readonly (readonly Cell[])[]): void {
  saveFile(name, new Blob([formatCsv([head, ...rows])], { type: 'text/csv' }));
}

/** At the beginning of a file it says UTF-8: without it some spreadsheets show Chinese as gibberish. */
export const UTF8_MARK = '\uFEFF';

/**
 * Writes rows as comma-separated values (RFC 4180); null is an empty cell. Words that a spreadsheet would run as a formula
 * get an apostrophe before them (OWASP, CSV injection).
 */
export function formatCsv(rows: readonly (readonly Cell[])[]): string {
  const safe = (cell: string): string => (/^[=+\-@\t\r＝＋－＠]/.test(cell) && !/^[+-]?\d+(?:[.,]\d+)?$/.test(cell) ? `'${cell}` : cell);
  const quoted = (cell: string): string => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => `${row.map((cell) => (typeof cell === 'string' ? quoted(safe(cell)) : String(cell ?? ''))).join(',')}\n`).join('');
}

/** Saves a drawing as a picture, with the colours that it has on this page now. */
export function saveSvgAsPng(name: string, svg: SVGSVGElement, scale = 2): void {
  const { width, height } = svg.getBoundingClientRect();
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [from, to] = [svg.querySelectorAll('*'), copy.querySelectorAll<SVGElement>('*')];
  to.forEach((element, index) => {
    const source = from[index];
    if (!source) return;
    const style = getComputedStyle(source);
    for (const key of ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'fill-opacity', 'stroke-linecap', 'stroke-linejoin', 'opacity', 'font', 'text-anchor', 'paint-order']) element.style.setProperty(key, style.getPropertyValue(key));
  });
  copy.setAttribute('width', String(width * scale));
  copy.setAttribute('height', String(height * scale));
  const picture = new Image();
  picture.addEventListener('load', () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [width * scale, height * scale];
    const pen = canvas.getContext('2d');
    if (!pen) return;
    pen.fillStyle = getComputedStyle(document.body).backgroundColor;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0);
    canvas.toBlob((blob) => blob && saveFile(name, blob));
  });
  picture.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
}
