/** Words of the Text page. */
export const text = {
  lead: 'How words come across, what they want, and which of them say so.',
  stays: 'What you write or open stays on this page. Nothing is stored, and nothing is sent.',
  tabs: { lines: 'Lines', table: 'A file' },
  status: { nothing: 'Nothing is read', reading: 'Reading', kept: 'On this page only' },
  deleteHelp: 'Forgets every text and intent on this page',
  pages: { page: 'Page {{page}}', first: 'First page', last: 'Last page', next: 'Next page', previous: 'Page before' },
  lines: {
    title: 'What was read', label: 'Your lines', help: 'Each line is a text of its own. It is read while you write.', placeholder: 'Write or paste here',
    examples: { en: 'English examples', zh: 'Chinese examples' }, empty: 'Nothing is written yet. Write a line above, or take the examples.',
    reading: 'Being read', unread: 'Not read', leftOut: 'The first {{most}} lines are read here, and {{count}} more are left out. Put them into a file to read them all.',
  },
  appears: {
    one: 'The words appear {{names}}: {{word}}, {{share}}.', several: 'The words appear {{names}}. They do not tell which.', unknown: 'Too few of the words say how it is meant.',
  },
  intent: 'Seems to be {{intent}}',
  languages: { en: 'English', zh: 'Chinese' },
  poles: { valence: { low: 'unpleasant', high: 'pleasant' }, arousal: { low: 'calm', high: 'excited' }, dominance: { low: 'overwhelmed', high: 'in control' } },
  details: {
    toggle: 'Figures', axes: 'Three dimensions', how: 'How it was read', language: 'Language', model: 'Model', known: 'Known words', read: 'Characters read', readOf: '{{read}} of {{length}}',
    cut: 'Only the first 4000 characters were read. Split longer texts into lines.',
  },
  evidence: {
    title: 'What moved the result', none: 'No single word stands out.', for: 'for {{emotion}}, odds × {{factor}}', against: 'against {{emotion}}, odds × {{factor}}',
    legend: 'A line under a word: it speaks for the result, the thicker the more. Dots: it speaks against it.',
  },
  labels: {
    title: 'Finer labels', none: 'None of the 28 is likely enough to be told.', missing: 'The 28 finer labels were learnt for English only.',
    names: {
      admiration: 'admiration', amusement: 'amusement', anger: 'anger', annoyance: 'annoyance', approval: 'approval', caring: 'caring', confusion: 'confusion', curiosity: 'curiosity', desire: 'desire',
      disappointment: 'disappointment', disapproval: 'disapproval', disgust: 'disgust', embarrassment: 'embarrassment', excitement: 'excitement', fear: 'fear', gratitude: 'gratitude', grief: 'grief', joy: 'joy',
      love: 'love', nervousness: 'nervousness', optimism: 'optimism', pride: 'pride', realization: 'realization', relief: 'relief', remorse: 'remorse', sadness: 'sadness', surprise: 'surprise', neutral: 'neutral',
    },
  },
  clauses: { title: 'Part by part' },
  models: {
    title: 'Who reads', light: 'small', full: 'large', loading: 'Fetching a model',
    reads: { nothing: 'The models are fetched with the first text.', light: 'The small model reads English and Chinese.', full: 'The large model reads English, the small one Chinese.' },
  },
  own: {
    title: 'Intents of your own', help: 'Name what you look for and give a few examples of how people say it. Every text is compared with them.',
    add: 'Add an intent', example: 'Example: a help desk', name: 'Name', examples: 'Examples, one a line', remove: 'Remove {{name}}', one: 'Yours: {{name}}, {{share}}', none: 'None of yours',
    states: { none: '', incomplete: 'Each intent needs a name of its own and at least two examples.', learning: 'Learning them', learnt: 'Learnt. They are looked for in every text.', failed: 'They could not be learnt. See the note above.' },
  },
  table: {
    title: 'A file of texts', help: 'Drop a CSV, TSV or TXT file anywhere on this page, or choose one. A table needs a column of texts and may have a column “lang” (en or zh); all other columns are kept in the export.',
    size: 'Who reads files', sizes: { best: 'The best model', small: 'The small model only' }, column: 'Column with the texts',
    about: {
      best: 'The large model reads English and is right more often, but takes about twenty times as long for a sentence. Chinese is read by the small one either way.',
      small: 'The small model reads thousands of sentences a second and is a little less often right, most of all about how pleasant English is meant.',
    },
    choose: 'Choose a file', cancel: 'Cancel', progress: 'How much of the file has been read', done: '{{done}} of {{total}} rows', begins: 'Beginning', left: 'About {{time}} left',
    states: { empty: '', opening: 'Opening', reading: '', read: 'Read in {{time}}', cancelled: 'Stopped. What was read is kept.', failed: '' },
    foreign: '{{count}} rows are neither in English nor in Chinese, so they are not read.',
    failed: 'This file is not read', quoted: '“{{column}}”',
    failures: {
      'too-large': 'It is larger than {{megabytes}} MB, too much to hold in memory. Split it into smaller files.', 'too-many': 'It has more than {{rows}} rows. Split it into smaller files.',
      'not-utf8': 'Its characters are not UTF-8. Save it as “CSV UTF-8” in your spreadsheet, then choose it again.', empty: 'It holds no texts. Choose another file.',
      unreadable: 'It could not be opened. Choose it once more; if that fails, copy it to another folder first.',
      malformed: 'A quotation mark near line {{line}} is never closed. Mend that line, or save the table anew from your spreadsheet.',
      'no-text': 'None of its columns seems to hold texts. It has {{columns}}. Name the column that holds the texts “text”, then choose the file again.',
    },
  },
  summary: {
    title: 'All together', bars: 'How many texts appear to be what, by their likeliest emotion', read: 'Texts read', unknown: 'Share unknown', valence: 'Mean valence', interval: '{{mean}} (95 %: {{low}} to {{high}}; {{n}} texts)',
    full: 'Large and small model', models: '{{full}} and {{light}}',
  },
  rows: { title: 'Row by row', number: 'Row', text: 'Text', appears: 'Appears', intent: 'Intent', open: 'Figures of row {{row}}' },
  export: { csv: 'CSV', json: 'JSON' },
  drop: { title: 'Let go to read it', text: 'CSV, TSV or TXT. It is read on this device and never uploaded.' },
};
