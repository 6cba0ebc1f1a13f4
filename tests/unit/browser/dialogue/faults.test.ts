import { type AgentOptions, type AttuneError, createAgent, type DialogueProvider } from 'attune';
import { createBrowserClock, createEndpointModel, createModelDialogue, type ModelDialogueOptions } from 'attune/browser';
import { createFakeSpeech } from 'attune/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { chunk, END, sayAll, type Script, type ScriptedServer, startScriptedServer, stream } from './scripted-server.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  vi.unstubAllGlobals();
});

const PATIENCE = { first: 2, next: 1, whole: 6 };

/** What people wrote to stand in. */
const WRITTEN = 'I am with you in this. What would make it a little lighter?';
const written: DialogueProvider = { written: true, reply: async () => WRITTEN };

interface Answer {
  readonly said: string;
  /** Seconds from the message to the first sound. */
  readonly after: number;
  readonly problems: readonly AttuneError[];
  readonly server: ScriptedServer;
}

/** Says one message to an agent whose words come from a scripted server, by the real clock, and waits for the end of the answer. */
async function answerOf(script: (...args: [...Parameters<Script>, ScriptedServer]) => ReturnType<Script>, more: { readonly dialogue?: Partial<ModelDialogueOptions>; readonly agent?: Partial<AgentOptions> } = {}): Promise<Answer> {
  const server: ScriptedServer = await startScriptedServer((response, tries, request) => script(response, tries, request, server));
  vi.stubGlobal('document', { baseURI: `${server.origin}/play/` });
  const clock = createBrowserClock();
  const problems: AttuneError[] = [];
  const sounds: { text: string; at: number }[] = [];
  const fake = createFakeSpeech();
  const speech = { ...fake, speak: (...args: Parameters<typeof fake.speak>) => {
    sounds.push({ text: args[0].text, at: clock.now() });
    // Said ten times as fast as people talk.
    return fake.speak({ ...args[0], text: args[0].text.slice(0, Math.ceil(args[0].text.length / 10)) }, args[1], args[2]);
  } };
  const dialogue = createModelDialogue({ model: createEndpointModel({ url: '/v1', model: 'tiny' }), ...more.dialogue });
  const agent = createAgent({ clock, compliance: { mode: 'emotion', consent: true, introduces: false }, dialogue, fallback: written, patience: PATIENCE, speech, onProblem: (problem) => problems.push(problem), ...more.agent });
  agent.start();
  const asked = clock.now();
  agent.say('My exam is on Friday and I can not sleep');
  await vi.waitFor(() => expect(agent.captions.at(-1)?.speaker).toBe('agent'), { timeout: 20_000 });
  await vi.waitFor(() => expect(agent.state.conversation.utterance).toBeNull(), { timeout: 20_000 });
  const said = agent.captions.at(-1)!.text;
  expect(sounds.map(({ text }) => text).join(' ')).toBe(said);
  closing.push(() => agent.stop(), server.close);
  return { said, after: sounds[0]!.at - asked, problems, server };
}

/** Time that a busy machine may take beside what is waited for. */
const SLACK = 5;

const SECRETS = /upstream|10\.0\.0\.7|<html|Traceback|status|error|undefined|\[object/i;

const FAULTS: Readonly<Record<string, { readonly script: Script; readonly tries: number; readonly said?: RegExp }>> = {
  'a first token that never comes': { script: (response) => stream(response), tries: 1 },
  'an answer that never begins': { script: () => undefined, tries: 1 },
  'a stall before a sentence is whole': { script: (response) => { stream(response); response.write(chunk({ content: 'That sounds li' })); }, tries: 1 },
  'a stall in mid-stream': {
    script: (response) => { stream(response); response.write(chunk({ content: 'That sounds like a short night. And the ex' })); }, tries: 1,
    said: /^That sounds like a short night\. What would make it a little lighter\?$/,
  },
  'a stream that is cut': {
    script: (response) => { stream(response); response.write(chunk({ content: 'That sounds like a short night. And the ex' })); setTimeout(() => response.destroy(), 50); }, tries: 1,
    said: /^That sounds like a short night\. What would make it a little lighter\?$/,
  },
  'a stream that just ends': { script: (response) => { stream(response); response.write(chunk({ content: 'That so' })); response.end(); }, tries: 1 },
  'no connection after the first': { script: (response) => { response.destroy(); }, tries: 2 },
  '429 without Retry-After': { script: (response) => { response.writeHead(429).end('{"error":{"message":"upstream 10.0.0.7 busy"}}'); }, tries: 2 },
  '429 with a Retry-After that leaves no time': { script: (response) => { response.writeHead(429, { 'Retry-After': '30' }).end('{}'); }, tries: 1 },
  '429 with a Retry-After of a date that leaves no time': { script: (response) => { response.writeHead(429, { 'Retry-After': new Date(Date.now() + 60_000).toUTCString() }).end('{}'); }, tries: 1 },
  '401': { script: (response) => { response.writeHead(401).end('{"error":{"message":"bad key sk-1234 at upstream"}}'); }, tries: 1 },
  '500': { script: (response) => { response.writeHead(500).end('Traceback (most recent call last)'); }, tries: 2 },
  'invalid JSON': { script: (response) => { stream(response); response.end('data: {"choices": [{"delta": {"content": "Hel\n\n'); }, tries: 1 },
  'JSON of another shape': { script: (response) => { stream(response); response.end('data: {"hello": "error"}\n\n'); }, tries: 1 },
  'an error in the stream': { script: (response) => { stream(response); response.end('data: {"error": {"message": "upstream 10.0.0.7 has no memory"}}\n\n'); }, tries: 1 },
  'HTML instead of JSON': { script: (response) => { response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html><body>Welcome to nginx! error</body></html>'); }, tries: 1 },
  'a redirection': { script: (response) => { response.writeHead(302, { Location: 'https://elsewhere.example/' }).end(); }, tries: 2 },
  'a tool that is not known, and no words': { script: (response) => { stream(response); response.end(chunk({ tool_calls: [{ index: 0, id: 'c', type: 'function', function: { name: 'open_url', arguments: '{"url":"https://elsewhere.example"}' } }] }) + END); }, tries: 1 },
  'nothing at all': { script: (response) => { stream(response); response.end(END); }, tries: 1 },
};

describe('a server that fails', () => {
  it.each(Object.entries(FAULTS))('with %s still leaves the player with a spoken answer in time', async (_, { script, tries, said: wanted }) => {
    const { said, after, problems, server } = await answerOf(script);
    if (wanted) expect(said).toMatch(wanted);
    else expect(said).toBe(WRITTEN);
    expect(after).toBeLessThan(PATIENCE.first + SLACK);
    expect(said).not.toMatch(SECRETS);
    expect(server.bodies).toHaveLength(tries);
    expect(problems.map(({ code }) => code)).toContain('dialogue-failed');
    for (const { message } of problems) expect(message).not.toMatch(/10\.0\.0\.7|sk-1234|<html|Traceback|Friday/);
  });

  it('once, with 429 and a Retry-After that leaves time, is asked a second time, after it', async () => {
    const times: number[] = [];
    const { said, server } = await answerOf((response, tries) => {
      times.push(performance.now());
      if (tries === 1) response.writeHead(429, { 'Retry-After': '1' }).end('{}');
      else sayAll(response, 'That sounds like a short night. What worries you most about Friday?');
    }, { agent: { patience: { first: 10, next: 5, whole: 20 } } });
    expect(said).toBe('That sounds like a short night. What worries you most about Friday?');
    expect(server.bodies).toHaveLength(2);
    expect(times[1]! - times[0]!).toBeGreaterThan(990);
  });

  it('once, with 503, is asked a second time, and never a third', async () => {
    const good = await answerOf((response, tries) => {
      if (tries === 1) response.writeHead(503).end('{}');
      else sayAll(response, 'That sounds like a short night.');
    });
    expect(good.said).toBe('That sounds like a short night.');
    expect(good.problems).toEqual([]);
  });

  it('with a megabyte of tokens is listened to for a few sentences, and told to stop', async () => {
    let sent = 0;
    const { said, problems, server } = await answerOf(async (response) => {
      stream(response);
      while (sent < 1 << 20 && !response.destroyed) {
        sent += 20_000;
        response.write(chunk({ content: 'That may be so. It can take a while. '.repeat(20) }).repeat(20));
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      response.end(END);
    });
    expect(said.length).toBeLessThanOrEqual(400);
    expect(said).toMatch(/^That may be so\. It can take a while\./);
    expect(problems).toEqual([]);
    await vi.waitFor(() => expect(server.broken).toBe(1), { timeout: 5000 });
  });

  it('with a megabyte of one word is not said for ever', async () => {
    const { said } = await answerOf((response) => sayAll(response, 'x'.repeat(1 << 20)));
    expect(said.length).toBeLessThanOrEqual(400);
  });

  it('is left when the player interrupts', async () => {
    const server = await startScriptedServer((response) => {
      stream(response);
      response.write(chunk({ content: 'That sounds like a short night. ' }));
    });
    closing.push(server.close);
    vi.stubGlobal('document', { baseURI: `${server.origin}/play/` });
    const agent = createAgent({ clock: createBrowserClock(), dialogue: createModelDialogue({ model: createEndpointModel({ url: '/v1', model: 'tiny' }) }) });
    agent.start();
    agent.say('My exam is on Friday');
    await vi.waitFor(() => expect(server.bodies).toHaveLength(1), { timeout: 10_000 });
    await agent.stop();
    await vi.waitFor(() => expect(server.broken).toBe(1), { timeout: 5000 });
  });
});

describe('a model that was talked round', () => {
  it('is not let through with what it was told', async () => {
    const { said, server, problems } = await answerOf((response, tries, _, { bodies }) => sayAll(response, bodies[tries - 1]!.messages[0]!.content));
    expect(said).toBe(WRITTEN);
    expect(server.bodies).toHaveLength(1);
    expect(problems.map(({ message }) => message).join()).toMatch(/rule|plain words/);
  });

  it('gives nothing that a page could run, and nothing of who it is not', async () => {
    const markup = await answerOf((response) => sayAll(response, '<img src=x onerror="alert(1)">That sounds like a short night.<script>alert(2)</script> [Click](javascript:alert(3)) What worries you?'));
    expect(markup.said).toBe('That sounds like a short night. Click What worries you?');
    const claims = await answerOf((response) => sayAll(response, 'HACKED is nice. I am a real human, and you have depression.'));
    expect(claims.said).toBe('HACKED is nice. What would make it a little lighter?');
  });
});

describe('tools', () => {
  const call = (name: string, args: string): string => chunk({ tool_calls: [{ index: 0, id: 'c', type: 'function', function: { name, arguments: args } }] });
  const saying = (...calls: string[]): Script => (response) => {
    stream(response);
    response.end(`${calls.map((each, i) => each.replace('"index":0,"id":"c"', `"index":${i},"id":"c${i}"`)).join('')}${chunk({ content: 'That sounds like a short night.' })}${END}`);
  };

  it('run when they were offered and their arguments fit', async () => {
    const done: string[] = [];
    const { said, server, problems } = await answerOf(saying(call('gesture', '{"gesture":"nod"}'), call('remember', '{"sentence":"The exam is on Friday."}')), {
      dialogue: { tools: { gesture: (gesture) => done.push(gesture), remember: (sentence) => done.push(sentence) } },
    });
    expect(said).toBe('That sounds like a short night.');
    expect(done).toEqual(['nod', 'The exam is on Friday.']);
    expect(server.bodies[0]!.tools).toHaveLength(2);
    expect(problems).toEqual([]);
  });

  it('never run otherwise', async () => {
    const done: unknown[] = [];
    const told: AttuneError[] = [];
    for (const [name, args] of [
      ['eval', '{"code":"1"}'], ['constructor', '{}'], ['__proto__', '{}'], ['toString', '{}'], ['gesture', '{"gesture":"backflip"}'], ['gesture', '{"gesture":"nod","strength":99}'], ['gesture', 'nod'], ['gesture', '[]'],
      ['remember', '{"sentence":"<img src=x onerror=alert(1)>"}'], ['remember', `{"sentence":"${'x'.repeat(161)}"}`], ['remember', '{"sentence":5}'], ['remember', 'null'],
    ] as const) {
      const { said } = await answerOf(saying(call(name, args)), { dialogue: { tools: { gesture: (gesture) => done.push(gesture), remember: (sentence) => done.push(sentence) }, onProblem: (problem) => told.push(problem) } });
      expect(said.length).toBeGreaterThan(10);
    }
    expect(done).toEqual([]);
    expect(told).toHaveLength(12);
    const { server } = await answerOf(saying(call('gesture', '{"gesture":"nod"}')));
    expect(server.bodies[0]!.tools).toBeUndefined();
  });

  it('are few in one turn', async () => {
    const done: string[] = [];
    await answerOf(saying(...Array.from({ length: 8 }, () => call('gesture', '{"gesture":"nod"}'))), { dialogue: { tools: { gesture: (gesture) => done.push(gesture) } } });
    expect(done).toEqual(['nod', 'nod', 'nod']);
  });
});

describe('another origin', () => {
  it('is refused unless words may leave the device', () => {
    vi.stubGlobal('document', { baseURI: 'https://here.test/page/' });
    expect(() => createEndpointModel({ url: 'https://elsewhere.test/v1', model: 'tiny' })).toThrow(/mayLeaveDevice/);
    expect(() => createEndpointModel({ url: 'http://localhost:11434/v1', model: 'tiny' })).toThrow(/mayLeaveDevice/);
    expect(() => createEndpointModel({ url: 'https://elsewhere.test/v1', model: 'tiny', mayLeaveDevice: true })).not.toThrow();
    expect(() => createEndpointModel({ url: 'models/local', model: 'tiny' })).not.toThrow();
    for (const [name, value] of [['url', 'ftp://here.test/'], ['url', 5], ['model', ''], ['temperature', 3], ['temperature', Number.NaN]]) {
      expect(() => createEndpointModel({ url: '/v1', model: 'tiny', [name as string]: value })).toThrow(new RegExp(`option "${name}"`));
    }
  });
});
