/** Decoded sound of any rate and number of channels. */
export interface Decoded {
  readonly channels: readonly Float32Array[];
  readonly rate: number;
}

const [PCM, FLOAT, EXTENSIBLE] = [1, 3, 0xfffe];

/**
 * Reads a RIFF WAVE file of 8, 16, 24 or 32-bit integers or 32-bit floats, with any number of channels.
 *
 * @throws {Error} when it is of another kind, or broken
 */
export function parseWave(bytes: Uint8Array): Decoded {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let [format, count, rate, bits] = [0, 0, 0, 0];
  for (let at = 12; at + 8 <= bytes.length;) {
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    const size = view.getUint32(at + 4, true);
    const body = at + 8;
    if (tag === 'fmt ' && body + 16 <= bytes.length) {
      format = view.getUint16(body, true);
      count = view.getUint16(body + 2, true);
      rate = view.getUint32(body + 4, true);
      bits = view.getUint16(body + 14, true);
      if (format === EXTENSIBLE && size >= 26) format = view.getUint16(body + 24, true);
    }
    if (tag === 'data' && count > 0) {
      const read = readerOf(view, format, bits);
      const width = bits / 8;
      const frames = Math.floor(Math.min(size, bytes.length - body) / (width * count));
      return { rate, channels: Array.from({ length: count }, (_, channel) => Float32Array.from({ length: frames }, (__, i) => read(body + (i * count + channel) * width))) };
    }
    at = body + size + (size & 1);
  }
  throw new Error('Expected a WAVE file with a format and samples, but one of the two is missing. Export it again.');
}

function readerOf(view: DataView, format: number, bits: number): (at: number) => number {
  if (format === FLOAT && bits === 32) return (at) => view.getFloat32(at, true);
  if (format === PCM && bits === 8) return (at) => (view.getUint8(at) - 128) / 128;
  if (format === PCM && bits === 16) return (at) => view.getInt16(at, true) / 2 ** 15;
  if (format === PCM && bits === 24) return (at) => (view.getUint16(at, true) + view.getInt8(at + 2) * 2 ** 16) / 2 ** 23;
  if (format === PCM && bits === 32) return (at) => view.getInt32(at, true) / 2 ** 31;
  throw new Error(`Expected a WAVE file of 8, 16, 24 or 32-bit integers or 32-bit floats, but it has format ${format} with ${bits} bits. Convert it first.`);
}
