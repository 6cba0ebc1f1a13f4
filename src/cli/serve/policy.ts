/** What an operator allows beyond the policy, by directive; see {@link ServeConfig}. */
export type PolicyAdditions = Readonly<Record<string, readonly string[] | undefined>>;

/**
 * What a page of Attune may do, served with every page and enforced in every end-to-end test: nothing leaves the origin, no script runs that is
 * no file of it, and no text becomes one. `blob:` is for textures inside a VRM; `wasm-unsafe-eval` is for WebAssembly; styles are set by
 * attributes. Of Trusted Types there is one policy, that of `src/trusted-types.ts`.
 */
const POLICY: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'self'"],
  'connect-src': ["'self'", 'blob:'],
  'img-src': ["'self'", 'blob:', 'data:'],
  'media-src': ["'self'", 'blob:', 'mediastream:'],
  'font-src': ["'self'"],
  'worker-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'object-src': ["'none'"],
  'base-uri': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'self'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['default'],
};

/** Of what a browser may offer to a page, these are wanted somewhere, on the page's own origin only. */
const WANTED = ['autoplay', 'camera', 'fullscreen', 'microphone', 'screen-wake-lock', 'xr-spatial-tracking'];
/** And these nowhere. */
const UNWANTED = [
  'accelerometer', 'bluetooth', 'browsing-topics', 'display-capture', 'encrypted-media', 'gamepad', 'geolocation', 'gyroscope', 'hid', 'identity-credentials-get', 'idle-detection', 'local-fonts',
  'magnetometer', 'midi', 'otp-credentials', 'payment', 'picture-in-picture', 'publickey-credentials-create', 'publickey-credentials-get', 'serial', 'storage-access', 'usb', 'window-management',
];

/** The headers that every page of Attune is served with. */
export function policyHeaders(additions: PolicyAdditions = {}): ReadonlyMap<string, string> {
  return new Map([
    ['Content-Security-Policy', Object.entries(POLICY).map(([directive, sources]) => [directive, ...sources, ...additions[directive] ?? []].join(' ')).join('; ')],
    ['Permissions-Policy', [...WANTED.map((feature) => `${feature}=(self)`), ...UNWANTED.map((feature) => `${feature}=()`)].join(', ')],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'no-referrer'],
  ]);
}
