import type { Evaluation } from '../../src/learn/evaluation.ts';
import type { CardOptions } from '../../src/learn/report/model-card.ts';

/** What only people know of the model that reads financial news. */
export function financeCard({ n }: Evaluation, taught: { readonly written: number; readonly made: number; readonly tone: number }): Omit<CardOptions, 'metrics'> {
  return {
    name: 'Sentiment of financial news',
    purpose: 'Tells of a headline, a sentence or a post in English or Chinese whether it is good, bad or neither for whoever holds what it is about: by lists of what is measured and where it went, compared numbers, events and plain facts, by words and pairs of words, and in the full size by the sentence\u2019s embedding (English). Figures are the light size\u2019s.',
    data: [
      { name: 'models/finance/lines-*.csv', licence: 'MIT', use: 'training', n: taught.written },
      { name: 'models/finance/frames.ts, sentences made by rules', licence: 'MIT', use: 'training, counting less', n: taught.made },
      { name: 'VADER\u2019s lexicon, in vader-sentiment', licence: 'MIT (Hutto and Gilbert 2014)', use: 'ratings of words of general tone', n: taught.tone },
      { name: 'tests/sets/finance.csv, the odd half', licence: 'MIT', use: 'testing', n },
    ],
    subjects: 'All lines were invented by language models; their companies and people do not exist. No analyst has checked a label, and no news of real companies was learnt from or tested on.',
    failures: [
      'What is said in words that no list has ("did not find any ore worth mining") is mostly taken for a plain fact.',
      'It knows nothing of what was expected, unless the text says so: a profit that rose less than hoped is good to it.',
      'Jokes, irony and slang of traders are read worse than news.',
      'Towards one of several names it goes by the clause that the name stands in and by a short list of deeds ("sues", "beats", "loses to").',
      'Embeddings hardly hear which way something went, so the full size is hardly better than the light one.',
    ],
    intended: ['showing an analyst how the tone of many texts about an entity goes, with the texts beside it'],
    forbidden: ['trading without a person who has read the texts', 'judging people'],
    command: 'npm run train -- finance && npm run evaluate -- finance',
  };
}
