import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../../scripts/run.ts';
import { createRandom } from '../../../src/learn/random.ts';
import { preflight } from '../../../src/preflight/index.ts';
import { loadAvatar } from '../../../src/three/index.ts';
import { unpack } from '../../torture/model.ts';
import { mutate, type Seed } from '../../torture/mutate.ts';
import { minimalVrm } from '../three/minimal-vrm.ts';

const seedOf = (file: Uint8Array | ArrayBuffer): Seed => {
  const { json, binary } = unpack(file);
  return { text: JSON.stringify(json), binary };
};

/** A brief run of what `npm run soak -- preflight` does for long. */
it('changed avatars crash nothing, ask nobody, and load wherever they are accepted', async () => {
  const seeds = [seedOf(minimalVrm()), seedOf(minimalVrm({ version: '0.x' })), seedOf(new Uint8Array(readFileSync(join(ROOT, 'avatars/pip/avatar.light.vrm'))))];
  const random = createRandom(11);
  const [warn, error, fetched] = [console.warn, console.error, globalThis.fetch];
  let requests = 0;
  let loaded = 0;
  console.warn = console.error = () => undefined;
  globalThis.fetch = () => {
    requests += 1;
    return Promise.reject(new Error('Nothing may be fetched.'));
  };
  try {
    for (let made = 0; made < 240; made += 1) {
      const index = made % 3;
      const { what, bytes } = mutate(seeds[index]!, random);
      const { verdict, reasons } = preflight(bytes);
      expect({ what, reasoned: reasons.length > 0 }).toEqual({ what, reasoned: verdict === 'refused' });
      // Node has no pictures, so only the small ones are loaded: those that three can't read would reject, not crash.
      if (verdict === 'refused' || index === 2) continue;
      loaded += 1;
      await loadAvatar(bytes.buffer as ArrayBuffer).then((avatar) => avatar.dispose(), (thrown: unknown) => expect(thrown).toMatchObject({ code: 'avatar-unreadable' }));
    }
  } finally {
    Object.assign(console, { warn, error });
    globalThis.fetch = fetched;
  }
  expect(loaded).toBeGreaterThan(40);
  expect(requests).toBe(0);
});
