import { afterEach, vi } from 'vitest';
import { createEndpointRecognizer } from '../../../../src/browser/hearing/endpoint-recognizer.ts';
import { createFakeRecognizer } from '../../../../src/testing/index.ts';
import { browserHarness } from './recognition-here.ts';
import { describeRecognizer } from './recognizer-contract.ts';
import { moonshineHarness, turns } from './moonshine-harness.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describeRecognizer('the fake', () => ({ recognizer: createFakeRecognizer({ texts: ['hello', 'you', 'there'] }), settle: turns }));
describeRecognizer('Moonshine in its worker', moonshineHarness);
describeRecognizer('the browser\'s own', browserHarness);
describeRecognizer('a transcription endpoint', () => {
  vi.stubGlobal('document', { baseURI: 'https://here.test/page/' });
  vi.stubGlobal('fetch', async (_: string, { signal }: RequestInit) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    signal?.throwIfAborted();
    return new Response(JSON.stringify({ text: 'so it is' }));
  });
  return { recognizer: createEndpointRecognizer({ url: '/v1/audio/transcriptions', language: 'en' }), settle: () => new Promise((resolve) => setTimeout(resolve, 200)) };
});
