import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bundleEntry } from '../../../../src/browser/face/task-bundle.ts';

const FILES = { 'face_detector.tflite': Uint8Array.of(1, 2, 3), 'face_blendshapes.tflite': new Uint8Array(1000).fill(7), 'empty.bin': new Uint8Array(0) };
const bundle = zipSync(FILES, { level: 0 });

describe('bundleEntry', () => {
  it('finds every stored entry', () => {
    for (const [name, bytes] of Object.entries(FILES)) expect(bundleEntry(bundle, name)).toEqual(bytes);
  });

  it('finds them behind bytes that come first, as in MediaPipe\'s own bundle', () => {
    const shifted = new Uint8Array(bundle.length + 2);
    shifted.set(bundle, 2);
    const view = new DataView(shifted.buffer);
    const end = shifted.length - 22;
    const directory = view.getUint32(end + 16, true) + 2;
    view.setUint32(end + 16, directory, true);
    for (let at = directory, left = view.getUint16(end + 10, true); left > 0; left -= 1) {
      view.setUint32(at + 42, view.getUint32(at + 42, true) + 2, true);
      at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    expect(bundleEntry(shifted, 'face_blendshapes.tflite')).toEqual(FILES['face_blendshapes.tflite']);
  });

  it('finds them in a view that does not begin at its buffer\'s first byte', () => {
    const padded = new Uint8Array(bundle.length + 5);
    padded.set(bundle, 5);
    expect(bundleEntry(padded.subarray(5), 'face_detector.tflite')).toEqual(FILES['face_detector.tflite']);
  });

  it('answers null for an entry that is missing, compressed or cut off, and for what is no bundle', () => {
    expect(bundleEntry(bundle, 'face_blendshapes')).toBeNull();
    expect(bundleEntry(zipSync({ 'a.tflite': new Uint8Array(1000).fill(7) }, { level: 9 }), 'a.tflite')).toBeNull();
    expect(bundleEntry(bundle.slice(0, 600), 'face_blendshapes.tflite')).toBeNull();
    expect(bundleEntry(bundle.slice(700), 'face_blendshapes.tflite')).toBeNull();
    expect(bundleEntry(new Uint8Array(0), 'a')).toBeNull();
    expect(bundleEntry(new TextEncoder().encode('<html>'.repeat(20)), 'a')).toBeNull();
  });
});
