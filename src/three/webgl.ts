import { AttuneError } from '../core/index.ts';

/**
 * Makes sure that this page can draw, before anything heavy is loaded.
 *
 * @throws {AttuneError} `webgl-missing` when the browser offers no WebGL 2
 */
export function assertWebGL(): void {
  const context = typeof document === 'undefined' ? null : document.createElement('canvas').getContext('webgl2');
  if (!context) {
    throw new AttuneError('webgl-missing', 'Expected WebGL 2 to draw the avatar, but this browser offers none. Turn on hardware acceleration in its settings, or use a current browser.');
  }
  // A page may hold only a handful of contexts: the probe gives its own back at once.
  context.getExtension('WEBGL_lose_context')?.loseContext();
}
