import type { Evaluation } from '../../src/learn/evaluation.ts';
import type { CardOptions } from '../../src/learn/report/model-card.ts';

const GOEMOTIONS = 'CC BY 4.0 (Demszky et al. 2020)';
const PERSONAS = 'MIT (Alazraki 2021, Hu 2022)';
const NEVER = 'never learnt from';

/** What only people know of what reads words. */
export function textCard(size: 'light' | 'full', metrics: readonly Evaluation[]): Omit<CardOptions, 'metrics'> {
  const count = (data: string): number => metrics.find((each) => each.data.startsWith(data))?.n ?? 0;
  return {
    name: `Emotion of words, ${size}`,
    purpose: size === 'full' ? 'Adds to the light model (models/text) what the embedding of an English text by Universal Sentence Encoder Lite says: 28 labels and eight emotions of a short text.' : 'Tells which of 28 labels and of eight emotions a short text in English or Chinese appears to express, with valence, arousal and dominance, from word and character n-grams and rules for negation, measures, emoji and clauses.',
    data: [
      { name: 'GoEmotions', licence: GOEMOTIONS, use: 'training', n: 43410 },
      { name: 'GoEmotions', licence: GOEMOTIONS, use: 'testing', n: count('GoEmotions test, 28') },
      { name: 'EmpatheticPersonas', licence: PERSONAS, use: 'training', n: size === 'full' ? 944 : 1888 },
      { name: 'EmpatheticPersonas', licence: PERSONAS, use: 'testing', n: count('EmpatheticPersonas EN') + count('EmpatheticPersonas ZH') },
      { name: "VADER's lexicon, in vader-sentiment", licence: 'MIT (Hutto and Gilbert 2014)', use: 'valence of words', n: 7210 },
      { name: 'MELD', licence: `GPL-3.0, ${NEVER}`, use: 'testing', n: count('MELD') },
      { name: 'TweetEval emotion', licence: `as its README says, ${NEVER}`, use: 'testing', n: count('TweetEval') },
    ],
    subjects: 'GoEmotions are comments of Reddit, mostly by young men from North America, labelled by raters from India. EmpatheticPersonas are sentences that paid workers wrote for four emotions; its Chinese ones are machine translations. Chinese as it is written by anybody else was not at hand.',
    failures: [
      'GoEmotions counts curiosity, confusion and realization to surprise, and approval and caring to joy; so do surprise and happiness here.',
      'Contempt has no label: it is told by words and emoji of a list alone.',
      'Chinese was learnt from 945 sentences of four emotions, plain statements and lists of words: disgust, surprise and contempt are known from lists alone, and there are no labels.',
      'A comment is read without what was said before it. Irony is noticed only where an emoji contradicts the words.',
      'Reddit\'s slang, insults and names of groups colour what was learnt: such words move the result, whoever writes them.',
      'The rules for negation, measures and clauses were made on the dev half of tests/sets/minimal-pairs.csv.',
    ],
    intended: ['an agent\'s guess of how a message of its player sounds, with its uncertainty, on the player\'s own device and with consent'],
    forbidden: ['judging people, or moderating what they say, by what a single message appears to express'],
    command: 'npm run train -- text && npm run evaluate -- text',
  };
}

/** What only people know of the head of dimensions. */
export function dimensionsCard(metrics: readonly Evaluation[]): Omit<CardOptions, 'metrics'> {
  return {
    name: 'Valence, arousal and dominance of words',
    purpose: 'Tells how pleasant, how excited and how much in control an English text appears, from its embedding, n-grams and what the other models read of it. Replaceable: without this file the dimensions follow from the emotions.',
    data: [
      { name: 'EmoBank', licence: 'CC BY-SA 4.0 (Buechel and Hahn 2017)', use: 'training', n: 8062 },
      { name: 'EmoBank', licence: 'CC BY-SA 4.0 (Buechel and Hahn 2017)', use: 'testing', n: metrics[0]?.n ?? 0 },
    ],
    subjects: 'EmoBank are sentences of news, letters, essays, fiction, travel guides and blogs, mostly American, rated by five readers each. Nobody wrote them to an agent.',
    failures: [
      'EmoBank\'s readers hardly ever went far from the middle of the scale, so the scale is stretched; what is told of strong feelings is little more than a guess.',
      'Embeddings hardly hear negations: where there is one, a question or an emoji, the result is mostly that of the rules and the emotions.',
      'Dominance is known worst, and readers hardly agree on it themselves.',
    ],
    intended: ['an agent\'s guess of how a message of its player sounds, with its uncertainty, on the player\'s own device and with consent'],
    command: 'npm run train -- text && npm run evaluate -- text',
  };
}
