import fc from 'fast-check';
import { createAgent, DEFAULT_CHARACTER } from '../../../src/core/index.ts';
import { createEndpointModel, createModelDialogue } from '../../../src/browser/dialogue/index.ts';
import { createManualClock } from '../../../src/testing/index.ts';
import { changed, nastyText, torn } from '../arbitraries.ts';
import { promise, target } from '../target.ts';

const piece = (delta: unknown, finish: string | null = null): unknown => ({ id: 'a', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, delta, finish_reason: finish }] });
const call = (name: string, input: string): unknown => piece({ tool_calls: [{ index: 0, id: 'c', type: 'function', function: { name, arguments: input } }] });

const PIECES = [
  piece({ role: 'assistant', content: 'That sounds ' }), piece({ content: 'like a long night. ' }), piece({ content: '' }), piece({ reasoning_content: 'thinking' }), piece({}, 'stop'),
  call('remember', '{"sentence":"You like tea."}'), call('gesture', '{"gesture":"nod"}'), call('delete', '{}'), { error: { message: 'busy', code: 500 } }, { choices: [], usage: { prompt_tokens: 1, completion_tokens: 1 } },
];

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  /** Bytes that replace others, so that letters are broken in two: where, and which. */
  readonly bytes: readonly (readonly [number, number])[];
  /** How many bytes come at a time. */
  readonly cut: number;
}

const events = fc.array(fc.oneof(
  { weight: 4, arbitrary: changed(PIECES).map((value) => `data: ${JSON.stringify(value)}\n\n`) },
  { weight: 3, arbitrary: nastyText.map((text) => `data: ${JSON.stringify(piece({ content: text }))}\n\n`) },
  { weight: 1, arbitrary: fc.constantFrom('data: [DONE]\n\n', ': keep-alive\n\n', 'event: error\ndata: {}\n\n', 'data: {\n\n', 'data:\n\n', 'retry: 1\n\n', 'id: 1\r\n\r\n', '\n\n') },
), { maxLength: 12 }).map((parts) => `${parts.join('')}data: [DONE]\n\n`);

const answer: fc.Arbitrary<Answer> = fc.record({
  status: fc.oneof({ weight: 20, arbitrary: fc.constant(200) }, { weight: 1, arbitrary: fc.constantFrom(204, 400, 401, 429, 500, 503) }),
  type: fc.oneof({ weight: 12, arbitrary: fc.constant('text/event-stream') }, { weight: 1, arbitrary: fc.constantFrom('application/json', 'text/html', '') }),
  body: fc.oneof({ weight: 3, arbitrary: events }, { weight: 1, arbitrary: torn(events, ['data: ', '\n\n', '{', '"', '\\ud800', '[DONE]']) }),
  bytes: fc.array(fc.tuple(fc.nat(3000), fc.constantFrom(0x80, 0xC0, 0xED, 0xF8, 0xFF, 0)), { maxLength: 3 }),
  cut: fc.constantFrom(1, 7, 64, 100_000),
});

const { affect, appraisal } = createAgent({ clock: createManualClock() }).state;
const silent = { aborted: false, addEventListener: () => undefined, removeEventListener: () => undefined };

/** What a server sends as a language model's answer: only plain sentences come out, and tools are only asked for as they were offered. */
export const endpoint = target<Answer>({
  name: 'model-stream',
  brief: 40,
  inputs: answer,
  async try({ status, type, body, bytes, cut }) {
    const whole = new TextEncoder().encode(body);
    for (const [at, byte] of bytes) if (whole.length > 0) whole[at % whole.length] = byte;
    const before = globalThis.fetch;
    const had = Object.getOwnPropertyDescriptor(globalThis, 'document');
    Object.defineProperty(globalThis, 'document', { value: { baseURI: 'http://localhost/' }, configurable: true });
    globalThis.fetch = () => Promise.resolve(new Response(status === 204 ? null : new ReadableStream<Uint8Array<ArrayBuffer>>({
      start(controller) {
        const step = Math.max(cut, Math.ceil(whole.length / 1000));
        for (let at = 0; at < whole.length; at += step) controller.enqueue(whole.slice(at, at + step));
        controller.close();
      },
    }), { status, headers: type === '' ? {} : { 'content-type': type } }));
    try {
      const asked: string[] = [];
      const dialogue = createModelDialogue({
        model: createEndpointModel({ url: '/v1', model: 'm' }),
        tools: { remember: (sentence) => asked.push(sentence), gesture: (gesture) => asked.push(gesture) },
      });
      let said = '';
      const words = dialogue.reply({ act: 'comfort', strategy: 'comfort', skill: 'reflection', language: 'en', character: DEFAULT_CHARACTER, heard: 'Hi', history: [], affect, appraisal, variant: 0.5, patience: 0.5 }, silent);
      try {
        for await (const sentence of words as AsyncIterable<string>) said += sentence;
      } finally {
        promise(said.length <= 1000 && !/[<>{}[\]`*_|\\\p{Cc}\p{Cs}\u200B\u202A-\u202E\u2066-\u2069]/u.test(said), `plain words, not ${JSON.stringify(said)}`);
        promise(asked.length <= 3 && asked.every((each) => each.length <= 160 && !/[<>\p{Cc}]/u.test(each)), 'few and plain wishes');
      }
    } finally {
      globalThis.fetch = before;
      if (had) Object.defineProperty(globalThis, 'document', had);
      else Reflect.deleteProperty(globalThis, 'document');
    }
  },
});
