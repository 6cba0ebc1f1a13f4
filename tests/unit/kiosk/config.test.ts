import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kioskJsonSchema } from '../../../scripts/docs/kiosk-json-schema.ts';
import { ROOT } from '../../../scripts/run.ts';
import { FIXED_ACTS, type AttuneError } from '../../../src/core/index.ts';
import { ALWAYS_ALLOWED, parseKioskConfig } from '../../../src/kiosk/index.ts';

const faultOf = (data: unknown): AttuneError => {
  try {
    parseKioskConfig(data, 'hall.json');
  } catch (thrown) {
    return thrown as AttuneError;
  }
  throw new Error('Expected a fault, but it was taken.');
};

describe('a kiosk\'s configuration', () => {
  it('may be empty: what is left out is careful', () => {
    expect(parseKioskConfig({})).toMatchObject({ languages: ['en', 'zh'], characters: ['mira'], presence: { camera: false, key: null, channel: null }, quietHours: [], operator: {} });
  });

  it('that ships is right, and has its schema beside it', () => {
    expect(() => parseKioskConfig(JSON.parse(readFileSync(join(ROOT, 'scenes/kiosk/kiosk.json'), 'utf8')))).not.toThrow();
    expect(readFileSync(join(ROOT, 'scenes/kiosk/kiosk.schema.json'), 'utf8')).toBe(kioskJsonSchema());
  });

  it.each([
    [{ languges: ['en'] }, 'languges: there is no such field'],
    [{ idle: { ask: 'soon' } }, 'idle.ask: expected a number of seconds from 5 to 3600, but got "soon"'],
    [{ idle: { ask: 1 } }, 'idle.ask: expected a number of seconds from 5 to 3600, but got 1'],
    [{ languages: [] }, 'languages: expected at least one, but got 0'],
    [{ languages: ['en', 'fr'] }, 'languages.1: expected one of en, zh, but got "fr"'],
    [{ quietHours: [{ from: '25:00', to: '09:00' }] }, 'quietHours.0.from: expected a time of day such as "18:30", but got "25:00"'],
    [{ quietHours: [{ from: '18:00' }] }, 'quietHours.0.to: expected this field, but got undefined'],
    [{ timeZone: 'Mars/Olympus' }, 'timeZone: expected a time zone such as "Europe/Berlin"'],
    [{ content: { acts: ['crisis-self-harm'] } }, 'content.acts.0: expected one of share-joy'],
    [{ content: { own: ['https://elsewhere.example/lines.json'] } }, 'content.own.0: expected a path on this server'],
    [{ operator: { pin: 2580 } }, 'operator.pin: expected 4 to 12 digits in quotes, but got 2580'],
    [[], 'the whole file: expected an object in braces, but got "a list"'],
    [null, 'the whole file: expected an object in braces, but got null'],
  ])('is told where it is wrong: %j', (data, told) => {
    const { code, message } = faultOf(data);
    expect(code).toBe('bad-input');
    expect(message).toContain('Expected hall.json to fit kiosk.schema.json');
    expect(message).toContain(told);
  });

  it('is told of every fault at once', () => {
    expect(faultOf({ quality: 'best', fullScreen: 'yes', idle: { grace: 0 } }).message.split('\n')).toHaveLength(5);
  });

  it('can not take away what is said for safety', () => {
    expect([...FIXED_ACTS].filter((act) => !ALWAYS_ALLOWED.has(act))).toEqual([]);
  });
});
