import { type LoggedEvent, createScenario, fitPolicy, parsePack, type Policy, replayScenario } from 'attune/scenario';
import { describe, expect, it } from 'vitest';
import file from '../../../scenarios/service/scenario.json';
import { requestFor } from '../dialogue/requests.ts';

interface Sum { readonly asks: { readonly en: string }; readonly is: number }
interface Guess { readonly right: boolean; readonly angry: boolean | null }

/** Asks one sum until the answer is right. */
const sums: Policy<number, Sum, Guess> = {
  name: 'sums', lines: ['unknown'], acts: ['hand-over'], measures: ['answered'],
  more(data) {
    const sum = data as Partial<Sum> | undefined;
    return typeof sum?.is === 'number' ? { more: sum as Sum, faults: [] } : { more: null, faults: [{ path: ['is'], fault: 'expected a number' }] };
  },
  notice({ words, affect }, _, { is }) {
    const angry = affect && affect.category === 'anger';
    if (words === null) return angry ? { right: false, angry } : null;
    return /\d/.test(words) ? { right: Number(/\d+/.exec(words)) === is, angry } : null;
  },
  begin: () => 0,
  step(rights, event, _, { asks }) {
    const own = event.type === 'own' || event.type === 'message' ? event.own : undefined;
    const next = own?.right ? rights + 1 : rights;
    return [next, [{ type: 'say', pieces: [{ text: asks }] }, { type: 'measure', measure: 'answered', by: next - rights }]];
  },
};
const pack = parsePack({ ...file, policy: './sums.js', more: { asks: { en: 'How much is 3 and 4?' }, is: 7 } });
const signal = { aborted: false, addEventListener: () => {}, removeEventListener: () => {} };
const read = () => Promise.resolve({ match: null, ranking: [] });

function play(policy: Policy<number, Sum, Guess>) {
  const log: LoggedEvent<Guess>[] = [];
  const scenario = createScenario({ pack, policy, read, record: (event) => log.push(event) });
  return { log, scenario, say: (text: string) => scenario.dialogue.reply(requestFor('answer', text, { language: 'en', history: [], variant: 0 }), signal) };
}

describe('a policy with content and events of its own', () => {
  it('notices for itself what was said, says texts of its own, and replays without a word', async () => {
    const { say, scenario, log } = play(sums);
    expect(await say('Is it 8, Pomegranate?')).toBe('How much is 3 and 4?');
    // The same turn again is a correction, and is noticed in the state before it.
    await say('I mean 7');
    expect(scenario.state).toMatchObject({ policy: 1, turn: 1, measures: { answered: 1 } });
    expect(log.map(({ event }) => (event.type === 'message' ? event.own?.right : null))).toEqual([false, true]);
    const kept = JSON.stringify(log);
    expect(kept).not.toContain('Pomegranate');
    expect(replayScenario(pack, sums, JSON.parse(kept) as LoggedEvent<Guess>[])).toEqual(scenario.state);
  });

  it('hears what was said before it was cut off, in its order, and not what was corrected meanwhile', async () => {
    const { scenario, log } = play(sums);
    const reply = (text: string, before: readonly string[], aborted: boolean) => scenario.dialogue.reply(requestFor('answer', text, { language: 'en', history: before.map((each) => ({ speaker: 'player' as const, text: each })), variant: 0 }), { ...signal, aborted });
    await reply('Is it 8?', [], true);
    await reply('I mean 7', [], true);
    expect(log).toEqual([]);
    await reply('So it is 7', ['I mean 7'], false);
    expect(log.map(({ event }) => event.type === 'message' && event.turn)).toEqual([1, 1, 2]);
    expect(scenario.state).toMatchObject({ policy: 2, turn: 2 });
    // A new visitor's first message is heard alone.
    await reply('Is it 7?', ['a', 'b', 'c'], true);
    await reply('Is it 6?', [], false);
    expect(log).toHaveLength(4);
  });

  it('takes what the page tells, and what it notices in how somebody appears', () => {
    const { scenario, log } = play(sums);
    scenario.take({ type: 'own', own: { right: true, angry: null } }, 'en');
    scenario.feel({ phase: 'tracking', category: 'anger' }, 'en');
    expect(scenario.state.policy).toBe(1);
    expect(log.at(-1)).toEqual({ language: 'en', event: { type: 'own', own: { right: false, angry: true } } });
  });

  it('hears of no feelings where it must not', async () => {
    const { scenario, say, log } = play({ ...sums, feelings: false });
    scenario.feel({ phase: 'tracking', category: 'anger' }, 'en');
    await say('7');
    expect(log).toHaveLength(1);
    expect(log[0]!.event).toMatchObject({ mood: 'unknown', own: { right: true, angry: null } });
  });

  it('tells what its packs lack, and takes no content that nobody reads', () => {
    const { more: _, ...without } = pack;
    expect(fitPolicy({ ...without, more: undefined }, sums)).toEqual([{ path: ['more', 'is'], fault: 'expected a number' }]);
    const { more: __, ...plain } = sums;
    expect(fitPolicy(pack, plain as Parameters<typeof fitPolicy>[1])).toEqual([{ path: ['more'], fault: 'is nothing that the policy "sums" knows' }]);
  });
});
