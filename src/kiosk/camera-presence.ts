import { asProblem, AttuneError, type Seconds } from '../core/index.ts';
import { NOBODY_SEEN, noticePresence, PRESENCE_HEIGHT, PRESENCE_WIDTH } from './notice-presence.ts';
import type { PresenceSensor } from './presence-sensor.ts';

/** How often a picture is looked at. */
const PERIOD: Seconds = 0.5;

/**
 * Notices somebody by a camera's picture, shrunk to 32 by 24 grey points before anything is computed from it: no face is looked
 * for, nothing is kept and nothing leaves this function but yes or no. It needs the operator's decision and a notice on the screen.
 *
 * @throws {AttuneError} from `start`: `permission-denied`, `device-missing` or `device-busy`
 */
export function createCameraPresence(): PresenceSensor {
  let stream: MediaStream | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;
  let wanted = 0;

  function stop(): void {
    wanted += 1;
    clearInterval(timer);
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = null;
  }

  return {
    stop,
    async start(listener, onProblem) {
      stop();
      const mine = wanted;
      const opened = await openCamera();
      if (mine !== wanted) {
        for (const track of opened.getTracks()) track.stop();
        return;
      }
      stream = opened;
      const video = document.createElement('video');
      video.muted = true;
      video.srcObject = opened;
      await video.play();
      const pen = new OffscreenCanvas(PRESENCE_WIDTH, PRESENCE_HEIGHT).getContext('2d', { willReadFrequently: true });
      if (!pen) throw new AttuneError('unsupported', 'Expected a canvas to shrink the picture on, but this browser has none. Use another presence sensor.');
      pen.imageSmoothingQuality = 'high';
      let presence = NOBODY_SEEN;
      let told: boolean | null | undefined;
      const look = (): void => {
        pen.drawImage(video, 0, 0, PRESENCE_WIDTH, PRESENCE_HEIGHT);
        const { data } = pen.getImageData(0, 0, PRESENCE_WIDTH, PRESENCE_HEIGHT);
        presence = noticePresence(presence, lightnessOf(data), performance.now() / 1000);
        if (presence.present !== told) listener(told = presence.present);
      };
      timer = setInterval(look, PERIOD * 1000);
      opened.getVideoTracks()[0]?.addEventListener('ended', () => {
        stop();
        listener(null);
        onProblem(new AttuneError('device-ended', 'Expected the camera to go on telling whether somebody is there, but it was taken away. Plug it in again.'));
      }, { once: true });
    },
  };
}

/** BT.601, of each point. */
function lightnessOf(rgba: Uint8ClampedArray): Uint8Array {
  return Uint8Array.from({ length: rgba.length / 4 }, (_, i) => 0.299 * (rgba[i * 4] ?? 0) + 0.587 * (rgba[i * 4 + 1] ?? 0) + 0.114 * (rgba[i * 4 + 2] ?? 0));
}

async function openCamera(): Promise<MediaStream> {
  try {
    // The least that cameras offer: it is shrunk anyway.
    return await navigator.mediaDevices.getUserMedia({ video: { width: { ideal: 320 }, height: { ideal: 240 }, frameRate: { ideal: 5 } } });
  } catch (thrown) {
    const name = thrown instanceof DOMException ? thrown.name : '';
    const code = name === 'NotAllowedError' ? 'permission-denied' : name === 'NotFoundError' ? 'device-missing' : 'device-busy';
    throw asProblem(thrown, code, 'Expected a camera to notice whether somebody is there, but it could not be opened');
  }
}
