import {
  type AbortSignal, type AgentEvent, AttuneError, closeMouth, type Clock, type DialogueProvider, type HeardWords, type Language, type Sense, type SignalSink, type SignalSource,
  type SpeechOutcome, type SpeechRequest, type SpeechSynthesizer,
} from '../core/index.ts';

/** A source that sends what a test tells it to. */
export interface FakeSource extends SignalSource {
  send(event: AgentEvent): void;
  /** As if these words had been heard. */
  hear(words: HeardWords): void;
  readonly started: boolean;
}

/**
 * Makes a source of one sense, for tests: it sends what it is given, and throws an {@link AttuneError} `bad-input` while it is not attached.
 *
 * @example
 * import { createAgent } from 'attune';
 * import { createFakeSource, createManualClock, fakeFace } from 'attune/testing';
 *
 * const clock = createManualClock();
 * const agent = createAgent({ clock });
 * const face = createFakeSource('face');
 * await agent.attach(face);
 * face.send({ type: 'signal', at: clock.now(), signal: fakeFace(clock.now(), { smile: 0.7 }) });
 */
export function createFakeSource(sense: Sense): FakeSource {
  let sink: SignalSink | null = null;
  let clock: Clock | null = null;
  const tell = (status: 'live' | 'off'): void => {
    if (clock) sink?.event({ type: 'sense', at: clock.now(), sense, status, problem: null });
  };
  const started = (): SignalSink => {
    if (!sink) throw new AttuneError('bad-input', `Expected a started ${sense} source, but this one is stopped. Attach it to an agent first.`);
    return sink;
  };
  return {
    sense,
    get started() {
      return sink !== null;
    },
    async start(sessionClock, signalSink) {
      clock = sessionClock;
      sink = signalSink;
      tell('live');
    },
    async stop() {
      tell('off');
      sink = null;
    },
    send: (event) => started().event(event),
    hear: (words) => started().words(words),
  };
}

/** A voice that makes no sound but keeps the time of one: 15 characters a second. */
export interface FakeSpeech extends SpeechSynthesizer {
  /** Everything that was asked to be said. */
  readonly requests: readonly SpeechRequest[];
  /** How loud it was told to be, in order, as [id, level]. */
  readonly levels: readonly (readonly [string, number])[];
  readonly disposed: boolean;
}

/**
 * Makes a voice without sound, for tests. By default it speaks English; with `fails` every utterance rejects.
 *
 * @example
 * import { createAgent } from 'attune';
 * import { createFakeSpeech, createManualClock } from 'attune/testing';
 *
 * const clock = createManualClock();
 * const speech = createFakeSpeech({ languages: ['en', 'zh'] });
 * const agent = createAgent({ clock, speech });
 * agent.start();
 * agent.say('Hello!'); // as if the player had written it
 * await clock.advanceAsync(10);
 * console.log(speech.requests.map(({ text }) => text));
 */
export function createFakeSpeech(options: { readonly languages?: readonly Language[]; readonly fails?: boolean } = {}): FakeSpeech {
  const { languages = ['en'], fails = false } = options;
  const requests: SpeechRequest[] = [];
  const levels: [string, number][] = [];
  let current: { readonly id: string; readonly end: (outcome: SpeechOutcome) => void } | null = null;
  let opening = 0;
  let disposed = false;
  return {
    requests,
    levels,
    get disposed() {
      return disposed;
    },
    capabilities: { source: 'fake', languages, onDevice: true, mouth: 'sound', tone: false },
    speaks: (language) => languages.includes(language),
    speak(request, clock, listener) {
      requests.push(request);
      if (disposed) return Promise.reject(new AttuneError('speech-failed', 'Expected a voice, but this fake one was disposed. Create another to speak.'));
      if (!languages.includes(request.language)) return Promise.reject(new AttuneError('unsupported', `Expected one of ${languages.join(', ')}, but got "${request.language}". Ask speaks() first.`));
      if (fails) return Promise.reject(new AttuneError('speech-failed', 'Expected a voice, but this fake one fails on purpose.'));
      current?.end('cancelled');
      if (!/[\p{L}\p{N}]/u.test(request.text)) return Promise.resolve('finished');
      const duration = request.text.length / 15;
      return new Promise((resolve) => {
        const begun = clock.now();
        const stop = clock.every(0.02, () => {
          opening = 0.5 - 0.5 * Math.cos((clock.now() - begun) * 8 * Math.PI);
          if (clock.now() - begun >= duration) end('finished');
        });
        const end = (outcome: SpeechOutcome): void => {
          stop();
          opening = 0;
          current = null;
          resolve(outcome);
        };
        current = { id: request.id, end };
        listener.started(begun, duration);
      });
    },
    duck(id, level) {
      levels.push([id, level]);
    },
    cancel(id) {
      if (current?.id === id) current.end('cancelled');
    },
    sampleMouth(mouth) {
      closeMouth(mouth);
      mouth.aa = opening;
    },
    async dispose() {
      current?.end('cancelled');
      disposed = true;
    },
  };
}

/** How a dialogue for tests answers: at once, in pieces, or not at all. */
export interface FakeDialogueOptions {
  readonly fails?: boolean;
  /** Passes for a language model: words come in pieces, one every 0.05 s of this clock, and it is not asked for what calls for care. */
  readonly streams?: Clock;
}

/** A dialogue that answers with the act's own name, or fails. It is no language model, so it is asked for everything. */
export function createFakeDialogue({ fails = false, streams }: FakeDialogueOptions = {}): DialogueProvider {
  if (streams) return { reply: ({ act, language }, signal) => inPieces(language === 'zh' ? `（${act}）。我在听。再多说一点吧。` : `(${act}) I am listening. Tell me a little more about it.`, streams, signal) };
  return {
    written: true,
    async reply({ act }) {
      if (fails) throw new Error('this fake dialogue fails on purpose');
      return `(${act})`;
    },
  };
}

async function* inPieces(text: string, clock: Clock, signal: AbortSignal): AsyncGenerator<string, void> {
  for (const piece of text.match(/.{1,8}/gu) ?? []) {
    await new Promise<void>((resolve) => {
      const stop = clock.every(0.05, () => {
        stop();
        resolve();
      });
    });
    if (signal.aborted) return;
    yield piece;
  }
}
