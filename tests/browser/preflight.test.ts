import { preflightInWorker } from 'attune/preflight';
import { loadAvatar } from 'attune/three';
import { describe, expect, it } from 'vitest';
import { model, pack, unpack } from '../torture/model.ts';
import { minimalVrm } from '../unit/three/minimal-vrm.ts';

/** A file that three would make a gigabyte of. */
function huge(): ArrayBuffer {
  const whole = unpack(minimalVrm());
  Object.assign(whole.json.accessors[0], { count: 250_000_000, bufferView: undefined });
  return pack(whole).buffer as ArrayBuffer;
}

describe('preflight in a worker', () => {
  it('accepts an avatar and leaves its bytes alone', async () => {
    const bytes = minimalVrm();
    const length = bytes.byteLength;
    expect(await preflightInWorker(bytes)).toMatchObject({ verdict: 'accepted', kind: 'VRM 1.0', reasons: [], credits: { name: 'Boxes' } });
    expect(bytes.byteLength).toBe(length);
  });

  it('refuses what preflight refuses, and what only the validator knows', async () => {
    expect(await preflightInWorker(huge())).toMatchObject({ verdict: 'refused', reasons: [{ code: 'limit' }, { code: 'limit' }] });
    const spoilt = model();
    spoilt.json.materials[0].pbrMetallicRoughness.roughnessFactor = 7;
    expect(await preflightInWorker(pack(spoilt).buffer as ArrayBuffer)).toMatchObject({ verdict: 'refused', reasons: [{ code: 'gltf', message: expect.stringContaining('VALUE_NOT_IN_RANGE') as string }] });
  });

  it('ends at the deadline, and gives up when asked to', async () => {
    const { verdict, reasons, notes } = await preflightInWorker(minimalVrm(), { deadline: 0 });
    // Whether preflight had its say by then or not, the validator had not.
    expect([...reasons, ...notes]).toMatchObject([{ code: 'too-slow' }]);
    expect(verdict).toBe(reasons.length > 0 ? 'refused' : 'accepted');
    const abort = new AbortController();
    const judging = preflightInWorker(minimalVrm(), { signal: abort.signal });
    abort.abort(new Error('changed my mind'));
    await expect(judging).rejects.toThrow('changed my mind');
  });

  it('keeps strangers from three, and lets the page vouch for a file', async () => {
    await expect(loadAvatar(huge())).rejects.toThrow(/^Expected a VRM avatar at the given bytes, but it could not be read \(Expected at most [\d,]+ bytes .*\(limit elementBytes\)/);
    const url = URL.createObjectURL(new Blob([huge()]));
    await expect(loadAvatar(url)).rejects.toThrow('limit elementBytes');
    URL.revokeObjectURL(url);
    const avatar = await loadAvatar(minimalVrm());
    expect(avatar.credits.name).toBe('Boxes');
    avatar.dispose();
    await expect(loadAvatar(minimalVrm(), { limits: { nodes: 3 } })).rejects.toThrow('limit nodes');
    (await loadAvatar(minimalVrm(), { limits: { nodes: 3 }, preflight: false })).dispose();
  });
});
