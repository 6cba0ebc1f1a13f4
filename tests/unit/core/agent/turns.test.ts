import fc from 'fast-check';
import { type AgentOptions, type AttuneError, createAgent, type DialogueProvider, type DialogueRequest, type Risk, type TextReader, RISKS, UNIFORM, UNKNOWN } from 'attune';
import { createFakeDialogue, createFakeSpeech, createManualClock } from 'attune/testing';
import { describe, expect, it } from 'vitest';
import { goOn } from '../../../../src/core/agent/go-on.ts';
import { partSentences } from '../../../../src/core/agent/sentences.ts';
import { restOf } from '../../../../src/core/agent/take-up.ts';

/** Words that a test hands out piece by piece. */
function createPieces() {
  const waiting: ((result: IteratorResult<string>) => void)[] = [];
  const ready: IteratorResult<string>[] = [];
  const requests: DialogueRequest[] = [];
  let aborted = 0;
  const give = (result: IteratorResult<string>): void => {
    const next = waiting.shift();
    if (next) next(result);
    else ready.push(result);
  };
  const dialogue: DialogueProvider = {
    reply(request, signal) {
      requests.push(request);
      signal.addEventListener('abort', () => {
        aborted += 1;
      });
      return { [Symbol.asyncIterator]: () => ({ next: () => new Promise((resolve) => {
        const next = ready.shift();
        if (next) resolve(next);
        else waiting.push(resolve);
      }) }) };
    },
  };
  return { dialogue, requests, say: (value: string) => give({ done: false, value }), end: () => give({ done: true, value: undefined }), aborts: () => aborted };
}

function meet(options: Partial<AgentOptions>) {
  const clock = createManualClock();
  const problems: AttuneError[] = [];
  const agent = createAgent({ clock, compliance: { mode: 'emotion', consent: true, introduces: false }, seed: 3, onProblem: (problem) => problems.push(problem), ...options });
  agent.start();
  const said = (): string | undefined => agent.captions.findLast(({ speaker }) => speaker === 'agent')?.text;
  return { agent, clock, problems, said };
}

describe('a turn and the player\'s voice', () => {
  const longWords: DialogueProvider = { written: true, reply: async () => 'That sounds like a long day. What took the most out of you? Tell me a little more about it.' };

  it('is said more softly while the player may be speaking, and goes on where it was no speech', async () => {
    const speech = createFakeSpeech();
    const { agent, clock } = meet({ dialogue: longWords, speech });
    agent.say('I had a long day');
    await clock.advanceAsync(1);
    const id = agent.state.conversation.utterance!.id;
    agent.dispatch({ type: 'speech-start', at: clock.now(), confirms: true });
    await clock.advanceAsync(0.3);
    expect(speech.levels).toEqual([[id, 0.25]]);
    agent.dispatch({ type: 'speech-pause', at: clock.now(), patience: 0.6, open: null });
    expect(speech.levels).toEqual([[id, 0.25], [id, 1]]);
    await clock.advanceAsync(0.3);
    expect(agent.state.conversation.utterance?.id).toBe(id);
  });

  it('is not begun while the player may be speaking', async () => {
    const speech = createFakeSpeech();
    const { dialogue, say, end } = createPieces();
    const { agent, clock } = meet({ dialogue, speech });
    agent.say('I had a long day');
    await clock.advanceAsync(0.2);
    agent.dispatch({ type: 'speech-start', at: clock.now(), confirms: true });
    say('That sounds tiring.');
    end();
    await clock.advanceAsync(0.5);
    expect(speech.requests).toEqual([]);
    agent.dispatch({ type: 'speech-pause', at: clock.now(), patience: 0.6, open: null });
    await clock.advanceAsync(0.1);
    expect(speech.requests.map(({ text }) => text)).toEqual(['That sounds tiring.']);
  });

  it('is taken up from the sentence in which it was cut off', async () => {
    const speech = createFakeSpeech();
    const { agent, clock, said } = meet({ dialogue: longWords, speech });
    agent.say('I had a long day');
    await clock.advanceAsync(2.5);
    agent.dispatch({ type: 'speech-start', at: clock.now(), confirms: true });
    agent.dispatch({ type: 'speech-confirmed', at: clock.now() });
    await clock.advanceAsync(0.3);
    expect(agent.state.conversation.utterance).toBeNull();
    agent.dispatch({ type: 'speech-end', at: clock.now(), words: true });
    agent.dispatch({ type: 'words-missed', at: clock.now() });
    await clock.advanceAsync(0.2);
    expect(said()).toMatch(/^(?:As I was saying|I was saying|To go on): What took the most out of you\? Tell me a little more about it\.$/);
    expect(speech.requests.at(-1)?.text).toBe(said());
  });

  it('loses no word when it is taken up, wherever it was cut off', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('One, two. ', 'Three? ', '四。', 'Mr. Five goes on! ', 'six '), { minLength: 1, maxLength: 6 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (parts, share) => {
      const text = parts.join('').trim();
      const rest = restOf(text, share);
      expect(text.endsWith(rest)).toBe(true);
      expect(rest.length).toBeGreaterThanOrEqual(Math.floor((1 - share) * text.length) - 1);
      expect(restOf(text, 0)).toBe(text);
    }));
  });
});

describe('words that come in pieces', () => {
  it('sound from the first sentence on, while the rest is made', async () => {
    const { dialogue, say, end } = createPieces();
    const speech = createFakeSpeech();
    const { agent, clock, said } = meet({ dialogue, speech });
    agent.say('I had a long day');
    say('That sounds ti');
    await clock.advanceAsync(0.5);
    expect(said()).toBeUndefined();
    say('ring. What');
    await clock.advanceAsync(0.3);
    expect(said()).toBe('That sounds tiring.');
    expect(agent.state.conversation.utterance?.started).not.toBeNull();
    say(' took the most? Tell');
    say(' me a little.');
    end();
    await clock.advanceAsync(0.3);
    expect(speech.requests.map(({ text }) => text)).toEqual(['That sounds tiring.']);
    await clock.advanceAsync(1.5);
    // What came meanwhile is said in one go, so that nothing of it has to wait again.
    expect(speech.requests.map(({ text }) => text)).toEqual(['That sounds tiring.', 'What took the most? Tell me a little.']);
    expect(said()).toBe('That sounds tiring. What took the most? Tell me a little.');
    expect(new Set(speech.requests.map(({ id }) => id)).size).toBe(1);
    await clock.advanceAsync(5);
    expect(agent.state.conversation.utterance).toBeNull();
  });

  it('end at any moment, and their maker hears of it', async () => {
    const { dialogue, say, aborts } = createPieces();
    const speech = createFakeSpeech();
    const { agent, clock, said, problems } = meet({ dialogue, speech });
    agent.say('I had a long day');
    say('That sounds tiring. And th');
    await clock.advanceAsync(0.3);
    agent.dispatch({ type: 'speech-start', at: clock.now() });
    await clock.advanceAsync(0.6);
    expect(aborts()).toBe(1);
    expect(agent.state.conversation.utterance).toBeNull();
    say('is is too late. Nobody hears it.');
    await clock.advanceAsync(3);
    expect(said()).toBe('That sounds tiring.');
    expect(speech.requests).toHaveLength(1);
    expect(problems).toEqual([]);
  });

  it('are recorded once, as they were in the end', async () => {
    const { dialogue, say, end } = createPieces();
    const lines: string[] = [];
    const { agent, clock } = meet({ dialogue, record: (line) => lines.push(line), recordWords: true });
    agent.say('I had a long day');
    say('That sounds tiring. What took the most?');
    await clock.advanceAsync(0.3);
    end();
    await clock.advanceAsync(8);
    expect(lines.filter((line) => line.includes('"type":"words"')).map((line) => (JSON.parse(line) as { text: string }).text)).toEqual(['I had a long day', 'That sounds tiring. What took the most?']);
  });

  it('are not waited for longer than the agent has patience', async () => {
    for (const before of ['', '   ', '\n']) {
      const { dialogue, say, aborts } = createPieces();
      const { agent, clock, said, problems } = meet({ dialogue, patience: { first: 4 } });
      agent.say('I had a long day');
      await clock.advanceAsync(0.2);
      for (let at = 0; at < 3; at += 1) {
        if (before !== '') say(before);
        await clock.advanceAsync(1.2);
      }
      expect(said()).toBeUndefined();
      await clock.advanceAsync(0.6);
      expect(said()?.length).toBeGreaterThan(5);
      expect(aborts()).toBe(1);
      expect(problems.map(({ code }) => code)).toEqual(['dialogue-failed']);
      expect(problems[0]?.message).toMatch(/within 4\.0 s|more words/);
    }
  });

  it('that stop in mid-sentence are brought to an end, by something that was not said', async () => {
    for (const how of ['stalls', 'is cut'] as const) {
      const { dialogue, say } = createPieces();
      const broken: DialogueProvider = how === 'stalls' ? dialogue : {
        async* reply() {
          yield 'That sounds hard. It may ';
          throw new Error('connection reset at 10.0.0.7');
        },
      };
      const fallback: DialogueProvider = { written: true, reply: async () => 'That sounds hard, really. What would help a little? I am listening.' };
      const { agent, clock, said, problems } = meet({ dialogue: broken, fallback, speech: createFakeSpeech() });
      agent.say('I had a long day');
      say('That sounds hard. It may ');
      await clock.advanceAsync(8);
      expect(said()).toBe('That sounds hard. What would help a little?');
      expect(problems).toHaveLength(1);
    }
  });

  it('are bounded, however many come', async () => {
    for (const flood of ['word '.repeat(200_000), 'x'.repeat(1_000_000), 'One more. '.repeat(100_000)]) {
      const { agent, clock, said } = meet({ dialogue: { async* reply() { yield flood; } } });
      agent.say('I had a long day');
      await clock.advanceAsync(1);
      expect(said()!.length).toBeLessThanOrEqual(1200);
      expect(said()!.length).toBeGreaterThan(5);
    }
  });

  it('must be words', async () => {
    for (const reply of [async () => '', async () => '  ', async () => 5, async () => null, async function* () {}, async function* () { yield {}; }, () => { throw new Error('no'); }]) {
      const { agent, clock, said, problems } = meet({ dialogue: { reply } as never });
      agent.say('hello');
      await clock.advanceAsync(0.3);
      expect(said()).toMatch(/Mira/);
      expect(problems.map(({ code }) => code)).toEqual(['dialogue-failed']);
    }
  });

  it('are found by the lines when the stand-in fails too', async () => {
    const { agent, clock, said, problems } = meet({ dialogue: { reply: () => Promise.reject(new Error('one')) }, fallback: createFakeDialogue({ fails: true }) });
    agent.say('hello');
    await clock.advanceAsync(0.3);
    expect(said()).toMatch(/Mira/);
    expect(problems).toHaveLength(2);
  });

  it('need a patience that can be had', () => {
    for (const first of [0, -1, Number.NaN, 26]) expect(() => meet({ patience: { first } })).toThrow(/patience\.first to be above 0 and at most 25 seconds/);
  });
});

/** Reads messages as neutral, with a risk where they name one. */
const reader = (delay = false): TextReader => ({
  read(text) {
    const reading = { valence: UNKNOWN, arousal: UNKNOWN, dominance: UNKNOWN, emotions: UNIFORM, intent: 'statement', domain: null, cues: 0 } as const;
    return delay && text.includes('slowly') ? new Promise(() => undefined) : reading;
  },
});

describe('what a language model is told', () => {
  /** An agent that a model speaks for, and events as they would be if its messages had been screened so. */
  async function screened(messages: readonly [string, Risk | null][]) {
    const requests: DialogueRequest[] = [];
    const model: DialogueProvider = {
      async reply(request) {
        requests.push(request);
        return 'That is what a model says.';
      },
    };
    const met = meet({ dialogue: model, text: reader() });
    let heard = 0;
    await met.agent.attach({
      sense: 'voice', stop: async () => undefined,
      async start(clock, sink) {
        for (const [text, risk] of messages) {
          const id = `heard-${heard += 1}`;
          // Words are heard as far as they are shown; the signal tells what screening found in them.
          sink.words({ id, text, stable: 0, final: false, confidence: 1, language: 'en', at: clock.now(), source: 'test' });
          sink.event({ type: 'signal', at: clock.now(), signal: { kind: 'text', id, at: clock.now(), latency: 0, source: 'test', quality: 1, language: 'en', reading: reader().read(text, 'en') as never, risk } });
          await met.clock.advanceAsync(6);
        }
      },
    });
    return { ...met, requests };
  }

  it('is nothing that calls for care', async () => {
    for (const risk of RISKS) {
      const { requests, said } = await screened([['words of danger', risk]]);
      expect(requests).toEqual([]);
      expect(said()).not.toMatch(/model/);
    }
    const { requests } = await screened([['a plain message', null]]);
    expect(requests).toHaveLength(1);
  });

  it('is nothing of it later either', async () => {
    const lines: string[] = [];
    const { agent, clock } = meet({
      text: reader(), fallback: { written: true, reply: async ({ history }) => `Written ${history.length}.` },
      dialogue: {
        async reply({ history, heard }) {
          lines.push(JSON.stringify([history, heard]));
          return 'A model says so.';
        },
      },
    });
    agent.say('first');
    await clock.advanceAsync(0.3);
    agent.dispatch({ type: 'signal', at: clock.now(), signal: { kind: 'text', id: 'message-9', at: clock.now(), latency: 0, source: 'typed', quality: 1, language: 'en', reading: reader().read('', 'en') as never, risk: 'hate' } });
    await clock.advanceAsync(0.3);
    const refused = agent.captions.at(-1)!.text;
    expect(refused).not.toMatch(/model|Written/);
    agent.say('second');
    await clock.advanceAsync(0.3);
    expect(lines).toHaveLength(2);
    expect(lines[1]).not.toContain(refused);
    expect(lines[1]).toMatch(/first.*A model says so.*second/);
  });

  it('is nothing that was not read yet', async () => {
    const seen: string[] = [];
    const { agent, clock } = meet({ text: reader(true), dialogue: { async reply({ history }) {
      seen.push(...history.map(({ text }) => text));
      return 'I see.';
    } } });
    agent.say('read at once');
    agent.say('read slowly');
    await clock.advanceAsync(0.3);
    expect(seen).toEqual(['read at once']);
  });
});

describe('sentences', () => {
  it('lose nothing of a text, wherever it is cut', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('. ', '? ', '。', '！', 'Dr. ', ' ', ', ', 'a'.repeat(400))), { maxLength: 30 }), (pieces) => {
      let [rest, all] = ['', ''];
      for (const piece of pieces) {
        const parted = partSentences(rest + piece);
        rest = parted.rest;
        all += parted.sentences.join('');
        expect(rest.length).toBeLessThanOrEqual(300);
      }
      expect(all + rest).toBe(pieces.join(''));
    }));
  });

  it('end where people end them', () => {
    expect(partSentences('It is hard. Is it? "Yes!" she said. Dr. Lee said 3.5. J. too').sentences).toEqual(['It is hard.', ' Is it?', ' "Yes!"', ' she said.', ' Dr. Lee said 3.5.']);
    expect(partSentences('听起来很累。你还好吗？我').sentences).toEqual(['听起来很累。', '你还好吗？']);
  });
});

describe('how a broken turn goes on', () => {
  it('asks, says nothing twice, and leaves a question alone', () => {
    expect(goOn('That sounds hard.', 'That sounds hard. I am here. What would help?')).toBe(' What would help?');
    expect(goOn('That sounds hard.', 'That sounds really hard.')).toBe('');
    expect(goOn('What would help?', 'I am here. What happened?')).toBe('');
    expect(goOn('听起来真不容易。', '听起来很不容易。我在这里，不用着急。')).toBe('我在这里，不用着急。');
  });
});

describe('words that take long', () => {
  it('are told to be on their way by one sound, after a second and a half, and not where they come in time', async () => {
    const sounds: string[] = [];
    const { dialogue, say, end } = createPieces();
    const { agent, clock } = meet({ dialogue, playSound: ({ earcon }) => sounds.push(earcon) });
    agent.say('I had a long day');
    await clock.advanceAsync(1.3);
    expect(sounds).toEqual([]);
    await clock.advanceAsync(2);
    expect(sounds).toEqual(['thinking']);
    say('That sounds tiring. ');
    end();
    await clock.advanceAsync(8);
    agent.say('It was');
    await clock.advanceAsync(1);
    say('I am here.');
    end();
    await clock.advanceAsync(8);
    expect(sounds).toEqual(['thinking']);
  });
});
