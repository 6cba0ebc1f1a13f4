import { type AttuneError, createAgent, type Language, readText, type TextReader, type TextReading } from 'attune';
import { createFakeDialogue, createFakeSource, createManualClock, fakeWords } from 'attune/testing';
import { describe, expect, it } from 'vitest';

/** A reader that answers when it is told to. */
function createSlowReader(): TextReader & { answer(text: string): void; fail(text: string): void } {
  const waiting = new Map<string, { resolve: (reading: TextReading) => void; reject: (reason: Error) => void; language: Language }>();
  return {
    read: (text, language) => new Promise((resolve, reject) => waiting.set(text, { resolve, reject, language })),
    answer(text) {
      const { resolve, language } = waiting.get(text)!;
      resolve({ ...readText(text, language), domain: { name: text, confidence: 1 } });
    },
    fail: (text) => waiting.get(text)!.reject(new Error('no memory left')),
  };
}

async function meet(text?: TextReader) {
  const clock = createManualClock();
  const problems: AttuneError[] = [];
  const lines: string[] = [];
  const agent = createAgent({ clock, compliance: { mode: 'emotion', consent: true, introduces: false }, dialogue: createFakeDialogue(), onProblem: (problem) => problems.push(problem), record: (line) => lines.push(line), recordWords: true, ...(text ? { text } : {}) });
  const ear = createFakeSource('voice');
  agent.start();
  await agent.attach(ear);
  const messages = () => lines.map((line) => JSON.parse(line) as { signal?: { kind: string; id: string; source: string; quality: number; latency: number; reading: TextReading } })
    .flatMap(({ signal }) => (signal?.kind === 'text' ? [signal] : []));
  return { agent, clock, problems, lines, ear, messages };
}

describe('a reader of text', () => {
  it('is waited for, and messages keep their order', async () => {
    const reader = createSlowReader();
    const { agent, clock, messages } = await meet(reader);
    agent.say('first');
    agent.say('second');
    reader.answer('second');
    await clock.advanceAsync(0.5);
    expect(messages()).toEqual([]);
    reader.answer('first');
    await clock.advanceAsync(0.2);
    expect(messages().map(({ reading }) => reading.domain?.name)).toEqual(['first', 'second']);
    expect(messages()[0]!.latency).toBeGreaterThanOrEqual(0.5);
  });

  it.each(['is late', 'fails'])('that %s is stood in for by the lexicon', async (how) => {
    const reader = createSlowReader();
    const { agent, clock, problems, messages } = await meet(reader);
    agent.say('I feel lonely');
    if (how === 'fails') reader.fail('I feel lonely');
    await clock.advanceAsync(2);
    expect(messages().map(({ reading }) => reading)).toEqual([readText('I feel lonely')]);
    expect(problems.map(({ code }) => code)).toEqual(['model-missing']);
    reader.answer('I feel lonely');
    await clock.advanceAsync(1);
    expect(messages()).toHaveLength(1);
  });

  it('that throws is stood in for too, and a later message is still read', async () => {
    let calls = 0;
    const { agent, clock, problems, messages } = await meet({
      read(text) {
        calls += 1;
        if (calls === 1) throw new Error('broken');
        return readText(text);
      },
    });
    agent.say('I am happy');
    agent.say('I am sad');
    await clock.advanceAsync(0.2);
    expect(messages().map(({ reading }) => reading)).toEqual([readText('I am happy'), readText('I am sad')]);
    expect(problems).toHaveLength(1);
  });

  it('has nothing to tell of somebody who has left', async () => {
    const reader = createSlowReader();
    const { agent, clock, messages } = await meet(reader);
    agent.say('private');
    agent.erase();
    reader.answer('private');
    await clock.advanceAsync(0.5);
    expect(messages()).toEqual([]);
  });
});

describe('words that are heard', () => {
  it('are shown while they grow, and answered when they are whole', async () => {
    const { agent, clock, ear, messages, lines } = await meet();
    ear.hear(fakeWords(0, 'I feel', { final: false, stable: 1 }));
    ear.hear(fakeWords(0, 'I feel so', { final: false, stable: 6 }));
    await clock.advanceAsync(0.3);
    expect(agent.captions).toMatchObject([{ id: 'speech-1', speaker: 'player', text: 'I feel so', heard: { stable: 6, final: false } }]);
    expect(messages()).toEqual([]);
    ear.hear(fakeWords(0, 'I feel so lonely.'));
    await clock.advanceAsync(0.3);
    expect(agent.captions).toMatchObject([{ id: 'speech-1', text: 'I feel so lonely.', heard: { final: true, confidence: 0.9 } }, { speaker: 'agent', text: '(comfort)' }]);
    expect(messages()).toMatchObject([{ id: 'speech-1', source: 'fake', quality: 0.9 }]);
    expect(lines.filter((line) => line.includes('"words"') && line.includes('feel'))).toHaveLength(1);
  });

  it('are doubted as far as they were heard badly, and asked for again when they hardly were', async () => {
    const { agent, clock, ear } = await meet();
    ear.hear(fakeWords(0, 'I am happy'));
    await clock.advanceAsync(0.3);
    const sure = agent.state.affect.senses.text!.valence;
    ear.hear(fakeWords(clock.now(), 'I am happy', { id: 'speech-2', confidence: 0.3 }));
    await clock.advanceAsync(0.3);
    const unsure = agent.state.affect.senses.text!.valence;
    expect(unsure.variance).toBeGreaterThan(sure.variance);
    expect(agent.captions.at(-1)?.text).toBe('(ask-again)');
  });

  it('are asked for again when none was made out of more than a cough, and leave no caption', async () => {
    const { agent, clock, ear } = await meet();
    const speak = async (lasted: number): Promise<void> => {
      const at = clock.now();
      ear.send({ type: 'speech-start', at });
      ear.hear(fakeWords(at, 'mm', { final: false, stable: 0 }));
      await clock.advanceAsync(lasted);
      ear.send({ type: 'speech-end', at: clock.now(), words: true });
      ear.hear(fakeWords(at, ' '));
    };
    await speak(0.4);
    await clock.advanceAsync(1);
    expect(agent.captions).toEqual([]);
    await speak(2);
    await clock.advanceAsync(0.3);
    expect(agent.captions).toMatchObject([{ speaker: 'agent', text: '(ask-again)' }]);
  });

  it('are taken back when their speech is given up, and then not asked for again', async () => {
    const { agent, clock, ear } = await meet();
    ear.hear(fakeWords(0, 'I feel', { final: false, stable: 1 }));
    ear.hear(fakeWords(0, '', { final: false, stable: 0 }));
    await clock.advanceAsync(0.3);
    expect(agent.captions).toEqual([]);
  });

  it('of somebody who was forgotten are shown to nobody', async () => {
    const { agent, clock, ear, messages } = await meet();
    await clock.advanceAsync(1);
    agent.erase();
    ear.hear(fakeWords(0.5, 'my secret', { final: false }));
    ear.hear(fakeWords(0.5, 'my secret is'));
    await clock.advanceAsync(0.3);
    expect(agent.captions).toEqual([]);
    expect(messages()).toEqual([]);
    ear.hear(fakeWords(1.1, 'hello', { id: 'speech-2' }));
    await clock.advanceAsync(0.3);
    expect(agent.captions[0]).toMatchObject({ text: 'hello' });
  });

  it('can be corrected by typing, and are answered anew', async () => {
    const { agent, clock, ear, messages } = await meet();
    ear.hear(fakeWords(0, 'I am bad at chess'));
    await clock.advanceAsync(0.3);
    agent.say('I am sad at school', { corrects: 'speech-1' });
    await clock.advanceAsync(0.3);
    expect(agent.captions.filter(({ speaker }) => speaker === 'player')).toMatchObject([{ id: 'speech-1', text: 'I am sad at school', heard: null }]);
    expect(messages().at(-1)).toMatchObject({ id: 'speech-1', source: 'typed', quality: 1 });
    agent.say('I am fine', { corrects: 'speech-99' });
    await clock.advanceAsync(0.3);
    expect(agent.captions.filter(({ speaker }) => speaker === 'player')).toHaveLength(2);
  });
});

describe('a speech whose words are being made out', () => {
  it('is nodded at, without the excuse of not understanding words', async () => {
    const { agent, clock, ear } = await meet();
    ear.send({ type: 'speech-start', at: 0 });
    await clock.advanceAsync(2);
    ear.send({ type: 'speech-end', at: 2, words: true });
    await clock.advanceAsync(1);
    expect(agent.captions).toEqual([]);
    expect(agent.state.plan?.intents).toMatchObject([{ kind: 'gesture', gesture: 'nod' }]);
  });

  it('can be asked to be said again', async () => {
    const { agent, clock } = await meet();
    agent.say('hello');
    await clock.advanceAsync(0.3);
    agent.say('Please say that again');
    await clock.advanceAsync(0.3);
    expect(agent.captions.at(-1)?.text).toBe('(say-again)');
  });
});
