import { createAgent, likeliest, readText } from 'attune';
import { createFakeDialogue, createFakeSource, createManualClock, fakeFace } from 'attune/testing';
import { describe, expect, it } from 'vitest';

async function meet() {
  const clock = createManualClock();
  const agent = createAgent({ clock, dialogue: createFakeDialogue() });
  const camera = createFakeSource('face');
  agent.start();
  await agent.attach(camera);
  const look = async (seconds: number) => {
    for (let i = 0; i < seconds * 10; i += 1) {
      await clock.advanceAsync(0.1);
      camera.send({ type: 'signal', at: clock.now(), signal: fakeFace(clock.now(), { smile: -0.9, browLower: 0.4 }) });
    }
  };
  return { agent, clock, look };
}

describe('what players say of themselves', () => {
  it('outweighs what is seen, is answered, and fades', async () => {
    const { agent, look } = await meet();
    await look(5);
    expect(agent.state.affect.estimate.valence.mean).toBeLessThan(-0.3);
    agent.report('happiness');
    await look(1);
    expect(likeliest(agent.state.affect.estimate.emotions)).toBe('happiness');
    expect(agent.state.affect.estimate.valence.mean).toBeGreaterThan(0.3);
    expect(agent.state.affect.because).toContainEqual({ sense: 'report', cue: 'says-happiness', strength: 1 });
    expect(agent.captions.at(-1)?.text).toBe('(take-word)');
    expect(agent.state.affect.conflict.between).toEqual(['report', 'face']);
    await look(150);
    expect(agent.state.affect.estimate.valence.mean).toBeLessThan(0);
  });

  it('is heard in words too', async () => {
    const { agent, clock, look } = await meet();
    await look(5);
    agent.say("no, I'm fine");
    await clock.advanceAsync(0.3);
    expect(Math.abs(agent.state.affect.estimate.valence.mean)).toBeLessThan(0.2);
    expect(agent.captions.at(-1)?.text).toBe('(take-word)');
  });

  it.each(["I'm fine", 'No, I am okay', "I'm not sad", '我没事', '不，我很好', '我没有生气'])('takes "%s" as such a word', (text) => {
    expect(readText(text).intent).toBe('correction');
  });

  it.each(['Is the weather fine?', 'I am finally done', 'She is not sad', '我很好奇'])('and "%s" not', (text) => {
    expect(readText(text).intent).not.toBe('correction');
  });
});
