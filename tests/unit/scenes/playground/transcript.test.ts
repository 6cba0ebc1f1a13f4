import { createAgent } from 'attune';
import { createManualClock } from 'attune/testing';
import { describe, expect, it } from 'vitest';
import { createTranscript } from '../../../../scenes/playground/conversation/transcript.ts';
import { asJson, asText } from '../../../../scenes/playground/conversation/write-transcript.ts';

const BEGAN = Date.UTC(2026, 0, 2, 10);

function meet() {
  const clock = createManualClock();
  const agent = createAgent({ clock });
  return { clock, agent, transcript: createTranscript(agent, BEGAN) };
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe('the transcript of a meeting', () => {
  it('tells for each answer why it was given and who found the words', async () => {
    const { agent, transcript } = meet();
    agent.say('I feel so sad and lonely today');
    await settle();
    const [told, answer] = transcript.turns.getState();
    expect(told).toMatchObject({ speaker: 'player', text: 'I feel so sad and lonely today', decided: null, by: null });
    expect(answer).toMatchObject({ speaker: 'agent', by: 'written', decided: { strategy: agent.state.plan!.strategy, skill: agent.state.plan!.skill, reasons: agent.state.plan!.reasons } });
    transcript.found(answer!.id, 'model');
    expect(transcript.turns.getState()[1]?.by).toBe('model');
  });

  it('keeps what the agent itself has forgotten, in order and once each, and forgets all when the agent is told to', async () => {
    const { agent, clock, transcript } = meet();
    for (let i = 1; i <= 260; i += 1) {
      agent.say(`Line ${i}`);
      clock.advance(0.1);
    }
    await settle();
    const turns = transcript.turns.getState();
    expect(turns.filter(({ speaker }) => speaker === 'player').map(({ text }) => text)).toEqual(Array.from({ length: 260 }, (_, i) => `Line ${i + 1}`));
    expect(new Set(turns.map(({ id }) => id)).size).toBe(turns.length);
    expect(agent.captions.length).toBeLessThan(turns.length);
    agent.erase();
    expect(transcript.turns.getState()).toEqual([]);
  });

  it('puts right in place what was corrected', async () => {
    const { agent, transcript } = meet();
    agent.say('Hello there');
    const { id } = agent.captions[0]!;
    agent.say('Hello dear', { corrects: id });
    await settle();
    expect(transcript.turns.getState().filter(({ speaker }) => speaker === 'player')).toMatchObject([{ id, text: 'Hello dear' }]);
  });

  it('is written for people and for programs', async () => {
    const { agent, clock, transcript } = meet();
    clock.advance(90);
    agent.say('Hello there');
    await settle();
    const text = asText(transcript, null, ({ speaker }) => (speaker === 'agent' ? 'Mira' : 'You'), (moment) => moment.toISOString().slice(11, 19));
    expect(text.split('\n')[0]).toBe('10:01:30 You: Hello there');
    const saved = JSON.parse(asJson(transcript, 'Mira', { condition: 'neutral', answers: {} })) as { turns: object[] };
    expect(saved).toMatchObject({ attune: 'transcript', character: 'Mira', began: '2026-01-02T10:00:00.000Z', study: { condition: 'neutral' } });
    expect(saved.turns).toMatchObject([{ time: '2026-01-02T10:01:30.000Z', at: 90, speaker: 'player' }, { speaker: 'agent', words: 'written', reasons: expect.any(Array) }]);
  });
});
