/** What can go wrong at the edges, one code for each kind of remedy. */
export const PROBLEM_CODES = [
  'permission-denied', 'device-missing', 'device-busy', 'device-ended', 'device-silent', 'sound-held', 'unsupported', 'asset-missing', 'asset-wrong', 'asset-broken',
  'model-missing', 'face-unseen', 'face-moving', 'echo-heard', 'words-unheard', 'worker-failed', 'speech-failed', 'dialogue-failed', 'avatar-unreadable', 'webgl-missing', 'picture-lost', 'storage-failed', 'bad-input',
] as const;
/** What went wrong, as one of {@link PROBLEM_CODES}: programs choose by it, and people read the sentence of the {@link AttuneError}. */
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** An error with one clear sentence: what was expected, what came, and what to do. */
export class AttuneError extends Error {
  override readonly name = 'AttuneError';
  readonly code: ProblemCode;

  constructor(code: ProblemCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** Gives any thrown value the shape of an {@link AttuneError}, keeping one that already has it. */
export function asProblem(thrown: unknown, code: ProblemCode, context: string): AttuneError {
  if (thrown instanceof AttuneError) return thrown;
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return new AttuneError(code, `${context}: ${detail}`, thrown);
}
