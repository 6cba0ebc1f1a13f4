import type { Evaluation, RankComparison } from '../../src/learn/evaluation.ts';
import type { CardOptions } from '../../src/learn/report/model-card.ts';

const PERSONAS = 'MIT (Alazraki 2021, Hu 2022)';

/** What only people know of the ranker of replies. */
export function repliesCard([english, chinese]: readonly [Evaluation, Evaluation], taught: number): Omit<CardOptions, 'metrics'> {
  return {
    name: 'How empathetic a reply is',
    purpose: 'Puts candidate replies in English or Chinese in the order in which people would find them empathetic, from what they do for somebody in words (regret, understanding, asking leave and so on), how they are built and how long they are.',
    data: [
      { name: 'EmpatheticPersonas, rated replies', licence: PERSONAS, use: 'training, in English and machine-translated', n: taught },
      { name: 'EmpatheticPersonas, rated replies', licence: PERSONAS, use: 'testing, on other writers', n: english.n },
    ],
    subjects: 'Paid workers, of whom nothing but sex and age is told, put the questions of an assistant for self-attachment therapy in other, more empathetic words. Three people rated each reply: 0 not empathetic, 1 weakly, 2 strongly. As far as the data tells, they rated it by itself, without what it answers.',
    special: {
      title: 'Orders beside each other',
      about: 'Spearman\u2019s rank correlation with the mean of three ratings. The tone leaves out how many words there are; it is what ranks. A rater is held against the mean of the two others, whose noise is greater than that of three.',
      rows: { ...rowsOf('English', english), ...rowsOf('Chinese', chinese) },
    },
    failures: [
      'It reads nothing but the reply. Whether it answers what was said, and names the feeling that was meant, is not ranked: on these data, to know the message did not help, as raters were not shown it.',
      'People rated longer replies higher. What the tone finds apart from length is less than what it finds in all; the rating would choose the longest of an agent\u2019s lines. The tone still counts sentences, up to three.',
      'All replies are of one assistant that asks before it recommends exercises. Small talk, games and jokes are not among them.',
      'It counts words that do something for somebody, whoever they are meant for, and never mind how: thick flattery is ranked high. What an agent must not say (false feelings, promises, diagnoses) is checked elsewhere.',
      'Chinese was rated in English and translated by a machine, so nobody has rated a Chinese reply.',
      'The lists of words are our own, and were written after reading examples of all ratings, some perhaps of tested writers.',
    ],
    intended: ['choosing among an agent\u2019s own candidate replies, on the player\u2019s device'],
    forbidden: ['rating how empathetic people are by what they write'],
    command: 'npm run train -- replies && npm run evaluate -- replies',
  };
}

function rowsOf(language: string, { metrics, baselines = {}, peers = {} }: Evaluation): Record<string, Record<string, number>> {
  const row = ({ spearman, spearmanInterval: [lowest, highest] = [spearman, spearman] }: RankComparison): Record<string, number> => ({ Spearman: spearman, lowest, highest });
  return {
    [`${language}: rating`]: row(metrics as RankComparison),
    [`${language}: tone`]: row(metrics['byTone'] as RankComparison),
    [`${language}: length`]: row(baselines['length'] as RankComparison),
    [`${language}: random`]: row(baselines['random'] as RankComparison),
    ...(language === 'English' ? Object.fromEntries(Object.entries(peers).map(([name, { spearman }]) => [name, { Spearman: spearman as number }])) : {}),
  };
}
