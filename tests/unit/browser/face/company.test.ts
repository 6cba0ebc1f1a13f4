import { describe, expect, it } from 'vitest';
import { createCompany, type Company } from '../../../../src/browser/face/company.ts';

/** Looks 15 times a second at so many faces, and around whenever that is due; tells how often it looked around. */
function watch(company: Company, from: number, to: number, faces: number, around = faces): number {
  let times = 0;
  for (let at = from; at < to; at += 1 / 15) {
    company.seen(company.several ? faces : Math.min(1, faces), at);
    if (!company.due(at)) continue;
    times += 1;
    company.lookedAround(around, at);
  }
  return times;
}

describe('company', () => {
  it('looks for several at first, and for one once the player has been alone for a while', () => {
    const company = createCompany();
    expect(company.several).toBe(true);
    watch(company, 0, 3.9, 1);
    expect(company.several).toBe(true);
    watch(company, 3.9, 4.2, 1);
    expect(company.several).toBe(false);
  });

  it('then looks around about every two seconds, and never while it looks for several', () => {
    const company = createCompany();
    expect(watch(company, 0, 4, 1)).toBe(0);
    const times = watch(company, 4, 64, 1);
    expect(times).toBeGreaterThanOrEqual(28);
    expect(times).toBeLessThanOrEqual(30);
  });

  it('looks for several as soon as somebody came, while they stay and a few seconds longer', () => {
    const company = createCompany();
    watch(company, 0, 10, 1);
    watch(company, 10, 12.2, 2);
    expect(company.several).toBe(true);
    watch(company, 12.2, 60, 2);
    expect(company.several).toBe(true);
    watch(company, 60, 63.8, 1);
    expect(company.several).toBe(true);
    watch(company, 63.8, 64.2, 1);
    expect(company.several).toBe(false);
  });

  it('looks less and less often at a shadow that only the look around takes for a face', () => {
    const company = createCompany();
    const early = watch(company, 0, 60, 1, 2);
    const late = watch(company, 600, 660, 1, 2);
    expect(early).toBeLessThanOrEqual(6);
    expect(late).toBeLessThanOrEqual(2);
    // Somebody real is found nevertheless.
    watch(company, 660, 700, 2);
    expect(company.several).toBe(true);
  });

  it('is ready for several while nobody is there, and again after everybody has left', () => {
    const company = createCompany();
    watch(company, 0, 60, 0);
    expect(company.several).toBe(true);
    watch(company, 60, 70, 1);
    expect(company.several).toBe(false);
    watch(company, 70, 71, 0);
    watch(company, 71, 72, 1);
    expect(company.several).toBe(false);
    watch(company, 72, 74.2, 0);
    expect(company.several).toBe(true);
  });
});
