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

/** Saves rows as comma-separated values (RFC 4180); null is an empty cell. */
export function saveCsv(name: string, head: readonly string[], rows: readonly (readonly Cell[])[]): void {
  const write = (cell: Cell): string => (typeof cell === 'string' && /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : String(cell ?? ''));
  const lines = [head, ...rows].map((row) => row.map(write).join(','));
  saveFile(name, new Blob([`${lines.join('\n')}\n`], { type: 'text/csv' }));
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
    for (const key of ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'font', 'text-anchor']) element.style.setProperty(key, style.getPropertyValue(key));
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
