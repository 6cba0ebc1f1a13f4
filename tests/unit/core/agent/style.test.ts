import { admitEvent, type AgentEvent, createAgent, initialState, parseCharacter, step, type Style, type StyleChooser, type StyleRange } from 'attune';
import { createAdaptation } from 'attune/adapt';
import { parseLog, replay } from 'attune/record';
import { createManualClock } from 'attune/testing';
import { describe, expect, it } from 'vitest';

const FULL: Style = { verbosity: 1, warmth: 1, mirroring: 1, pace: 1, initiative: 1, asking: 1 };

function meet(chooser: StyleChooser, record: (line: string) => void = () => undefined) {
  const clock = createManualClock();
  const verbosities: number[] = [];
  const agent = createAgent({
    clock, adaptation: chooser, record, compliance: { mode: 'emotion', consent: true, introduces: false },
    dialogue: { written: true, reply: async ({ character }) => (verbosities.push(character.verbosity), 'I see.') },
  });
  const say = async (text: string): Promise<void> => {
    agent.say(text);
    for (let tick = 0; tick < 60; tick += 1) await clock.advance(0.1);
  };
  return { agent, say, verbosities };
}

function fullChooser() {
  const ranges: StyleRange[] = [];
  const heard: AgentEvent[] = [];
  const chooser: StyleChooser = { choose: (_, range) => (ranges.push(range), FULL), heed: (event) => void heard.push(event), forget: () => undefined };
  return { chooser, ranges, heard };
}

describe('a style', () => {
  it('is chosen before a message is answered, comes in as an event, and bends the character', async () => {
    const { chooser, heard } = fullChooser();
    const { agent, say, verbosities } = meet(chooser);
    agent.start();
    await say('I went to the market');
    expect(agent.state.style).toEqual(FULL);
    expect(verbosities[0]).toBeCloseTo(0.85);
    const kinds = heard.filter(({ type }) => type === 'style' || type === 'signal').map(({ type }) => type);
    expect(kinds).toEqual(['style', 'signal']);
  });

  it('may be no quicker and no merrier where something weighs on the player', async () => {
    const { chooser, ranges } = fullChooser();
    const { agent, say } = meet(chooser);
    agent.start();
    await say('I am so sad, my dog died');
    expect(ranges.at(-1)).toMatchObject({ pace: [-1, 0], mirroring: [-1, 0], warmth: [0, 1] });
  });

  it('is asked of nobody in a crisis, and what was chosen before has no effect in it', async () => {
    const { chooser, ranges } = fullChooser();
    const { agent, say, verbosities } = meet(chooser);
    agent.start();
    await say('I went to the market');
    await say('I want to kill myself');
    expect(ranges).toHaveLength(1);
    // The next answer leads back to people who can help; the one after it listens.
    await say('It was raining there');
    await say('It was cold, too');
    expect(ranges.at(-1)).toEqual({ verbosity: [0, 0], warmth: [0, 0], mirroring: [0, 0], pace: [0, 0], initiative: [0, 0], asking: [0, 0] });
    expect(verbosities.at(-1)).toBe(0.5);
  });

  it('asks twice in a row for whoever likes that, and once or never for others', () => {
    const asked = (asking: number): number => {
      let state = initialState({ seed: 1, language: 'en', character: parseCharacter({}) });
      let questions = 0;
      [state] = step(state, { type: 'style', at: 0, style: { ...FULL, asking } });
      for (let turn = 1; turn <= 3; turn += 1) {
        const at = 20 * turn;
        const event = admitEvent({ type: 'signal', at, signal: { kind: 'text', at, latency: 0, source: 'typed', quality: 1, id: `message-${turn}`, language: 'en', risk: null, reading: {
          valence: { mean: 0, variance: 1 / 3 }, arousal: { mean: 0, variance: 1 / 3 }, dominance: { mean: 0, variance: 1 / 3 }, intent: 'statement', cues: 0,
          emotions: { neutral: 0.93, happiness: 0.01, surprise: 0.01, sadness: 0.01, anger: 0.01, disgust: 0.01, fear: 0.01, contempt: 0.01 },
        } } });
        [state] = step(state, event);
        questions += state.plan?.skill === 'question' ? 1 : 0;
        [state] = step(state, { type: 'utterance-end', at: at + 5, id: state.conversation.utterance?.id ?? '', outcome: 'finished' });
      }
      return questions;
    };
    expect([asked(-1), asked(0), asked(1)]).toEqual([0, 2, 2]);
  });

  it('replays byte for byte without the one who chose it', async () => {
    const lines: string[] = [];
    const { agent, say } = meet(createAdaptation({ seed: 7, policy: { floor: 1 } }), (line) => lines.push(line));
    agent.start();
    for (const text of ['I went to the market', 'It was raining there', 'I am so happy about my exam', 'Thank you']) await say(text);
    expect(lines.some((line) => line.includes('"type":"style"'))).toBe(true);
    const log = parseLog(lines.join('\n'));
    expect(JSON.stringify(replay(log).cues)).toBe(JSON.stringify(log.cues));
  });

  it('is learnt from what follows, and forgotten when the visitor is', async () => {
    const adaptation = createAdaptation();
    const { agent, say } = meet(adaptation);
    agent.start();
    await say('I went to the market');
    adaptation.rate(1);
    await say('It was raining there');
    expect(adaptation.knowledge).toMatchObject({ turns: 1, log: [{ rating: 1 }] });
    agent.erase();
    expect(adaptation.knowledge.turns).toBe(0);
    expect(agent.state.style).toEqual({ verbosity: 0, warmth: 0, mirroring: 0, pace: 0, initiative: 0, asking: 0 });
  });
});
