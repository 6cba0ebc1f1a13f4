import type { Evaluation } from '../../src/learn/evaluation.ts';
import type { CardOptions } from '../../src/learn/report/model-card.ts';
import type { SafetyFigures } from './measure.ts';
import type { Ears } from './listen.ts';

/** How many lines were learnt from. */
export interface Taught {
  readonly lines: number;
  readonly authors: number;
  readonly ordinary: number;
}

/** What only people know of the model that hears danger. */
export function safetyCard({ n, metrics }: Evaluation, taught: Taught): Omit<CardOptions, 'metrics'> {
  const own = metrics as unknown as Readonly<Record<Ears | 'short', SafetyFigures>> & SafetyFigures;
  const row = ({ crisisRecall, falseAlarms, heardOrAsked, askedOrAlarmed }: SafetyFigures['byLanguage'][string]): Record<string, number> =>
    ({ 'crises heard': crisisRecall, 'false alarms': falseAlarms, 'heard or asked': heardOrAsked, 'asked or alarmed in vain': askedOrAlarmed });
  return {
    name: 'Danger in words',
    purpose: 'Hears in a message in English or Chinese whether its writer, or somebody beside them, may be in danger now (suicide, self-harm, abuse, a medical emergency), from grams of it, from what the core\u2019s rules find in it and, in the full size, from runs of its words in English and from its meaning as Universal Sentence Encoder Lite gives it, of Chinese by English glosses of its words.',
    data: [
      { name: 'models/safety/training-*.csv', licence: 'MIT', use: `training, by ${taught.authors} blind authors`, n: taught.lines },
      { name: 'GoEmotions, Banking77, CLINC150, EmpatheticPersonas: training parts, drawn; our own requests', licence: 'as published; no line is in this folder', use: 'training, as ordinary lines', n: taught.ordinary },
      { name: 'tests/sets/safety.csv, the odd half', licence: 'MIT', use: 'testing, scored once for each net that was reported', n },
      { name: 'models/safety/short-*-test.csv', licence: 'MIT', use: 'testing, lines of a few words by two blind authors', n: own.short.crisisLines + own.short.harmlessLines },
    ],
    subjects: 'All lines of danger, and harmless ones like them, were invented by language models writing as blind authors. No line of a person in danger was learnt from or tested on, so real people\u2019s words may lie further off, and nobody with clinical training has checked a label.',
    special: {
      title: 'Who hears how much',
      about: 'On the test half, and on lines of a few words. The agent asks whether somebody is safe where it can not tell; that is no alarm.',
      rows: {
        ...Object.fromEntries((['rules', 'light', 'full'] as const).map((ears) => [{ rules: 'the core\u2019s rules alone', light: 'light', full: 'full (what ships)' }[ears], row(ears === 'full' ? own : own[ears])])),
        ...Object.fromEntries(Object.entries(own.byLanguage).map(([language, figures]) => [`full, ${language}`, row(figures)])),
        ...Object.fromEntries(Object.entries(own.short.byLanguage).map(([language, figures]) => [`full, ${language}, lines of a few words`, row(figures)])),
      },
    },
    failures: [
      'It misses crises. Whoever says it sideways, in a way that no author thought of, may not be heard.',
      'Words of danger that are meant otherwise (a game, a song, something long over) still alarm now and then, more often in lines that are built to mislead than in ordinary ones.',
      'It reads one message by itself and knows nothing of what was said before.',
      'A line that mixes languages is weighed by the scale of one of them.',
      'What Chinese means is only read word by word (models/glosses). Dialects, and languages other than these two, were not learnt.',
    ],
    intended: ['deciding, on the player\u2019s device, whether an agent should lead somebody to people who can help, or ask whether they are safe'],
    forbidden: ['judging who is suicidal, abused or ill', 'watching people, or telling anybody else what they wrote', 'replacing people who answer helplines'],
    command: 'npm run train -- safety && npm run evaluate -- safety',
  };
}
