import type { Language } from '../../core/index.ts';
import type { Mood } from '../mood.ts';
import type { Assistance } from './assist.ts';

const MOOD_WORDS: Readonly<Record<Language, Readonly<Record<Mood, string>>>> = {
  en: { unknown: 'not known', calm: 'calm', upset: 'upset', worried: 'worried', glad: 'glad', relieved: 'relieved' },
  zh: { unknown: '不清楚', calm: '平静', upset: '不满', worried: '担心', glad: '高兴', relieved: '松了一口气' },
};
const RESULT_WORDS: Readonly<Record<Language, Readonly<Record<Assistance['matters'][number]['result'], string>>>> = {
  en: { answered: 'was answered', 'asked-for': 'waits for a detail from the caller', 'given-up': 'is for a person' },
  zh: { answered: '已回答', 'asked-for': '等来电者补充信息', 'given-up': '需要人工处理' },
};

/** What a person who takes over should know, in a few sentences: the matter and the mood. It says how somebody appears, never how they are. */
export function summarise({ matters, mood, moods, upset, misses }: Assistance, language: Language): readonly string[] {
  const [moodOf, resultOf] = [MOOD_WORDS[language], RESULT_WORDS[language]];
  const course = moods.map((each) => moodOf[each]);
  if (language === 'zh') {
    return [
      matters.length === 0 ? '还不清楚来电者要办什么。' : `事项：${matters.map(({ title, result }) => `${title}（${resultOf[result]}）`).join('；')}。`,
      `来电者看起来${moodOf[mood]}${course.length > 1 ? `；先后是：${course.join('、')}` : ''}。`,
      ...(upset > 1 ? [`已连续 ${upset} 句显得不满。`] : []),
      ...(misses > 0 ? [`有 ${misses} 句没有找到答案。`] : []),
    ];
  }
  return [
    matters.length === 0 ? 'It is not clear yet what the caller wants.' : `Matter: ${matters.map(({ title, result }) => `${title} (${resultOf[result]})`).join('; ')}.`,
    `The caller's mood: ${mood === 'unknown' ? moodOf[mood] : `seems ${moodOf[mood]}`}${course.length > 1 ? `; so far ${course.join(', then ')}` : ''}.`,
    ...(upset > 1 ? [`They have seemed upset for ${upset} messages in a row.`] : []),
    ...(misses > 0 ? [`${misses} ${misses === 1 ? 'message' : 'messages'} in a row found no answer.`] : []),
  ];
}
