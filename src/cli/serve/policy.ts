/**
 * What a page of Attune may do, served with every page and enforced in every end-to-end test: nothing
 * leaves the origin. `blob:` is for textures inside a VRM; `wasm-unsafe-eval` is for WebAssembly.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "connect-src 'self' blob:",
  "img-src 'self' blob: data:",
  "media-src 'self' blob: mediastream:",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "object-src 'none'",
  "base-uri 'self'",
  "frame-ancestors 'self'",
].join('; ');

/** The senses that a page may ask for, on its own origin only. */
export const PERMISSIONS_POLICY = 'camera=(self), microphone=(self), xr-spatial-tracking=(self), geolocation=()';
