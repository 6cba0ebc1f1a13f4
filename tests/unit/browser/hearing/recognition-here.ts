import { vi } from 'vitest';
import { createBrowserRecognizer, type BrowserRecognizerOptions } from '../../../../src/browser/hearing/browser-recognizer.ts';
import type { Recognition, RecognitionClass, RecognitionEvents } from '../../../../src/browser/hearing/recognition-api.ts';
import type { Harness } from './recognizer-contract.ts';

/** A browser's speech recognition that hears what a test tells it to. */
export class RecognitionHere implements Recognition {
  static newest: RecognitionHere | null = null;
  static made = 0;
  /** What it says instead of starting. */
  static refuses: string | null = null;
  lang = '';
  continuous = false;
  interimResults = false;
  starts = 0;
  running = false;
  private readonly target = new EventTarget();
  private results: { isFinal: boolean; 0: { transcript: string; confidence: number } }[] = [];

  constructor() {
    RecognitionHere.newest = this;
    RecognitionHere.made += 1;
  }

  addEventListener<Type extends keyof RecognitionEvents>(type: Type, listener: (event: RecognitionEvents[Type]) => void, options: { readonly signal: AbortSignal }): void {
    this.target.addEventListener(type, listener as (event: unknown) => void, options);
  }

  start(): void {
    this.starts += 1;
    this.running = true;
    this.results = [];
    queueMicrotask(() => {
      if (RecognitionHere.refuses === null) this.tell('start', {});
      else this.breakDown(RecognitionHere.refuses);
    });
  }

  stop(): void {
    this.end();
  }

  abort(): void {
    this.end();
  }

  /** The newest result, or the next one after a final one. */
  hear(transcript: string, isFinal = false, confidence = 0.9): void {
    const last = this.results.at(-1);
    const result = { isFinal, 0: { transcript, confidence } };
    if (last && !last.isFinal) this.results[this.results.length - 1] = result;
    else this.results.push(result);
    this.tell('result', { results: [...this.results] });
  }

  breakDown(error: string): void {
    this.tell('error', { error });
    this.end();
  }

  end(): void {
    if (!this.running) return;
    this.running = false;
    this.tell('end', {});
  }

  private tell(type: keyof RecognitionEvents, more: object): void {
    this.target.dispatchEvent(Object.assign(new Event(type), more));
  }
}

/** One that can keep the sound on the device. */
export function localRecognition(state: 'available' | 'downloadable' | 'unavailable', installs = true): RecognitionClass {
  return class extends RecognitionHere {
    static available = async (): Promise<typeof state> => state;
    static install = async (): Promise<boolean> => installs;
    declare processLocally: boolean;
    static {
      Object.defineProperty(this.prototype, 'processLocally', { value: false, writable: true });
    }
  };
}

export function recognizerHere(options: Partial<BrowserRecognizerOptions> = {}, api: RecognitionClass = RecognitionHere) {
  RecognitionHere.newest = null;
  RecognitionHere.made = 0;
  RecognitionHere.refuses = null;
  vi.stubGlobal('SpeechRecognition', api);
  return createBrowserRecognizer({ language: 'zh', mayLeaveDevice: true, ...options });
}

/** Settles by letting the browser's patience run out. */
export function browserHarness(): Harness {
  vi.useFakeTimers();
  return { recognizer: recognizerHere(), settle: () => vi.advanceTimersByTimeAsync(4000).then(() => undefined) };
}
