import { createAgent } from 'attune';
import { createDiary, createMemory, createNotebook } from 'attune/memory';
import { assistantPolicy, companionPolicy, createAssistant, createScenario, createWhenReader, parsePack } from 'attune/scenario';
import { createFakeStore, createManualClock } from 'attune/testing';
import { describe, expect, it, vi } from 'vitest';
import { createIntentClassifier } from '../../../src/browser/text/intent/intent-classifier.ts';
import assistantFile from '../../../scenarios/assistant/scenario.json';
import companionFile from '../../../scenarios/companion/scenario.json';

const CHECK_IN = { kind: 'check-in', valence: -0.4, arousal: 0.5, words: ['tense'], note: 'before the exam', appears: null } as const;

const classifierOf = (pack: ReturnType<typeof parsePack>) => createIntentClassifier(null, pack.content.en!.intents.map(({ id, examples }) => ({ name: id, examples })));

describe('erasing an agent with a scenario', () => {
  it('deletes the notebook on the device, and its scenario begins anew', async () => {
    const pack = parsePack(assistantFile);
    const { classify } = await classifierOf(pack);
    const store = createFakeStore();
    const notebook = createNotebook({ span: 'device', store });
    await notebook.settled();
    const assistant = createAssistant({ notebook, readWhen: await createWhenReader() });
    const scenario = createScenario({ pack, policy: assistant.policy, read: classify, fill: assistant.fill, forget: () => void notebook.remember('off') });
    scenario.subscribe(() => assistant.follow(scenario.state.policy));
    const clock = createManualClock();
    // Whoever greets with what is remembered hands the wish to forget on.
    const agent = createAgent({ clock, dialogue: createMemory().welcoming(scenario.dialogue) });
    agent.start();
    agent.say('Remind me to call my sister at five');
    await vi.waitFor(async () => {
      await clock.advance(0.1);
      expect(notebook.notes).toMatchObject([{ words: 'call my sister' }]);
    });
    await notebook.settled();
    expect(store.kept.size).toBe(1);
    const [item] = scenario.state.policy.items;
    agent.erase();
    await notebook.settled();
    expect([...store.kept]).toEqual([]);
    expect(notebook.notes).toEqual([]);
    expect(assistant.wordsOf(item!.id)).toBe('');
    expect(scenario.state.policy).toEqual(assistantPolicy.begin());
    expect([scenario.state.turn, scenario.finding, scenario.slots.size]).toEqual([0, null, 0]);
    await agent.stop();
  });

  it('deletes the diary on the device', async () => {
    const store = createFakeStore();
    const diary = createDiary({ span: 'device', store });
    diary.add(CHECK_IN);
    await diary.settled();
    expect(store.kept.size).toBe(1);
    const pack = parsePack(companionFile);
    const scenario = createScenario({ pack, policy: companionPolicy, read: (await classifierOf(pack)).classify, forget: () => void diary.clear() });
    const agent = createAgent({ clock: createManualClock(), dialogue: scenario.dialogue });
    scenario.take({ type: 'own', own: { about: 'report', by: 'sliders', valence: -0.4, arousal: 0.5, words: ['tense'] } }, 'en');
    agent.erase();
    await diary.settled();
    expect([...store.kept]).toEqual([]);
    expect(scenario.state.policy.report).toBeNull();
    await agent.stop();
  });

  it('hears no message afterwards that was being read before', async () => {
    const pack = parsePack(companionFile);
    const { classify } = await classifierOf(pack);
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const log: unknown[] = [];
    let asked = 0;
    const scenario = createScenario({
      pack, policy: companionPolicy, record: (event) => log.push(event),
      read: async (message) => {
        asked += 1;
        await gate;
        return classify(message);
      },
    });
    const clock = createManualClock();
    const agent = createAgent({ clock, dialogue: scenario.dialogue });
    agent.start();
    agent.say('I feel very tense');
    await vi.waitFor(async () => {
      await clock.advance(0.1);
      expect(asked).toBeGreaterThan(0);
    });
    agent.erase();
    release();
    for (let tick = 0; tick < 20; tick += 1) await clock.advance(0.1);
    expect(log).toEqual([]);
    expect(scenario.finding).toBeNull();
    await agent.stop();
  });
});
