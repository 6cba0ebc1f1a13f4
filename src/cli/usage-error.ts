/** The caller asked for something that cannot be done as asked: the bin exits with 2, not 1. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
