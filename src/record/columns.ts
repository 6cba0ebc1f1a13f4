/** Rows of figures that grow as a session is read, in columns at the end. Missing is NaN. */
export interface GrowingTable {
  readonly rows: number;
  /** Adds a row; null is one of which everything is missing. */
  add(row: Float32Array | null): void;
  /** The columns, each as long as there are rows. */
  columns(): Float32Array[];
}

/** Rows are kept in blocks, so that growing never copies what is there. */
const BLOCK = 4096;

export function createTable(width: number): GrowingTable {
  const blocks: Float32Array[] = [];
  let rows = 0;
  return {
    get rows() {
      return rows;
    },
    add(row) {
      const place = rows % BLOCK;
      if (place === 0) blocks.push(new Float32Array(BLOCK * width).fill(Number.NaN));
      if (row) blocks.at(-1)!.set(row, place * width);
      rows += 1;
    },
    columns: () => Array.from({ length: width }, (_, column) => {
      const values = new Float32Array(rows);
      for (let row = 0; row < rows; row += 1) values[row] = blocks[Math.floor(row / BLOCK)]![(row % BLOCK) * width + column]!;
      return values;
    }),
  };
}

/** A column of one number after the other, in whatever precision `make` gives. */
export function createColumn<T extends Float64Array | Uint32Array | Uint8Array>(make: (length: number) => T): { add(value: number): void; values(): T } {
  let held = make(BLOCK);
  let length = 0;
  return {
    add(value) {
      if (length === held.length) {
        const larger = make(2 * length);
        larger.set(held);
        held = larger;
      }
      held[length] = value;
      length += 1;
    },
    values: () => held.slice(0, length) as T,
  };
}
