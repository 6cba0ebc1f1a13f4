import { describe, expect, it, vi } from 'vitest';
import { createChannelPresence, joinPresence, type PresenceListener, type PresenceSensor } from '../../../src/kiosk/index.ts';

interface Fake extends PresenceSensor {
  say: PresenceListener;
  readonly stopped: boolean;
}

function fake(): Fake {
  let stopped = false;
  const sensor: Fake = {
    say: () => undefined,
    get stopped() {
      return stopped;
    },
    start: async (listener) => void (sensor.say = listener),
    stop: () => void (stopped = true),
  };
  return sensor;
}

describe('presence sensors', () => {
  it('together say that somebody is there when one does, and that nobody is when all that know do', async () => {
    const [mat, camera] = [fake(), fake()];
    const heard: (boolean | null)[] = [];
    const joined = joinPresence([mat, camera]);
    await joined.start((present) => heard.push(present), () => undefined);
    camera.say(null);
    mat.say(false);
    camera.say(true);
    camera.say(true);
    mat.say(true);
    camera.say(false);
    mat.say(null);
    camera.say(null);
    expect(heard).toEqual([false, true, false, null]);
    joined.stop();
    expect([mat.stopped, camera.stopped]).toEqual([true, true]);
  });

  it('on a channel are heard from another page of the origin, and nonsense is dropped', async () => {
    const heard: (boolean | null)[] = [];
    const sensor = createChannelPresence('attune-test');
    await sensor.start((present) => heard.push(present), () => undefined);
    const page = new BroadcastChannel('attune-test');
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no such argument
    const say = (message: unknown): void => page.postMessage(message);
    for (const message of ['hello', null, { present: 'yes' }, {}, { present: true }, { present: null }, { present: false }]) say(message);
    await vi.waitFor(() => expect(heard).toEqual([true, null, false]));
    sensor.stop();
    say({ present: true });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard).toHaveLength(3);
    page.close();
  });
});
