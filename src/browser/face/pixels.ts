/** Brings any picture into memory, where MediaPipe, the patch and the expression head all read it. */
export interface PixelReader {
  fromFrame(frame: VideoFrame): Promise<ImageData>;
  fromBitmap(bitmap: ImageBitmap): ImageData;
}

/** Chromium's, which the DOM's types do not know yet. */
type CopyableFrame = VideoFrame & {
  readonly rotation?: number;
  readonly flip?: boolean;
  allocationSize(options: { format: 'RGBA' }): number;
  copyTo(destination: Uint8ClampedArray, options: { format: 'RGBA' }): Promise<unknown>;
};

/** Makes a reader. */
export function createPixelReader(): PixelReader {
  let refused = false;
  const sheet = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });

  /**
   * MediaPipe takes copied pixels in half the time that it takes a frame, which it asks back from the
   * graphics process. null where the browser can't convert (Chromium before 129) or the frame is
   * turned: a copy would lose the turn.
   */
  async function copy(frame: CopyableFrame): Promise<ImageData | null> {
    const { rotation, flip, visibleRect } = frame;
    if (refused || rotation || flip || !visibleRect) return null;
    try {
      const pixels = new Uint8ClampedArray(frame.allocationSize({ format: 'RGBA' }));
      await frame.copyTo(pixels, { format: 'RGBA' });
      return new ImageData(pixels, visibleRect.width, visibleRect.height);
    } catch {
      refused = true;
      return null;
    }
  }

  function draw(picture: VideoFrame | ImageBitmap, width: number, height: number): ImageData {
    if (!sheet) throw new Error('expected a canvas to draw on, but this browser gave none');
    if (sheet.canvas.width !== width || sheet.canvas.height !== height) Object.assign(sheet.canvas, { width, height });
    sheet.drawImage(picture, 0, 0, width, height);
    return sheet.getImageData(0, 0, width, height);
  }

  return {
    fromFrame: async (frame) => (await copy(frame as CopyableFrame)) ?? draw(frame, frame.displayWidth, frame.displayHeight),
    fromBitmap: (bitmap) => draw(bitmap, bitmap.width, bitmap.height),
  };
}
