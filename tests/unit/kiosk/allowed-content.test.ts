import { describe, expect, it } from 'vitest';
import { createDialogue } from '../../../src/dialogue/index.ts';
import { allowOnly } from '../../../src/kiosk/index.ts';
import type { DialogueRequest } from '../../../src/core/index.ts';
import { requestFor } from '../dialogue/requests.ts';

const heardBy = async (acts: Parameters<typeof allowOnly>[1], request: DialogueRequest): Promise<string> => {
  let act = '';
  const dialogue = allowOnly({ written: true, reply: async (asked) => (act = asked.act) }, acts);
  await dialogue.reply(request, new AbortController().signal);
  expect(dialogue.written).toBe(true);
  return act;
};

describe('what an operator allows', () => {
  it('is done, and anything else becomes listening', async () => {
    const request = requestFor('suggest', 'I can not sleep.');
    expect(await heardBy(['suggest'], request)).toBe('suggest');
    expect(await heardBy([], request)).toBe('reflect');
    expect(await heardBy([], { ...request, act: 'check-in', heard: null })).toBe('keep-company');
    expect(await heardBy(null, request)).toBe('suggest');
  });

  it('never stands against safety', async () => {
    expect(await heardBy([], requestFor('crisis-self-harm', 'words'))).toBe('crisis-self-harm');
  });

  it('are topics of the shipped content, by their names', () => {
    expect(() => createDialogue({ topics: ['sleep', 'work'] })).not.toThrow();
    expect(() => createDialogue({ topics: ['slep'] })).toThrow(/Expected topics out of .*sleep.*"slep"/);
  });
});
