import { describe, expect, it } from 'vitest';
import { createAudioHub } from '../../../../src/browser/audio.ts';
import { createEarcons } from '../../../../src/browser/sound/index.ts';

describe('createEarcons', () => {
  it('opens no audio until a sound is played', () => {
    const audio = createAudioHub();
    const earcons = createEarcons({ audio });
    expect(audio.context).toBeNull();
    earcons.dispose();
  });

  it('is silent after it was disposed', async () => {
    const earcons = createEarcons({ audio: createAudioHub() });
    earcons.dispose();
    await expect(earcons.play({ kind: 'sound', at: 0, earcon: 'listening' })).resolves.toBeUndefined();
  });

  it('refuses a gain out of range, with what came', () => {
    expect(() => createEarcons({ audio: createAudioHub(), gain: 9 })).toThrow('expected "gain" in [0, 4], but got 9');
    expect(() => createEarcons({ audio: createAudioHub(), gain: Number.NaN })).toThrow('but got NaN');
    expect(() => createEarcons({} as never)).toThrow('createAudioHub()');
  });
});
