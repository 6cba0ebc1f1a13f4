import { expect, it } from 'vitest';
import { createPersonNames } from '../../../../src/browser/face/person-names.ts';

it('never names two people of a visit alike, though a worker counts anew', () => {
  const names = createPersonNames();
  names.begin();
  expect([1, 2].map(names.nameOf)).toEqual(['person-1', 'person-2']);
  expect(names.countOf('person-2')).toBe(2);
  names.begin();
  expect(names.nameOf(1)).toBe('person-3');
  expect(names.countOf('person-3')).toBe(1);
  // Nobody of an earlier worker, nobody who was not met yet, and no other word.
  for (const name of ['person-2', 'person-4', 'Ada', '']) expect(names.countOf(name)).toBe(0);
});
