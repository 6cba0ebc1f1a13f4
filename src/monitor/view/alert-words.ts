import type { Language } from '../../core/index.ts';
import type { Alert } from '../alerts/alert.ts';

const HOUR = 3_600_000;

/** A mean sentiment in [-1, 1] as a word. */
const LEVELS: readonly { readonly from: number; readonly words: Readonly<Record<Language, string>> }[] = [
  { from: 0.35, words: { en: 'clearly good', zh: '明显偏正面' } },
  { from: 0.12, words: { en: 'rather good', zh: '偏正面' } },
  { from: -0.12, words: { en: 'balanced', zh: '持平' } },
  { from: -0.35, words: { en: 'rather bad', zh: '偏负面' } },
  { from: Number.NEGATIVE_INFINITY, words: { en: 'clearly bad', zh: '明显偏负面' } },
];

/** How good something appears that was said, in a word. @param mean in [-1, 1] */
export function levelWord(mean: number, language: Language): string {
  return LEVELS.find(({ from }) => mean >= from)!.words[language];
}

/** How long something took, in words: hours, or days where they are whole. */
export function spanWords(hours: number, language: Language): string {
  const days = hours / 24;
  if (days >= 2 && Number.isInteger(days)) return language === 'zh' ? `${days} 天` : `${days} days`;
  return language === 'zh' ? `${hours} 小时` : hours === 1 ? 'one hour' : `${hours} hours`;
}

/** An alert in one sentence that can be read aloud. It tells what was seen, and what was usual; it advises nothing. */
export function alertSentence({ kind, direction, hours, value, expected }: Pick<Alert, 'kind' | 'direction' | 'hours' | 'value' | 'expected'>, name: string, language: Language): string {
  const span = spanWords(hours, language);
  if (kind === 'volume') {
    const [seen, usual] = [Math.round(value), Math.max(0, Math.round(expected))];
    if (language === 'zh') return `${name}被提到的次数远多于平时：${span}内 ${seen} 次，通常约 ${usual} 次。`;
    return `${name} is spoken of far more than usual: ${seen} mentions within ${span}, where about ${usual} would be usual.`;
  }
  const [now, before] = [levelWord(value, language), levelWord(expected, language)];
  if (language === 'zh') return `关于${name}的说法似乎变${direction > 0 ? '好' : '坏'}了：近 ${span}${now === before ? `比平时${direction > 0 ? '更好' : '更坏'}` : `显得${now}，平时${before}`}。`;
  return `What is said of ${name} appears to have turned ${direction > 0 ? 'better' : 'worse'}: over ${span} it looks ${now === before ? `${direction > 0 ? 'better' : 'worse'} than usual` : `${now}, where ${before} is usual`}.`;
}

/** How long ago something was, roughly, in words. */
export function agoWords(milliseconds: number, language: Language): string {
  const hours = milliseconds / HOUR;
  const [count, unit] = hours < 1.5 ? [Math.max(1, Math.round(hours * 60)), 'minute'] as const : hours < 36 ? [Math.round(hours), 'hour'] as const : [Math.round(hours / 24), 'day'] as const;
  if (language === 'zh') return `${count} ${{ minute: '分钟', hour: '小时', day: '天' }[unit]}`;
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
