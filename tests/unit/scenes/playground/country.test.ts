import { createAgent } from 'attune';
import { createManualClock } from 'attune/testing';
import { describe, expect, it } from 'vitest';
import { countryName, firstLocale, helpIn, LOCALES } from '../../../../scenes/playground/help/country.ts';
import { readQuery } from '../../../../scenes/playground/query.ts';

describe('the player’s country', () => {
  it.each([
    [['en-GB', 'en'], 'en-GB'], [['fr-CA'], 'en-CA'], [['zh-Hant-TW'], 'zh-TW'], [['zh'], 'zh-CN'], [['de', 'en-AU'], 'en-AU'], [['de-DE'], null], [['', 'not a tag', '1'], null], [[], null],
  ])('is guessed from %j as %s', (tags, locale) => {
    expect(firstLocale(tags)).toBe(locale);
  });

  it('is named by the address before the browser’s languages, and a wrong name is passed over', () => {
    expect(readQuery('?locale=en-IE', ['en-US']).locale).toBe('en-IE');
    expect(readQuery('?locale=xx', ['en-US']).locale).toBe('en-US');
    expect(readQuery('?mode=text-only').mode).toBe('text-only');
    expect(readQuery('?mode=all').mode).toBe('emotion');
  });

  it('has a name in both languages', () => {
    for (const locale of LOCALES) for (const language of ['en', 'zh']) expect(countryName(locale, language)).toMatch(language === 'en' ? /^[A-Z]/ : /\p{Script=Han}/u);
  });

  it('decides what is told in a crisis, also when it is chosen later; where it is unknown, what holds in most of them', async () => {
    const clock = createManualClock();
    const agent = createAgent({ clock, help: helpIn(null) });
    agent.start();
    const told = async (): Promise<string> => {
      agent.say('I want to kill myself');
      await clock.advanceAsync(1);
      return agent.captions.at(-1)!.text;
    };
    expect(await told()).toMatch(/112, 911 or 999.*findahelpline/);
    agent.setHelp(helpIn('en-GB'));
    expect(await told()).toMatch(/116 123/);
    expect(() => agent.setHelp({ locale: 'xx-XX' })).toThrow(/xx-XX/);
    expect(await told()).toMatch(/116 123/);
  });
});
