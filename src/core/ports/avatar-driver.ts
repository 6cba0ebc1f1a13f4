import type { AvatarFrame } from '../perform/frame.ts';
import type { Seconds } from '../units.ts';

/** Something with a face and a body that shows frames. */
export interface AvatarDriver {
  /** Shows a frame. `delta` is the time since the last one; implementations clamp it. */
  apply(frame: AvatarFrame, delta: Seconds): void;
  /** Releases textures and geometry. */
  dispose(): void;
}
