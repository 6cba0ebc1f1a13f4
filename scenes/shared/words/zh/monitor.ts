import type { Words } from '../en.ts';

/** “舆情”页面上的话。 */
export const monitor: Words['monitor'] = {
  leadDemo: '一年里新闻怎样说四家公司：说得多不多、好不好，什么时候不同寻常。公司、这一年和每条文字都是本页虚构的。',
  leadStore: '关于您关注的对象，外界说得多不多、好不好，什么时候不同寻常。数据全部来自这台机器。',
  coming: '正在取来', empty: '这个库里还没有内容。监测读到东西以后，这里就会显示。', fault: '没能向监测程序取到数据',
  live: { madeUp: '虚构的一年', stored: '已存数据', live: '实时', lost: '未连接' }, newAlerts_one: '{{count}} 条新提醒', newAlerts_other: '{{count}} 条新提醒', new: '新',
  filter: '显示哪些', entities: '对象', sources: '来源', topicsLabel: '话题', search: '文中字词', every: '全部',
  topics: { results: '业绩', guidance: '指引', ratings: '评级', deals: '并购', orders: '订单', law: '法律', products: '产品', people: '人事', jobs: '用工', capital: '资本', shares: '股价', safety: '安全', economy: '宏观' },
  overTime: '随时间的变化', span: '显示多长时间', spans: { day: '一天', week: '一周', month: '一月', all: '全部' }, closer: '放大', farther: '缩小', window: '{{from}}至{{to}}（UTC）',
  good: '好', bad: '坏', alertCount_one: '{{count}} 条提醒', alertCount_other: '{{count}} 条提醒',
  chartOf: '{{name}}：说法显得好不好，以及说得多不多。方向键移动，加减号缩放，回车显示文字。',
  at: '{{time}}：{{mean}}（{{low}} 至 {{high}}），提到 {{count}} 次', nothingAt: '{{time}}：没有提到',
  legend: '折线：说法对持有人来说显得好还是坏，色带以 95 % 的把握包含其均值。柱：提到的次数，深色为新内容。三角：语气转变；菱形：远比平时说得多。拖动、捏合或滚动来移动，点一下看背后的文字。',
  minutes: '所示时间内每一分钟的数据（CSV 表格）',
  alerts: '提醒（{{count}}）', texts: '文字', noAlerts: '所示对象没有发现异常。', score: '{{score}} 个标准差', more: '还有 {{count}} 条，显示更多',
  textsOf: '{{name}}，{{from}} 起', textsShown: '所示时间内', textCount_one: '{{count}} 条', textCount_other: '{{count}} 条', unpick: '全部文字', noTexts: '没有符合的文字。',
  readGood: '读来对{{name}}是好消息，{{value}}', readBad: '读来对{{name}}是坏消息，{{value}}', readPlain: '读来不好不坏，{{value}}',
  marks: '粗体是名字；直下划线是通常有利的说法，波浪线是不利的。判断依据不止这些。',
  briefing: {
    title: '有什么变化', since: '回顾', back: { visit: '自上次查看', day: '一天', week: '一周', month: '一个月' }, tell: '讲给我听', putAway: '收起',
    tones: { calm: '平静', concerned: '令人担忧', glad: '令人高兴' }, note: '只说外界看起来怎么说，不作任何建议。',
    silent: '这里没有可用的声音，请看文字。', unseen: '这里无法显示 Mira，简报可以直接看。{{message}}',
  },
};
