import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { framePicture } from '../../../scripts/faces/frame-picture.ts';

const red = { r: 250, g: 10, b: 20 };

function drawn(width: number, height: number, grey = false): Promise<Buffer> {
  const picture = sharp({ create: { width, height, channels: 3, background: red } });
  return (grey ? picture.greyscale() : picture).png().toBuffer();
}

function pixel({ rgba, width }: { rgba: Uint8Array; width: number }, x: number, y: number): number[] {
  return [...rgba.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)];
}

describe('framing', () => {
  it('enlarges a small picture to 240 px in the middle of a grey square', async () => {
    const frame = await framePicture(await drawn(48, 48));
    expect([frame.width, frame.height]).toEqual([320, 320]);
    expect(pixel(frame, 39, 160)).toEqual([128, 128, 128, 255]);
    expect(pixel(frame, 40, 40)).toEqual([250, 10, 20, 255]);
    expect(pixel(frame, 279, 279)).toEqual([250, 10, 20, 255]);
    expect(pixel(frame, 160, 280)).toEqual([128, 128, 128, 255]);
  });

  it('fits a larger one into what a camera gives, whatever its shape', async () => {
    const frame = await framePicture(await drawn(350, 200));
    expect([frame.width, frame.height]).toEqual([640, 480]);
    expect(pixel(frame, 320, 50)).toEqual([128, 128, 128, 255]);
    expect(pixel(frame, 0, 240)).toEqual([250, 10, 20, 255]);
  });

  it('turns a picture that says that it lies on its side', async () => {
    const frame = await framePicture(await sharp(await drawn(400, 200)).withMetadata({ orientation: 6 }).jpeg().toBuffer());
    expect(pixel(frame, 100, 240)).toEqual([128, 128, 128, 255]);
    expect(pixel(frame, 320, 5)[0]).toBeGreaterThan(240);
  });

  it('lays grey under what can be seen through, and gives a grey picture three equal colours', async () => {
    const glass = await sharp({ create: { width: 200, height: 200, channels: 4, background: { ...red, alpha: 0 } } }).png().toBuffer();
    expect(pixel(await framePicture(glass), 320, 240)).toEqual([128, 128, 128, 255]);
    const [r, g, b] = pixel(await framePicture(await drawn(200, 200, true)), 320, 240);
    expect([g, b]).toEqual([r, r]);
  });

  it('refuses what is not a picture', async () => {
    await expect(framePicture(Buffer.from('no picture'))).rejects.toThrow(/unsupported image format/);
  });
});
