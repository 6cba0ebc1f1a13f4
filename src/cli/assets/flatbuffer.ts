/* oxlint-disable no-underscore-dangle -- the flatbuffers package names its reading methods so */
import { Builder, type ByteBuffer } from 'flatbuffers';

// The `flatbuffers` package leaves tables to generated code. These few helpers read and write
// them by slot number, the position of a field in its schema, so no generated code is needed.

/** A read-only look at one table of a flatbuffer. Positions are bytes from the file's start. */
export interface TableView {
  /** Where the field's value lies, or null where the table leaves the field out. */
  field(slot: number): number | null;
  int32(slot: number): number;
  text(slot: number): string;
  /** The positions of the tables in a vector of tables; empty where the field is left out. */
  tables(slot: number): number[];
  ints(slot: number): number[];
  /** The position that an offset field points to, or null where the field is left out. */
  target(slot: number): number | null;
}

export function viewTable(buffer: ByteBuffer, position: number): TableView {
  const field = (slot: number) => {
    const offset = buffer.__offset(position, 4 + slot * 2);
    return offset === 0 ? null : position + offset;
  };
  const elements = (slot: number) => {
    const at = field(slot);
    if (at === null) return [];
    const start = buffer.__vector(at);
    return Array.from({ length: buffer.__vector_len(at) }, (_, i) => start + i * 4);
  };
  return {
    field,
    int32: (slot) => {
      const at = field(slot);
      return at === null ? 0 : buffer.readInt32(at);
    },
    text: (slot) => {
      const at = field(slot);
      return at === null ? '' : String(buffer.__string(at));
    },
    tables: (slot) => elements(slot).map((at) => buffer.__indirect(at)),
    ints: (slot) => elements(slot).map((at) => buffer.readInt32(at)),
    target: (slot) => {
      const at = field(slot);
      return at === null ? null : buffer.__indirect(at);
    },
  };
}

/** The root table of a flatbuffer file. */
export function viewRoot(buffer: ByteBuffer): TableView {
  return viewTable(buffer, buffer.__indirect(0));
}

/**
 * A builder that already holds a whole flatbuffer file, unchanged, at its end.
 *
 * Builders grow towards the front and offsets only point forwards, so whatever is written next
 * may refer to a table of the old file by `at(position)`. The old file is padded to 64 bytes,
 * which keeps every alignment that it had.
 */
export function buildInFrontOf(file: Uint8Array): { builder: Builder; at: (position: number) => number } {
  const padded = new Uint8Array(Math.ceil(file.length / 64) * 64);
  padded.set(file);
  const builder = new Builder(padded.length + 65536);
  builder.prep(64, 0);
  builder.createByteVector(padded);
  return { builder, at: (position) => padded.length - position };
}

export function offsetVector(builder: Builder, offsets: readonly number[]): number {
  builder.startVector(4, offsets.length, 4);
  for (const offset of offsets.toReversed()) builder.addOffset(offset);
  return builder.endVector();
}

export function int32Vector(builder: Builder, values: ArrayLike<number>): number {
  builder.startVector(4, values.length, 4);
  for (let i = values.length - 1; i >= 0; i--) builder.addInt32(values[i] ?? 0);
  return builder.endVector();
}

export function float32Vector(builder: Builder, values: readonly number[]): number {
  builder.startVector(4, values.length, 4);
  for (const value of values.toReversed()) builder.addFloat32(value);
  return builder.endVector();
}

/** Bytes whose first one lies at a multiple of 16, as TFLite wants its constants. */
export function alignedBytes(builder: Builder, bytes: Uint8Array): number {
  builder.startVector(1, bytes.length, 16);
  for (let i = bytes.length - 1; i >= 0; i--) builder.addInt8(bytes[i] ?? 0);
  return builder.endVector();
}

type Field = readonly [slot: number, type: 'int8' | 'int32' | 'offset', value: number];

/** Writes one table; fields that are zero stay out, as the schema's default. */
export function table(builder: Builder, slots: number, fields: readonly Field[]): number {
  builder.startObject(slots);
  for (const [slot, type, value] of fields) {
    if (type === 'int8') builder.addFieldInt8(slot, value, 0);
    else if (type === 'int32') builder.addFieldInt32(slot, value, 0);
    else builder.addFieldOffset(slot, value, 0);
  }
  return builder.endObject();
}
