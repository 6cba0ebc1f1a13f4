import { AttuneError } from '../../core/index.ts';

/** A camera that is running. */
export interface Camera {
  readonly stream: MediaStream;
  readonly track: MediaStreamTrack;
  /** Ends the track, if it was opened here; the host's own stream is left running. */
  release(): void;
}

/**
 * Opens a camera.
 *
 * @param deviceId null for whichever the browser prefers
 * @throws {AttuneError} `unsupported`, `permission-denied`, `device-missing` or `device-busy`
 */
export async function openCamera(deviceId: string | null): Promise<Camera> {
  // Typed as always there, but undefined on pages that are not served securely.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices?.getUserMedia) {
    throw new AttuneError('unsupported', `Expected a page that may use the camera, but this one has no camera access${globalThis.isSecureContext ? '' : ', because it is not a secure context'}. Serve it over https or from localhost.`);
  }
  const stream = await devices.getUserMedia({
    // MediaPipe finds no face in what Chromium makes of a request for 320 by 240.
    video: { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 30 }, ...(deviceId === null ? { facingMode: 'user' } : { deviceId: { exact: deviceId } }) },
  }).catch((thrown: unknown) => {
    throw cameraProblem(thrown, deviceId);
  });
  const camera = cameraOf(stream);
  return { ...camera, release: () => stream.getTracks().forEach((track) => track.stop()) };
}

/**
 * Takes the camera of a stream that somebody else opened and will stop.
 *
 * @throws {AttuneError} `device-missing` when it has no live video track
 */
export function cameraOf(stream: MediaStream): Camera {
  const track = stream.getVideoTracks().find(({ readyState }) => readyState === 'live');
  if (!track) {
    throw new AttuneError('device-missing', 'Expected a stream with a live video track, but it has none. Open the camera again and start the face source with the new stream.');
  }
  return { stream, track, release: () => undefined };
}

/** Says in one sentence why a camera did not open. */
export function cameraProblem(thrown: unknown, deviceId: string | null): AttuneError {
  const name = thrown instanceof Error ? thrown.name : '';
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return new AttuneError('permission-denied', 'The camera may not be used: permission was refused. Allow the camera for this page in the browser and start again.', thrown);
    case 'NotFoundError':
      return new AttuneError('device-missing', 'No camera was found. Plug one in, and the face is read as soon as it is there.', thrown);
    case 'OverconstrainedError':
      return new AttuneError('device-missing', `No camera with the id "${deviceId ?? ''}" was found. Choose another one, or leave deviceId out.`, thrown);
    case 'NotReadableError':
    case 'AbortError':
      return new AttuneError('device-busy', 'The camera is in use by another program or did not start. Close the other program and start again.', thrown);
    default:
      return new AttuneError('unsupported', `The camera could not be opened (${thrown instanceof Error ? thrown.message : String(thrown)}). Try another browser or camera.`, thrown);
  }
}

/** The sentence for a camera that went away while it was running. */
export function cameraEnded(ours: boolean): AttuneError {
  return new AttuneError('device-ended', ours
    ? 'The camera was unplugged or taken away. Plug it in, and the face is read again.'
    : 'The stream given to the face source has ended. Open the camera again and start the face source with the new stream.');
}

/** Calls `action` once when a camera (or the one named) is there after a change of devices; returns how to stop waiting. */
export function onCameraReturn(deviceId: string | null, action: () => void): () => void {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices?.enumerateDevices) return () => undefined;
  const stop = (): void => devices.removeEventListener('devicechange', check);
  const check = (): void => {
    void devices.enumerateDevices().then((all) => {
      // Ids are blank until the page has permission.
      if (!all.some(({ kind, deviceId: id }) => kind === 'videoinput' && (deviceId === null || id === '' || id === deviceId))) return;
      if (!waiting) return;
      waiting = false;
      stop();
      action();
    }, () => undefined);
  };
  let waiting = true;
  devices.addEventListener('devicechange', check);
  return () => {
    waiting = false;
    stop();
  };
}
