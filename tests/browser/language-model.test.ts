import { createAgent } from 'attune';
import { createBrowserClock, createEndpointModel, createModelDialogue } from 'attune/browser';
import { afterEach, describe, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
});

const chunk = (content: string, finish: string | null = null): string => `data: ${JSON.stringify({ id: 'a', created: 1, model: 'tiny', choices: [{ index: 0, delta: { content }, finish_reason: finish }] })}\n\n`;

describe('a language model behind the page\'s own origin', () => {
  it('is asked in a browser, shows its words as they come, and hears when nobody waits', async () => {
    const requests: RequestInit[] = [];
    let write = (_text: string): void => undefined;
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      expect(new URL(url).origin).toBe(location.origin);
      requests.push(init);
      const body = new ReadableStream({ start(controller) {
        write = (text) => controller.enqueue(new TextEncoder().encode(text));
        init.signal?.addEventListener('abort', () => controller.error(init.signal?.reason));
      } });
      return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
    });
    const agent = createAgent({ clock: createBrowserClock(), dialogue: createModelDialogue({ model: createEndpointModel({ url: '/dialogue/local', model: 'tiny' }) }), patience: { first: 20, next: 20, whole: 25 } });
    agent.start();
    agent.say('My exam is on Friday');
    await vi.waitFor(() => expect(requests).toHaveLength(1), { timeout: 30_000 });
    expect(new Headers(requests[0]!.headers).has('user-agent')).toBe(false);
    expect(JSON.parse(requests[0]!.body as string)).toMatchObject({ model: 'tiny', stream: true, messages: [{ role: 'system' }, { role: 'user', content: '<player>My exam is on Friday</player>' }] });
    write(chunk('That sounds like a **big** day. What'));
    await vi.waitFor(() => expect(agent.captions.at(-1)?.text).toMatch(/AI, not a person\. That sounds like a big day\.$/), { timeout: 20_000 });
    expect(requests[0]!.signal?.aborted).toBe(false);
    await agent.stop();
    expect(requests[0]!.signal?.aborted).toBe(true);
  });
});
