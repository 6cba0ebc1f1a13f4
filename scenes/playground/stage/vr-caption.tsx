import { useAgent } from 'attune/react';
import { useMemo, useSyncExternalStore } from 'react';
import { SRGBColorSpace } from 'three';

/** In metres, and its texture in pixels: about 25 pixels a degree at arm's length. */
const SIZE = [0.72, 0.18] as const;
const PIXELS = [1152, 288] as const;
const FONT = 44;

/** The newest words on a card before the chest, since a page's captions aren't seen in a headset. */
export function VrCaption({ height }: { height: number }) {
  const agent = useAgent();
  const captions = useSyncExternalStore(agent.subscribe, () => agent.captions);
  const text = captions.at(-1)?.text ?? '';
  const card = useMemo(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = PIXELS;
    const pen = canvas.getContext('2d');
    if (pen) writeCaption(pen, text);
    return canvas;
  }, [text]);
  if (text === '') return null;
  return (
    <mesh position={[0, height, 0.28]}>
      <planeGeometry args={[...SIZE]} />
      <meshBasicMaterial transparent>
        <canvasTexture key={text} attach="map" args={[card]} colorSpace={SRGBColorSpace} />
      </meshBasicMaterial>
    </mesh>
  );
}

function writeCaption(pen: CanvasRenderingContext2D, text: string): void {
  const [width, height] = PIXELS;
  const family = getComputedStyle(document.body).fontFamily;
  pen.clearRect(0, 0, width, height);
  pen.fillStyle = 'rgb(28 26 23 / 86%)';
  pen.beginPath();
  pen.roundRect(0, 0, width, height, 40);
  pen.fill();
  pen.fillStyle = '#ece7e1';
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  let size = FONT;
  let lines: string[];
  do {
    pen.font = `600 ${size}px ${family}`;
    lines = wrap(pen, text, width - 80);
    size -= 4;
  } while (lines.length * size * 1.35 > height - 40 && size > 20);
  const lead = (size + 4) * 1.35;
  lines.forEach((line, index) => pen.fillText(line, width / 2, height / 2 + (index - (lines.length - 1) / 2) * lead));
}

/** Breaks at spaces, and between any two characters in Chinese. */
function wrap(pen: CanvasRenderingContext2D, text: string, width: number): string[] {
  const pieces = text.match(/\p{Script=Han}[，。？！、；：]?|[^\s\p{Script=Han}]+\s*/gu) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && pen.measureText(line + piece).width > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
}
