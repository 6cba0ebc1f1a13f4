import { AbortError, ClientOfflineError, ConnectionTimeoutError, DisconnectsClientError, SocketClosedUnexpectedlyError, SocketTimeoutError, TimeoutError } from 'redis';

/** Errors of the client that mean that there is no connection; those of the system have a code. */
const UNCONNECTED = [AbortError, ClientOfflineError, ConnectionTimeoutError, DisconnectsClientError, SocketClosedUnexpectedlyError, SocketTimeoutError, TimeoutError];
/** What Redis answers while it can't serve, and will again: it loads, has no room on disk or in memory, or another node took over. */
const UNABLE = /^(?:LOADING|MISCONF|OOM|READONLY|MASTERDOWN|TRYAGAIN|CLUSTERDOWN|NOREPLICAS|EXECABORT|BUSY) /;

/** Whether an error will pass by itself, so that trying again is right. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return UNCONNECTED.some((kind) => error instanceof kind) || UNABLE.test(error.message) || ('code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code));
}

/** Whether Redis forgot a stream's group: it was started again without what it had kept. */
export function isForgotten(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('NOGROUP ');
}
