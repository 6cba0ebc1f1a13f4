import { afterEach, describe, expect, it, vi } from 'vitest';
import { microphonePresent, microphoneProblem, openMicrophone } from '../../../../src/browser/voice/microphone.ts';

describe('microphone', () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each([
    ['NotAllowedError', 'permission-denied'],
    ['NotFoundError', 'device-missing'],
    ['OverconstrainedError', 'device-missing'],
    ['NotReadableError', 'device-busy'],
    ['SomethingNew', 'device-missing'],
  ])('says what to do about a %s', (name, code) => {
    const problem = microphoneProblem(new DOMException('because', name));
    expect(problem.code).toBe(code);
    expect(problem.message).toMatch(/[.]$/);
  });

  it('says that an insecure page has no microphone', async () => {
    vi.stubGlobal('navigator', {});
    await expect(openMicrophone({ deviceId: null, constraints: {} })).rejects.toMatchObject({ code: 'unsupported', message: expect.stringContaining('https') });
    expect(await microphonePresent(null)).toBe(false);
  });

  it('asks for the chosen microphone and no other', async () => {
    const getUserMedia = vi.fn(() => Promise.resolve({}));
    vi.stubGlobal('navigator', { mediaDevices: { getUserMedia } });
    await openMicrophone({ deviceId: 'desk', constraints: { noiseSuppression: false } });
    expect(getUserMedia).toHaveBeenCalledWith({ audio: { noiseSuppression: false, deviceId: { exact: 'desk' } } });
  });

  it('knows whether the chosen microphone is there', async () => {
    const enumerateDevices = (): Promise<object[]> => Promise.resolve([{ kind: 'audioinput', deviceId: 'desk' }, { kind: 'videoinput', deviceId: 'cam' }]);
    vi.stubGlobal('navigator', { mediaDevices: { enumerateDevices } });
    expect(await microphonePresent(null)).toBe(true);
    expect(await microphonePresent('desk')).toBe(true);
    expect(await microphonePresent('cam')).toBe(false);
  });
});
