import { Image, Text } from '@react-three/uikit';
import { useEffect, useMemo } from 'react';
import { CanvasTexture, LinearFilter, LinearMipmapLinearFilter, SRGBColorSpace } from 'three';
import { hasLetters, INK } from './look.ts';

interface WordsProps {
  readonly children: string;
  /** Height of the letters, in millimetres. */
  readonly size: number;
  /** The widest that a line may be, in millimetres. */
  readonly width: number;
  readonly color?: string;
  readonly weight?: 'medium' | 'semi-bold';
}

/** Pixels of a drawn text for a millimetre: 25 for a degree at arm's length. */
const PIXELS = 2;
const LEAD = 1.4;

/** A text in a panel: in letters that stay sharp where the font has them, and drawn by the browser where it has not, as for Chinese. */
export function Words({ children, size, width, color = INK, weight = 'medium' }: WordsProps) {
  if (!hasLetters(children)) return <Drawn size={size} width={width} color={color} weight={weight}>{children}</Drawn>;
  return <Text fontSize={size} lineHeight={LEAD} maxWidth={width} color={color} fontWeight={weight} wordBreak="break-word">{children}</Text>;
}

function Drawn({ children, size, width, color, weight }: Required<WordsProps>) {
  const drawing = useMemo(() => draw(children, size, width, color, weight), [children, color, size, weight, width]);
  useEffect(() => () => drawing.texture.dispose(), [drawing]);
  return <Image src={drawing.texture} width={drawing.width} height={drawing.height} keepAspectRatio={false} />;
}

function draw(text: string, size: number, most: number, color: string, weight: 'medium' | 'semi-bold'): { readonly texture: CanvasTexture; readonly width: number; readonly height: number } {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  const font = `${weight === 'medium' ? 500 : 650} ${size * PIXELS}px ${getComputedStyle(document.body).fontFamily}`;
  let lines = [text];
  if (pen) {
    pen.font = font;
    lines = wrap(pen, text, most * PIXELS);
  }
  const width = Math.min(most, Math.ceil(Math.max(1, ...lines.map((line) => pen?.measureText(line).width ?? 0)) / PIXELS) + 2);
  const height = Math.ceil(lines.length * size * LEAD);
  canvas.width = width * PIXELS;
  canvas.height = height * PIXELS;
  if (pen) {
    // A canvas of another size has forgotten its font.
    pen.font = font;
    pen.fillStyle = color;
    pen.textBaseline = 'middle';
    lines.forEach((line, index) => pen.fillText(line, 0, (index + 0.5) * size * LEAD * PIXELS));
  }
  const texture = new CanvasTexture(canvas);
  texture.colorSpace = SRGBColorSpace;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.magFilter = LinearFilter;
  texture.anisotropy = 4;
  return { texture, width, height };
}

/** Breaks at spaces, and between any two characters in Chinese, but never before a mark that ends a clause. */
function wrap(pen: CanvasRenderingContext2D, text: string, width: number): string[] {
  const pieces = text.match(/\p{Script=Han}[，。？！、；：”’）》]*|[^\s\p{Script=Han}]+\s*/gu) ?? [];
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
