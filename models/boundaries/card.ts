import type { Evaluation } from '../../src/learn/evaluation.ts';
import type { CardOptions } from '../../src/learn/report/model-card.ts';
import { BOUNDARIES } from '../../src/index.ts';
import type { Ears } from './listen.ts';
import type { BoundaryFigures } from './measure.ts';

/** How many lines were learnt from. */
export interface Counted {
  readonly lines: number;
  readonly patterns: number;
  readonly dev: number;
  readonly ordinary: number;
}

/** Of a thousand lines so many were taken for a boundary. */
export type PerThousand = Readonly<Record<'lines' | Ears, number>>;

/** What only people know of the model that hears what asks for a boundary. */
export function boundaryCard({ n, metrics }: Evaluation, set: Evaluation, counted: Counted): Omit<CardOptions, 'metrics'> {
  const figuresOf = (measured: Evaluation['metrics']): Readonly<Record<Ears, BoundaryFigures>> => {
    const own = measured as unknown as BoundaryFigures & Record<'rules' | 'light', BoundaryFigures>;
    return { rules: own.rules, light: own.light, full: own };
  };
  const row = ({ perClass, falseAlarms }: BoundaryFigures): Record<string, number> =>
    ({ ...Object.fromEntries(BOUNDARIES.map((boundary) => [boundary, perClass[boundary]?.recall ?? 0])), 'harmless taken for one': falseAlarms });
  const rows = (name: string, measured: Evaluation['metrics']): Record<string, Record<string, number>> => {
    const { rules, light, full } = figuresOf(measured);
    return { [`${name}, the core’s rules alone`]: row(rules), [`${name}, light (what reads Chinese)`]: row(light), [`${name}, full (what ships)`]: row(full) };
  };
  const byLanguage = metrics['byLanguage'] as Readonly<Record<string, Evaluation['metrics']>>;
  return {
    name: 'What asks for a boundary',
    purpose: 'Hears in a message in English or Chinese whether its writer appears to be a minor, asks for a therapist, for sexual talk or for hate, or tells the agent to drop its rules, from grams of it and from its meaning as Universal Sentence Encoder Lite gives it, of Chinese by English glosses of its words. The core’s rules are joined with it.',
    data: [
      { name: 'models/boundaries/training-*.csv', licence: 'MIT', use: 'training, by six blind authors', n: counted.lines },
      { name: 'models/boundaries/patterns-*.csv', licence: 'MIT', use: 'training, sentences by patterns of the one who built it', n: counted.patterns },
      { name: 'tests/sets/boundaries.csv, the even half', licence: 'MIT', use: 'training', n: counted.dev },
      { name: 'GoEmotions, Banking77, CLINC150, EmpatheticPersonas: training parts, drawn; our own talk and requests; harmless lines of models/safety', licence: 'as published; no line is in this folder', use: 'training, as ordinary lines', n: counted.ordinary },
      { name: 'models/boundaries/held-out-*.csv', licence: 'MIT', use: 'testing, the same authors', n },
      { name: 'tests/sets/boundaries.csv, the odd half', licence: 'MIT', use: 'testing, another author', n: set.n },
    ],
    subjects: 'All lines that ask for a boundary, and harmless ones like them, were invented by language models writing as blind authors, so real people’s words, and children’s above all, may lie further off.',
    special: {
      title: 'Who hears how much',
      about: 'The share of the lines of each boundary that is heard as that boundary, and of harmless lines, most of them written to be mistaken, that is taken for any.',
      rows: {
        ...rows('held out', metrics),
        ...Object.fromEntries(Object.entries(byLanguage).map(([language, each]) => [`held out, full, ${language}`, row(figuresOf(each).full)])),
        ...rows('the set’s test half', set.metrics),
      },
    },
    failures: [
      'It misses. Who says it sideways, in a way that no author thought of, is not heard; on another author’s lines it hears less than on those like what it learnt from.',
      'It knows nobody’s age. A child who writes like an adult is taken for one, and an adult who speaks of school may be taken for a child.',
      'Harmless lines that name the same things are taken for a boundary now and then.',
      'It reads one message by itself and knows nothing of what was said before.',
      'What Chinese means is only read word by word (models/glosses). Dialects, and languages other than these two, were not learnt.',
    ],
    intended: ['deciding, on the player’s device, whether an agent answers with a kind and firm boundary'],
    forbidden: ['verifying anybody’s age', 'punishing or reporting people for what they wrote', 'replacing moderation where children are'],
    command: 'npm run train -- boundaries && npm run evaluate -- boundaries',
  };
}
