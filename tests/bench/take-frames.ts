/** Takes so many pictures of the camera's film into memory. */
export async function takeFrames(count: number): Promise<ImageData[]> {
  const video = document.querySelector('video');
  const sheet = new OffscreenCanvas(640, 480).getContext('2d', { willReadFrequently: true });
  if (!video || !sheet) throw new Error('Expected the page to have a video element and a canvas.');
  video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 480 } });
  await video.play();
  const frames: ImageData[] = [];
  while (frames.length < count) {
    await new Promise((resolve) => { video.requestVideoFrameCallback(resolve); });
    sheet.drawImage(video, 0, 0);
    frames.push(sheet.getImageData(0, 0, 640, 480));
  }
  return frames;
}
