import type { Language } from '../../core/index.ts';
import type { Course } from './trend.ts';

interface ReportWords {
  readonly title: string;
  readonly span: (from: string, to: string, told: number, days: number) => string;
  readonly isNot: string;
  readonly overTime: string;
  readonly course: (axis: 'valence' | 'arousal', course: Course, figure: (value: number) => string) => string;
  readonly howRead: string;
  readonly said: string;
  readonly when: string;
  readonly valence: string;
  readonly arousal: string;
  readonly feelings: string;
  readonly note: string;
  readonly tried: string;
  readonly what: string;
  readonly times: string;
  readonly helped: string;
  readonly pleasant: string;
  readonly unpleasant: string;
  readonly comma: string;
  readonly made: (at: string) => string;
}

const AXES = { en: { valence: 'How pleasant it felt', arousal: 'How stirred up it felt' }, zh: { valence: '愉快程度', arousal: '激动程度' } } as const;

/** What a report says beside its figures, for somebody who has never seen one. */
export const REPORT_WORDS: Readonly<Record<Language, ReportWords>> = {
  en: {
    title: 'A diary of moods',
    span: (from, to, told, days) => `From ${from} to ${to}: something was said on ${told} of ${days} days.`,
    isNot: 'This is what one person said of how they felt, in their own judgement. It is no diagnosis, no test and no measurement by a doctor, and nothing in it was taken from anybody\'s face or voice. Days without a word tell nothing, good or bad.',
    overTime: 'Over time',
    course: (axis, { direction, perWeek, days }, figure) => {
      if (perWeek === null) return `${AXES.en[axis]}: something was said on ${days} ${days === 1 ? 'day' : 'days'}, too few to tell where it is heading.`;
      const change = `${figure(perWeek.middle)} a week (between ${figure(perWeek.low)} and ${figure(perWeek.high)} in 95 of 100 cases like this)`;
      return `${AXES.en[axis]}: ${{ rising: 'more over these weeks', falling: 'less over these weeks', unclear: 'no clear direction', 'too-few': '' }[direction]}, ${change}.`;
    },
    howRead: 'Figures go from −1 (very unpleasant; very quiet) over 0 to +1 (very pleasant; very stirred up). Several entries of one day are averaged. The direction is the median of all slopes between two days (Theil and Sen).',
    said: 'What was said', when: 'When', valence: 'Pleasant', arousal: 'Stirred up', feelings: 'Feelings named', note: 'Note',
    tried: 'What was tried', what: 'What', times: 'Times', helped: 'Helped, by their own word',
    pleasant: 'pleasant', unpleasant: 'unpleasant', comma: ', ',
    made: (at) => `Made on ${at} by the user of a diary, on their own device. Whoever holds this file got it from them.`,
  },
  zh: {
    title: '心情日记',
    span: (from, to, told, days) => `${from}至${to}：${days} 天中有 ${told} 天留下了记录。`,
    isNot: '这是一个人自己说的感受，按本人的判断。它不是诊断、不是测验，也不是医生的测量，其中没有任何内容取自人的面部或声音。没有记录的日子不说明好坏。',
    overTime: '随时间的变化',
    course: (axis, { direction, perWeek, days }, figure) => {
      if (perWeek === null) return `${AXES.zh[axis]}：只有 ${days} 天有记录，太少，看不出走向。`;
      const change = `每周 ${figure(perWeek.middle)}（类似情况 100 次里有 95 次在 ${figure(perWeek.low)} 和 ${figure(perWeek.high)} 之间）`;
      return `${AXES.zh[axis]}：${{ rising: '这几周在上升', falling: '这几周在下降', unclear: '没有明确的走向', 'too-few': '' }[direction]}，${change}。`;
    },
    howRead: '数字从 −1（很不愉快；很平静）经过 0 到 +1（很愉快；很激动）。同一天的多条记录取平均。走向是任意两天之间斜率的中位数（Theil–Sen）。',
    said: '说过的感受', when: '时间', valence: '愉快', arousal: '激动', feelings: '提到的感受', note: '备注',
    tried: '试过的事', what: '内容', times: '次数', helped: '本人觉得有帮助',
    pleasant: '愉快', unpleasant: '不愉快', comma: '、',
    made: (at) => `${at}由日记的使用者在自己的设备上生成。拿到这份文件的人，是从使用者那里得到的。`,
  },
};

/** Where something is heading, in a sentence. */
export function tellCourse(axis: 'valence' | 'arousal', course: Course, language: Language): string {
  return REPORT_WORDS[language].course(axis, course, signedFigure);
}

/** With a sign, as a figure between -1 and 1 is read. */
export function signedFigure(value: number): string {
  return Math.abs(value) < 0.005 ? '0.00' : `${value > 0 ? '+' : '−'}${Math.abs(value).toFixed(2)}`;
}
