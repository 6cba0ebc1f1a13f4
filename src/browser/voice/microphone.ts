import { AttuneError, type ProblemCode } from '../../core/index.ts';
import type { VoiceSettings } from './voice-options.ts';

/**
 * Asks for the microphone.
 *
 * @throws {AttuneError} `unsupported`, `permission-denied`, `device-missing` or `device-busy`
 */
export async function openMicrophone(settings: Pick<VoiceSettings, 'deviceId' | 'constraints'>): Promise<MediaStream> {
  const devices = mediaDevices();
  if (!devices) {
    throw new AttuneError('unsupported', 'This page may not use a microphone because it is not served securely. Open it by https, or on localhost.');
  }
  const device = settings.deviceId === null ? {} : { deviceId: { exact: settings.deviceId } };
  try {
    return await devices.getUserMedia({ audio: { ...settings.constraints, ...device } });
  } catch (thrown) {
    throw microphoneProblem(thrown);
  }
}

/** The browser's devices, which insecure pages lack whatever the types say. */
export function mediaDevices(): MediaDevices | undefined {
  return navigator.mediaDevices as MediaDevices | undefined;
}

/** Whether the wanted microphone, or any when `deviceId` is null, is plugged in. */
export async function microphonePresent(deviceId: string | null): Promise<boolean> {
  const devices = await (mediaDevices()?.enumerateDevices() ?? []);
  return devices.some((device) => device.kind === 'audioinput' && (deviceId === null || device.deviceId === deviceId));
}

const REMEDIES: Readonly<Record<string, readonly [ProblemCode, string]>> = {
  NotAllowedError: ['permission-denied', 'The microphone was not allowed. Allow it in the browser\'s address bar, or go on by typing.'],
  SecurityError: ['permission-denied', 'The microphone is forbidden on this page. Ask its operator to allow it (Permissions-Policy: microphone), or go on by typing.'],
  NotFoundError: ['device-missing', 'No microphone was found. Plug one in, and it will be used.'],
  OverconstrainedError: ['device-missing', 'The chosen microphone was not found. Plug it in, or choose another.'],
  NotReadableError: ['device-busy', 'The microphone could not be opened. Close the other program that uses it, then start again.'],
  AbortError: ['device-busy', 'The microphone did not start. Close other programs that use it, then start again.'],
};

/** Says in one sentence why `getUserMedia` failed and what to do. */
export function microphoneProblem(thrown: unknown): AttuneError {
  const name = thrown instanceof Error || thrown instanceof DOMException ? thrown.name : '';
  const [code, message] = REMEDIES[name] ?? ['device-missing', `The microphone could not be used (${String(thrown)}). Try another one.`];
  return new AttuneError(code, message, thrown);
}
