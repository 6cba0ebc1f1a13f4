/** Chromium's, which the DOM's types do not know yet. */
type CopyableFrame = VideoFrame & {
  readonly rotation?: number;
  readonly flip?: boolean;
  allocationSize(options: { format: 'RGBA' }): number;
  copyTo(destination: Uint8ClampedArray, options: { format: 'RGBA' }): Promise<unknown>;
};

let refused = false;

/**
 * The pixels of a camera frame, in memory.
 *
 * MediaPipe takes pixels in half the time that it takes a frame, which it asks back from the graphics
 * process. null where the browser can't convert (Chromium before 129) or the frame is turned: a copy
 * would lose the turn.
 */
export async function readPixels(frame: VideoFrame): Promise<ImageData | null> {
  const { rotation, flip, visibleRect } = frame as CopyableFrame;
  if (refused || rotation || flip || !visibleRect) return null;
  try {
    const pixels = new Uint8ClampedArray((frame as CopyableFrame).allocationSize({ format: 'RGBA' }));
    await (frame as CopyableFrame).copyTo(pixels, { format: 'RGBA' });
    return new ImageData(pixels, visibleRect.width, visibleRect.height);
  } catch {
    refused = true;
    return null;
  }
}
