import type { Crisis } from '../signals/risk.ts';

/** Somewhere people answer. */
export interface HelpResource {
  readonly name: string;
  /** A number to dial, or a page to open. */
  readonly contact: string;
  /** What it is for. */
  readonly risks: readonly Crisis[];
  readonly hours: string;
  /** The page to check it against, and when it was last checked (year-month-day). */
  readonly source: string;
  readonly checked: string;
}

const ALL: readonly Crisis[] = ['self-harm', 'abuse', 'medical', 'other-in-danger'];
const CHECKED = '2026-11-28';
const ALWAYS = '24 hours a day';

function emergency(contact: string, name: string, source: string): HelpResource {
  return { name, contact, risks: ALL, hours: ALWAYS, source, checked: CHECKED };
}

function line(contact: string, name: string, risks: readonly Crisis[], source: string, hours = ALWAYS): HelpResource {
  return { name, contact, risks, hours, source, checked: CHECKED };
}

const LIFELINE: readonly Crisis[] = ['self-harm', 'other-in-danger'];

/** A list of helplines in most countries; told where no number is known for certain. */
export const ANYWHERE: HelpResource = line('findahelpline.com', 'Find A Helpline', ALL, 'https://findahelpline.com');

/**
 * Where people answer, by locale: a language and a country. Emergency numbers come first. Helplines were looked up in stored
 * copies of public pages. Numbers change: an operator should check those of its own country, and can replace them.
 */
export const HELP: Readonly<Record<string, readonly HelpResource[]>> = {
  'en-US': [
    emergency('911', 'emergency services', 'https://www.911.gov'),
    line('988', '988 Suicide & Crisis Lifeline, call or text', LIFELINE, 'https://988lifeline.org'),
    line('1-800-799-7233', 'National Domestic Violence Hotline', ['abuse'], 'https://ovc.ojp.gov/news/grantee-news/national-domestic-violence-hotline-answers-6-million-contacts'),
  ],
  'en-CA': [
    emergency('911', 'emergency services', 'https://www.canada.ca/en/public-health/services/suicide-prevention.html'),
    line('988', '9-8-8 Suicide Crisis Helpline, call or text', LIFELINE, 'https://988.ca'),
  ],
  'en-GB': [
    emergency('999', 'emergency services', 'https://www.nhs.uk/nhs-services/urgent-and-emergency-care-services/when-to-call-999/'),
    line('116 123', 'Samaritans', LIFELINE, 'https://www.samaritans.org'),
    line('0800 1111', 'Childline', ['abuse'], 'https://www.childline.org.uk'),
    line('0808 2000 247', 'National Domestic Abuse Helpline', ['abuse'], 'https://www.refuge.org.uk'),
  ],
  'en-IE': [
    emergency('112', 'emergency services', 'https://www2.hse.ie/services/ambulance/'),
    line('116 123', 'Samaritans', LIFELINE, 'https://www.samaritans.org/ireland/'),
  ],
  'en-AU': [
    emergency('000', 'emergency services', 'https://www.triplezero.gov.au'),
    line('13 11 14', 'Lifeline', LIFELINE, 'https://www.lifeline.org.au'),
  ],
  'zh-CN': [
    emergency('120', '急救', 'https://www.nhc.gov.cn'),
    emergency('110', '报警', 'https://www.mps.gov.cn'),
    line('12356', '全国统一心理援助热线', LIFELINE, 'https://c.m.163.com/news/a/JKBD9CKU0514CC6P.html', 'at least 18 hours a day'),
  ],
  'zh-TW': [
    emergency('119', '救護', 'https://www.nfa.gov.tw'),
    emergency('110', '報警', 'https://www.npa.gov.tw'),
    line('1925', '安心專線', LIFELINE, 'https://udn.com/news/story/7266/9329707'),
    line('113', '保護專線', ['abuse', 'other-in-danger'], 'https://udn.com/news/story/7266/9329707'),
  ],
  'zh-HK': [
    emergency('999', '緊急服務', 'https://csrp.hku.hk/getting-help/'),
    line('2389 2222', '香港撒瑪利亞防止自殺會', LIFELINE, 'https://csrp.hku.hk/getting-help/'),
    line('18111', '情緒通精神健康支援熱線', ['self-harm'], 'https://www.news.gov.hk/eng/2023/12/20231227/20231227_162155_701.html'),
  ],
};
