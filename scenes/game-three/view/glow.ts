import { CanvasTexture, SRGBColorSpace } from 'three';

/** A soft round glow, in white, to be coloured by its material. */
export function glowTexture(): CanvasTexture {
  return paint(128, 128, (pen) => {
    const soft = pen.createRadialGradient(64, 64, 2, 64, 64, 62);
    soft.addColorStop(0, 'rgb(255 255 255 / 95%)');
    soft.addColorStop(0.18, 'rgb(255 255 255 / 55%)');
    soft.addColorStop(0.5, 'rgb(255 255 255 / 13%)');
    soft.addColorStop(1, 'rgb(255 255 255 / 0%)');
    pen.fillStyle = soft;
    pen.fillRect(0, 0, 128, 128);
  });
}

/** A sky from the zenith to the horizon, a little under the middle of the picture. */
export function skyTexture(colours: readonly string[]): CanvasTexture {
  return paint(4, 512, (pen) => {
    const sky = pen.createLinearGradient(0, 0, 0, 512);
    colours.forEach((colour, index) => sky.addColorStop((0.68 * index) / (colours.length - 1), colour));
    pen.fillStyle = sky;
    pen.fillRect(0, 0, 4, 512);
  });
}

function paint(width: number, height: number, draw: (pen: CanvasRenderingContext2D) => void): CanvasTexture {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const pen = canvas.getContext('2d');
  if (pen) draw(pen);
  const texture = new CanvasTexture(canvas);
  texture.colorSpace = SRGBColorSpace;
  return texture;
}
