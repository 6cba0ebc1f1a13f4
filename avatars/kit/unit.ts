import type { Vec3 } from './math.ts';

/** Where a vertex sits on the front of the face; `lip` says which lip a margin vertex belongs to. */
export interface FacePoint {
  readonly x: number;
  readonly y: number;
  readonly lip?: 1 | -1;
  /** 1 moves along the face's surface, 0 straight; defaults to 1. */
  readonly follow?: number;
}

/** `slide` follows the surface of the face, `free` goes straight through the air. */
interface Motion {
  readonly slide?: readonly [number, number];
  readonly free?: Vec3;
}

/** Displacement field of one facial action at full strength, metres. */
export type Unit = (p: FacePoint, rest: Vec3) => Motion;

/** 1 on the character's left. */
export const sideOf = (x: number): 1 | -1 => (x >= 0 ? 1 : -1);
