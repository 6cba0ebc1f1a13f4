import type { Conformance } from './conclude.ts';
import type { PreflightLimits } from './limits.ts';
import type { PreflightReport } from './preflight.ts';

export interface ToPreflightWorker {
  readonly bytes: ArrayBuffer;
  readonly limits: Partial<PreflightLimits>;
}

export type FromPreflightWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'preflight'; readonly report: PreflightReport }
  | { readonly type: 'conformance'; readonly conformance: Conformance };
