import { appendFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openFaceStore } from '../../../scripts/faces/face-store.ts';
import { pictureKey } from '../../../scripts/faces/faces-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'attune-store-'));
afterAll(() => rmSync(folder, { recursive: true }));

const key = (text: string): Buffer => pictureKey(Buffer.from(text));
const face = { landmarks: new Float32Array(1434).fill(0.25), transform: new Float32Array(16).fill(2), blendshapes: Float32Array.of(0.5, 0.75) };

describe('the store of sights', () => {
  it('gives back what was put, in a later run too, and cuts off what a killed run left half', () => {
    const path = join(folder, 'new/a.faces');
    const first = openFaceStore(path, 2);
    first.put(key('seen'), face);
    first.put(key('empty'), 'no-face');
    first.put(key('broken'), 'unreadable');
    const whole = statSync(path).size;
    appendFileSync(path, 'half a record');
    const second = openFaceStore(path, 2);
    expect(second.get(key('seen'))).toEqual(face);
    expect(second.get(key('empty'))).toBe('no-face');
    expect(second.get(key('broken'))).toBe('unreadable');
    expect(second.get(key('never'))).toBeUndefined();
    expect(statSync(path).size).toBe(whole);
  });
});
