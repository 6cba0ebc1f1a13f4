/** Words of the page of the monitor. */
export const monitor = {
  leadDemo: 'What news says of four companies over a year: how much, how well, and when something is unusual. The companies, the year and every text are made up in this page.',
  leadStore: 'What is said of those on your watch list: how much, how well, and when something is unusual. All of it comes from this machine.',
  coming: 'Coming', empty: 'Nothing is in this store yet. Once the monitor has read something, it shows here.', fault: 'The monitor could not be asked',
  live: { madeUp: 'a made-up year', stored: 'as stored', live: 'live', lost: 'not connected' }, newAlerts_one: '{{count}} new alert', newAlerts_other: '{{count}} new alerts', new: 'new',
  filter: 'What is shown', entities: 'Who', sources: 'Sources', topicsLabel: 'Topics', search: 'Words in texts', every: 'all',
  topics: { results: 'results', guidance: 'guidance', ratings: 'ratings', deals: 'deals', orders: 'orders', law: 'law', products: 'products', people: 'people', jobs: 'jobs', capital: 'capital', shares: 'shares', safety: 'safety', economy: 'economy' },
  overTime: 'Over time', span: 'How much time is shown', spans: { day: 'Day', week: 'Week', month: 'Month', all: 'All' }, closer: 'Closer', farther: 'Farther', window: '{{from}} to {{to}}, UTC',
  good: 'good', bad: 'bad', alertCount_one: '{{count}} alert', alertCount_other: '{{count}} alerts',
  chartOf: '{{name}}: how good what is said appears, and how much is said. Arrow keys move through it, plus and minus zoom, Enter shows the texts.',
  at: '{{time}}: {{mean}} ({{low}} to {{high}}), {{count}} mentions', nothingAt: '{{time}}: nothing said',
  legend: 'Line: how good what is said appears for whoever holds it, with the band that holds its mean with 95 %. Bars: mentions, darker those that are new. Triangles: the tone turned; diamonds: far more is said than usual. Drag, pinch or scroll to move; click a point for its texts.',
  minutes: 'Every minute of the time shown, as a table (CSV)',
  alerts: 'Alerts ({{count}})', texts: 'Texts', noAlerts: 'Nothing unusual was found of those shown.', score: '{{score}} standard deviations', more: 'Show more of {{count}}',
  textsOf: '{{name}}, from {{from}}', textsShown: 'In the time shown', textCount_one: '{{count}} text', textCount_other: '{{count}} texts', unpick: 'All texts', noTexts: 'No text fits.',
  readGood: 'reads as good for {{name}}, {{value}}', readBad: 'reads as bad for {{name}}, {{value}}', readPlain: 'reads as neither, {{value}}',
  marks: 'Bold: the name. Straight underline: words that usually speak for it; wavy: against it. The reading goes by more than these.',
  briefing: {
    title: 'What changed', since: 'Look back', back: { visit: 'since my last visit', day: 'a day', week: 'a week', month: 'a month' }, tell: 'Tell me', putAway: 'Put away',
    tones: { calm: 'calm', concerned: 'concerning', glad: 'pleasant' }, note: 'It tells what appears to be said, and advises nothing.',
    silent: 'There is no voice for this here; read along instead.', unseen: 'Mira can not be shown here; the briefing can be read. {{message}}',
  },
};
