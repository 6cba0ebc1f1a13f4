/** One picture of a sheet. */
export interface Cell {
  readonly label: string;
  readonly draw: (pen: CanvasRenderingContext2D, x: number, y: number) => Promise<void>;
}

const MARGIN = 8;
const CAPTION = 22;
const PAPER = '#fbf8f3';
const INK = '#4a443d';

/** Lays pictures of one size out in rows, each with its caption below, and gives the whole as a WebP data URL. */
export async function layOut(cells: readonly Cell[], columns: number, width: number, height: number): Promise<string> {
  const sheet = document.createElement('canvas');
  sheet.width = MARGIN + columns * (width + MARGIN);
  sheet.height = MARGIN + Math.ceil(cells.length / columns) * (height + CAPTION + MARGIN);
  const pen = sheet.getContext('2d');
  if (!pen) throw new Error('Expected a canvas to lay pictures out on, but the browser gave none. Close other pages and try again.');
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, sheet.width, sheet.height);
  pen.font = '13px sans-serif';
  pen.textAlign = 'center';
  for (const [index, { label, draw }] of cells.entries()) {
    const x = MARGIN + (index % columns) * (width + MARGIN);
    const y = MARGIN + Math.floor(index / columns) * (height + CAPTION + MARGIN);
    await draw(pen, x, y);
    pen.fillStyle = INK;
    pen.fillText(label, x + width / 2, y + height + 15);
  }
  return sheet.toDataURL('image/webp', 0.86);
}
