// The browser's own speech recognition (https://webaudio.github.io/web-speech-api/), which TypeScript's DOM library lacks.

export interface RecognitionResultEvent {
  /** All results since the recognition started. */
  readonly results: ArrayLike<{ readonly isFinal: boolean; readonly [alternative: number]: { readonly transcript: string; readonly confidence: number } }>;
}

export interface RecognitionEvents {
  readonly start: unknown;
  readonly end: unknown;
  readonly error: { readonly error: string };
  readonly result: RecognitionResultEvent;
}

export interface Recognition {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  /** Whether the sound must stay on the device; absent where the browser doesn't offer that. */
  processLocally?: boolean;
  addEventListener<Type extends keyof RecognitionEvents>(type: Type, listener: (event: RecognitionEvents[Type]) => void, options: { readonly signal: AbortSignal }): void;
  start(): void;
  stop(): void;
  abort(): void;
}

interface LanguageRequest {
  readonly langs: readonly string[];
  readonly processLocally: boolean;
}

export interface RecognitionClass {
  new (): Recognition;
  /** Whether a language can be understood on the device. */
  available?(request: LanguageRequest): Promise<'available' | 'downloadable' | 'downloading' | 'unavailable'>;
  /** Fetches what is needed for it, from the browser's maker. */
  install?(request: LanguageRequest): Promise<boolean>;
}

/** Whether the browser has a speech recognition of its own. */
export function hasBrowserRecognition(): boolean {
  return findRecognition() !== null;
}

/** Null where the browser has none. */
export function findRecognition(): RecognitionClass | null {
  const { SpeechRecognition, webkitSpeechRecognition } = globalThis as { SpeechRecognition?: RecognitionClass; webkitSpeechRecognition?: RecognitionClass };
  return SpeechRecognition ?? webkitSpeechRecognition ?? null;
}

/**
 * Whether a language can be understood without any sound leaving the device; what is missing for that is fetched.
 *
 * @param lang a language tag, such as `zh-CN`
 */
export async function canStayOnDevice(api: RecognitionClass, lang: string): Promise<boolean> {
  if (!('processLocally' in api.prototype) || !api.available) return false;
  const request: LanguageRequest = { langs: [lang], processLocally: true };
  try {
    const state = await api.available(request);
    if (state === 'available') return true;
    return state !== 'unavailable' && ((await api.install?.(request)) ?? false);
  } catch {
    return false;
  }
}
