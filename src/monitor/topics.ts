import type { Language } from '../core/index.ts';

/** What news of business is about, by the words that say so. A text may be about several of them, or none. */
const TOPICS = {
  results: { en: /\b(?:earnings|profits?|net income|operating (?:income|result)|revenues?|net sales|turnover|quarter(?:ly)?|q[1-4]|half-year|annual results|eps|ebitda?|margins?)\b/i, zh: /业绩|财报|季报|年报|净利|利润|营收|收入|毛利/ },
  guidance: { en: /\b(?:guidance|outlook|forecasts?|expects?|profit warning|targets? for|full-year (?:view|target))\b/i, zh: /指引|预期|展望|预测|预警|预增|预亏/ },
  ratings: { en: /\b(?:upgrad|downgrad|price target|analysts?|overweight|underweight|initiates? coverage|buy rating|sell rating|credit rating|outperform)/i, zh: /评级|目标价|分析师|上调|下调|增持|减持评级|买入评级/ },
  deals: { en: /\b(?:acqui(?:re|sition)|merg(?:e|er|es)|takeover|buyout|bid for|stake in|divest|spin-?off|joint venture)/i, zh: /收购|并购|合并|要约|入股|剥离|合资|重组/ },
  orders: { en: /\b(?:contract|orders?|deal worth|supply agreement|tender|framework agreement|customer win)\b/i, zh: /合同|订单|中标|签约|供货|框架协议/ },
  law: { en: /\b(?:probe|lawsuits?|sues?|sued|court|fine[ds]?|antitrust|regulators?|settlement|investigat\w+|subpoena|fraud|bribery|sanctions?)\b/i, zh: /调查|起诉|诉讼|法院|罚款|处罚|监管|垄断|欺诈|行贿|制裁|立案/ },
  products: { en: /\b(?:launch(?:es|ed)?|unveil\w*|recalls?|recalled|approval|approved|trial|patent|new (?:product|model|version))\b/i, zh: /发布|新品|召回|获批|上市许可|临床|专利|新款/ },
  people: { en: /\b(?:ceo|cfo|chief (?:executive|financial)|chair(?:man|woman)?|board|appoint\w*|resign\w*|steps? down|successor)\b/i, zh: /总裁|董事长|首席执行官|首席财务官|任命|辞职|离职|接任|董事会/ },
  jobs: { en: /\b(?:lay-?offs?|lays? off|job cuts|cuts? jobs|redundanc\w+|strikes?|unions?|hir(?:es|ing)|headcount)\b/i, zh: /裁员|罢工|工会|招聘|岗位|降薪/ },
  capital: { en: /\b(?:dividends?|buy-?backs?|share issue|rights issue|bonds?|refinanc\w+|debt|ipo|listing|loan|default(?:s|ed)?|bankrupt\w*|insolven\w+)\b/i, zh: /分红|派息|回购|增发|配股|债券|融资|债务|上市|贷款|违约|破产|质押/ },
  shares: { en: /\b(?:shares?|stocks?) (?:\w+ ){0,3}(?:rise|rose|fall|fell|jump\w*|slump\w*|soar\w*|surge\w*|plunge\w*|drop\w*|climb\w*|gain\w*|slid\w*)|\b(?:record high|52-week)/i, zh: /股价|涨停|跌停|大涨|大跌|暴涨|暴跌|新高|新低/ },
  safety: { en: /\b(?:hack(?:ed|ers|ing)?|breach|outage|fire at|explosion|accident|crash(?:ed)?|spill|cyber\w*|ransomware|contaminat\w+)\b/i, zh: /黑客|泄露|宕机|火灾|爆炸|事故|坠毁|泄漏|勒索|污染/ },
  economy: { en: /\b(?:inflation|interest rates?|central bank|tariffs?|gdp|recession|unemployment|exchange rates?|trade war|stimulus)\b/i, zh: /通胀|利率|央行|关税|GDP|衰退|失业|汇率|贸易战|刺激/ },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, RegExp>>>>;

/** A name of what news is about. */
export type Topic = keyof typeof TOPICS;

/** In the order of the list above. */
export const TOPIC_NAMES = Object.keys(TOPICS) as readonly Topic[];

/** What a text is about. */
export function topicsOf(text: string, language: Language): readonly Topic[] {
  return TOPIC_NAMES.filter((topic) => TOPICS[topic][language].test(text));
}
