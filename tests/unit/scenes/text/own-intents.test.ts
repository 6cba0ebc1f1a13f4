import type { BrowserTextReader } from 'attune/browser';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createOwnIntents } from '../../../../scenes/text/intents/own-intents.ts';
import { createProblems } from '../../../../scenes/shared/problems.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function learner() {
  const setIntents = vi.fn<BrowserTextReader['setIntents']>(() => Promise.resolve());
  const onLearnt = vi.fn();
  const problems = createProblems();
  const intents = createOwnIntents({ setIntents } as unknown as BrowserTextReader, problems, onLearnt);
  return { intents, setIntents, onLearnt, problems, state: () => intents.view.getState().state };
}

it('learns what is complete, a moment after the last change', async () => {
  const { intents, setIntents, onLearnt, state } = learner();
  intents.add([{ name: ' parcel ', examples: 'where is it\n\n  when does it come ' }]);
  intents.change(intents.view.getState().drafts[0]!.id, { name: 'parcels' });
  await vi.runAllTimersAsync();
  expect(setIntents.mock.calls).toEqual([[[{ name: 'parcels', examples: ['where is it', 'when does it come'] }]]]);
  expect(state()).toBe('learnt');
  expect(onLearnt).toHaveBeenCalledOnce();
});

it.each([
  ['no name', [{ name: ' ', examples: 'a\nb' }]], ['one example, twice', [{ name: 'x', examples: 'a\na' }]], ['a name that is taken', [{ name: 'x', examples: 'a\nb' }, { name: 'x ', examples: 'c\nd' }]],
])('does not learn an intent with %s', async (_, drafts) => {
  const { intents, setIntents, state } = learner();
  intents.add(drafts);
  await vi.runAllTimersAsync();
  expect(setIntents).not.toHaveBeenCalled();
  expect(state()).toBe('incomplete');
});

it('unlearns all when the last one goes', async () => {
  const { intents, setIntents, state } = learner();
  intents.add([{ name: 'x', examples: 'a\nb' }]);
  await vi.runAllTimersAsync();
  intents.remove(intents.view.getState().drafts[0]!.id);
  await vi.runAllTimersAsync();
  expect(setIntents).toHaveBeenLastCalledWith([]);
  expect(state()).toBe('none');
});

it('tells why they could not be learnt', async () => {
  const { intents, setIntents, problems, state } = learner();
  setIntents.mockRejectedValue(new Error('no worker'));
  intents.add([{ name: 'x', examples: 'a\nb' }]);
  await vi.runAllTimersAsync();
  expect(state()).toBe('failed');
  expect(problems.list.getState()).toHaveLength(1);
});
