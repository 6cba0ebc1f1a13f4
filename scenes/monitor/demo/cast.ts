import type { ViewEntity } from 'attune/monitor';

/** Companies that do not exist. */
export const CAST: readonly ViewEntity[] = [
  { id: 'quillmoor', name: 'Quillmoor Foods', aliases: ['Quillmoor', '奎尔穆尔食品'], tickers: ['QLMF'] },
  { id: 'tarnwick', name: 'Tarnwick Motors', aliases: ['Tarnwick', '塔恩威克汽车'], tickers: ['TNWK'] },
  { id: 'osselby', name: 'Osselby Energy', aliases: ['Osselby', '奥瑟比能源'], tickers: ['OSLB'] },
  { id: 'larkridge', name: 'Lark Ridge Electronics', aliases: ['Lark Ridge', '云雀岭电子'], tickers: ['LRKE'] },
];

/** Who writes about them; and how often, in parts of all. */
export const SOURCES: readonly (readonly [name: string, share: number])[] = [['Morning Ledger', 0.34], ['Harbour Wire', 0.28], ['晨间财讯', 0.2], ['Tickertalk', 0.18]];
/** The one of them that writes in Chinese. */
export const CHINESE = 2;

export type Leaning = 'good' | 'plain' | 'bad';

/** What is said: `{name}` is the entity, `{n}` a number. `story` names the event that a line belongs to; those without one are said on any day. */
export interface Line {
  readonly leaning: Leaning;
  readonly language: 'en' | 'zh';
  readonly topic: string;
  readonly story?: 'recall' | 'probe' | 'record' | 'contract';
  readonly text: string;
}

const en = (leaning: Leaning, topic: string, text: string, story?: Line['story']): Line => ({ leaning, language: 'en', topic, text, ...(story && { story }) });
const zh = (leaning: Leaning, topic: string, text: string, story?: Line['story']): Line => ({ leaning, language: 'zh', topic, text, ...(story && { story }) });

export const LINES: readonly Line[] = [
  en('good', 'results', '{name} profit rises {n}% as margins improve'),
  en('good', 'orders', '{name} wins a supply contract worth {n} million'),
  en('good', 'guidance', '{name} raises its full-year outlook after a strong quarter'),
  en('good', 'ratings', 'Analysts upgrade {name} on growing demand'),
  en('good', 'products', '{name} receives approval for its new plant filter'),
  en('plain', 'people', '{name} appoints a new head of logistics'),
  en('plain', 'results', '{name} will publish its quarterly results on the {n}th'),
  en('plain', 'products', '{name} shows a new model at the autumn fair'),
  en('plain', 'capital', '{name} shareholders meet in hall {n}'),
  en('plain', 'deals', '{name} moves its head office to the old harbour'),
  en('plain', 'jobs', '{name} trains {n} apprentices this year'),
  en('bad', 'results', '{name} profit falls {n}% on higher costs'),
  en('bad', 'jobs', '{name} cuts {n} jobs as orders weaken'),
  en('bad', 'guidance', '{name} warns that sales will miss its forecast'),
  en('bad', 'shares', '{name} shares drop {n}% after a weak report'),
  en('bad', 'law', 'Court orders {name} to pay a fine of {n} million'),
  zh('good', 'results', '{name}净利润增长{n}%，毛利率改善'),
  zh('good', 'orders', '{name}中标一份{n}百万元的合同'),
  zh('plain', 'people', '{name}任命新的物流主管'),
  zh('plain', 'results', '{name}将于{n}日公布季报'),
  zh('bad', 'results', '{name}业绩下滑{n}%，成本上升'),
  zh('bad', 'jobs', '{name}裁员{n}人，订单减少'),
  en('bad', 'products', '{name} recalls {n} thousand units after reports of fires', 'recall'),
  en('bad', 'safety', 'Third accident this week: customers of {name} report a fire at home', 'recall'),
  en('bad', 'shares', '{name} shares plunge {n}% after the recall', 'recall'),
  zh('bad', 'products', '{name}召回{n}万件产品，此前发生火灾', 'recall'),
  en('bad', 'law', 'Regulators open a fraud probe into {name}', 'probe'),
  en('bad', 'law', 'Investigators search offices of {name}, documents seized', 'probe'),
  en('bad', 'people', 'Finance chief of {name} resigns amid the probe', 'probe'),
  zh('bad', 'law', '监管机构对{name}立案调查，涉嫌欺诈', 'probe'),
  en('good', 'results', '{name} reports record profit, up {n}%', 'record'),
  en('good', 'capital', '{name} doubles its dividend after a record quarter', 'record'),
  en('good', 'shares', '{name} shares jump {n}% to a record high', 'record'),
  zh('good', 'results', '{name}季度利润创新高，增长{n}%', 'record'),
  en('good', 'orders', '{name} wins its largest order ever, worth {n} million', 'contract'),
  en('good', 'ratings', 'Analysts raise price targets for {name} after the order', 'contract'),
  zh('good', 'orders', '{name}签下史上最大订单，价值{n}百万元', 'contract'),
];

/** Something that happens to one of them, in days from the year's beginning: much is said of it, or the tone turns while little more is said. */
export interface Event {
  readonly who: number;
  readonly story: NonNullable<Line['story']>;
  readonly day: number;
  readonly hours: number;
  /** How much more is said. */
  readonly times: number;
}

/** The last two lie in the year's last week, so that there is news for whoever comes. */
export const EVENTS: readonly Event[] = [
  { who: 0, story: 'record', day: 61.38, hours: 40, times: 4 }, { who: 1, story: 'probe', day: 92.4, hours: 60, times: 5 }, { who: 2, story: 'contract', day: 128.5, hours: 30, times: 4 },
  { who: 3, story: 'recall', day: 163.3, hours: 70, times: 6 }, { who: 0, story: 'probe', day: 205.4, hours: 90, times: 2 }, { who: 1, story: 'record', day: 240.4, hours: 36, times: 4 },
  { who: 2, story: 'recall', day: 271.5, hours: 50, times: 5 }, { who: 3, story: 'contract', day: 310.4, hours: 30, times: 4 },
  { who: 2, story: 'record', day: 360.4, hours: 34, times: 4 }, { who: 1, story: 'recall', day: 362.6, hours: 50, times: 5 },
];
