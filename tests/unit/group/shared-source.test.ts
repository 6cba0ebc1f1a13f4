import { describe, expect, it } from 'vitest';
import { createAgent, type HeardWords } from '../../../src/core/index.ts';
import { shareSource } from '../../../src/group/index.ts';
import { createFakeSource, createManualClock, fakeVoice } from '../../../src/testing/index.ts';

const words = (id: string, text: string): HeardWords => ({ id, text, stable: text.length, final: true, confidence: 0.9, language: 'en', at: 1, source: 'fake' });

function two() {
  const clock = createManualClock();
  const microphone = createFakeSource('voice');
  const shared = shareSource(microphone);
  let addressed = 0;
  const agents = [0, 1].map((index) => ({ agent: createAgent({ clock }), source: shared.for(() => addressed === index) }));
  for (const { agent } of agents) agent.start();
  return { clock, microphone, agents: agents.map(({ agent }) => agent), sources: agents.map(({ source }) => source), address: (index: number) => (addressed = index) };
}

describe('a shared source', () => {
  it('tells everybody how the player is, and only whom they speak to what they say', async () => {
    const { clock, microphone, agents, sources, address } = two();
    for (const [index, agent] of agents.entries()) await agent.attach(sources[index]!);
    microphone.send({ type: 'signal', at: 0, signal: fakeVoice(0) });
    expect(agents.map(({ state }) => state.signals.voice?.kind)).toEqual(['voice', 'voice']);
    await clock.advanceAsync(1);
    microphone.hear({ ...words('one', 'Good evening'), final: false });
    // Who turns to the other in the middle of a sentence still said it to the first.
    address(1);
    microphone.hear(words('one', 'Good evening to you'));
    microphone.hear(words('two', 'And what do you sell'));
    await clock.advanceAsync(1);
    const heard = agents.map(({ captions }) => captions.filter(({ speaker }) => speaker === 'player').map(({ text }) => text));
    expect(heard).toEqual([['Good evening to you'], ['And what do you sell']]);
  });

  it('opens with the first and closes with the last, and each is told whether it is live', async () => {
    const { microphone, agents: [emil, mira], sources } = two();
    await emil!.attach(sources[0]!);
    await mira!.attach(sources[1]!);
    expect([emil!, mira!].map(({ state }) => state.senses.voice.status)).toEqual(['live', 'live']);
    await emil!.detach('voice');
    expect(microphone.started).toBe(true);
    expect(emil!.state.senses.voice.status).toBe('off');
    expect(mira!.state.senses.voice.status).toBe('live');
    await mira!.stop();
    expect(microphone.started).toBe(false);
    expect(mira!.state.senses.voice.status).toBe('off');
    await emil!.attach(sources[0]!);
    expect(microphone.started).toBe(true);
    expect(emil!.state.senses.voice.status).toBe('live');
  });

  it('passes on whatever comes, for each to judge, and is opened anew where its device never stopped or did not start', async () => {
    const { clock, agents: [emil, mira] } = two();
    const device = createFakeSource('voice');
    let [starts, stops] = [0, 0];
    const shared = shareSource({
      sense: 'voice',
      start(...given) {
        starts += 1;
        return starts === 1 ? Promise.reject(new Error('in use')) : device.start(...given);
      },
      stop() {
        stops += 1;
        return new Promise(() => undefined);
      },
    });
    const [one, other] = [shared.for(), shared.for()];
    await emil!.attach(one);
    expect(emil!.state.senses.voice.status).toBe('failed');
    await mira!.attach(other);
    expect(mira!.state.senses.voice.status).toBe('live');
    device.send(null as never);
    for (const odd of [null, {}]) device.hear(odd as never);
    const closed = [emil!.detach('voice'), mira!.detach('voice')];
    await clock.advanceAsync(5);
    await Promise.all(closed);
    expect(stops).toBe(1);
    await emil!.attach(one);
    expect([starts, emil!.state.senses.voice.status]).toEqual([3, 'live']);
    void emil!.detach('voice');
    expect(stops).toBe(2);
  });
});
