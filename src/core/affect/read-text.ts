import type { Intent, Language, TextReading } from '../signals/text.ts';
import { measured, UNKNOWN } from './belief.ts';
import { byEmotion, EMOTIONS, normalise, type Emotion } from './emotion.ts';
import { EMOTION_DIMENSIONS, LEXICA } from './lexicon.ts';

/** A negated feeling turns into this one: "not happy" is not the absence of everything. */
const NEGATED: Readonly<Partial<Record<Emotion, Emotion>>> = { happiness: 'sadness' };

interface Hit {
  readonly emotion: Emotion;
  readonly weight: number;
}

function hitsInEnglish(text: string): Hit[] {
  const tokens = text.toLowerCase().replaceAll('’', "'").match(/[a-z']+/g) ?? [];
  const { feelings, negations, intensifiers } = LEXICA.en;
  return tokens.flatMap((token, index) => {
    const emotion = EMOTIONS.find((candidate) => feelings[candidate]?.includes(token));
    if (!emotion) return [];
    const before = tokens.slice(Math.max(0, index - 3), index);
    return [modified(emotion, before.some((word) => negations.includes(word)), before.some((word) => intensifiers.includes(word)))];
  });
}

function hitsInChinese(text: string): Hit[] {
  const { feelings, negations, intensifiers } = LEXICA.zh;
  return EMOTIONS.flatMap((emotion) => (feelings[emotion] ?? []).flatMap((word) => {
    const index = text.indexOf(word);
    if (index < 0) return [];
    const before = text.slice(Math.max(0, index - 3), index);
    return [modified(emotion, negations.some((negation) => before.includes(negation)), intensifiers.some((intensifier) => before.includes(intensifier)))];
  }));
}

function modified(emotion: Emotion, negated: boolean, intense: boolean): Hit {
  const weight = intense ? 1.5 : 1;
  return negated ? { emotion: NEGATED[emotion] ?? 'neutral', weight: 0.6 * weight } : { emotion, weight };
}

const INTENT_PATTERNS: Readonly<Record<Language, readonly (readonly [Intent, RegExp])[]>> = {
  en: [
    ['refusal', /\b((don['’]?t|do not) (really )?(want to|wanna|feel like) (talk|talking|say|saying|discuss|discussing|tell|telling|get into|getting into)\b(?! to (?!you))|(would|['’]d) rather not (say|talk|tell|discuss|get into)|(would|['’]d) rather not\W*$|don['’]?t ask( me)?( (how|what|why|about|again|anything)\b|\W*$)|leave me alone|drop (it|the subject)\W*$|(let's )?change the subject|none of your business|stop (asking|talking)\b(?! to (?!me))|shut up\W*$|not in the mood to talk|can we not talk)/i],
    ['yes', /^\W*(yes|yeah|yep|yup|sure|ok|okay|please|yes please|of course|why not|i guess( so)?|all right|alright)\W*$/i],
    ['no', /^\W*(no|nope|nah|no thanks|no thank you|not really|not now|rather not|never ?mind)\W*$/i],
    ['farewell', /\b(bye|goodbye|see you|good night|farewell)\b/i],
    ['thanks', /\b(thanks|thank you|thx|cheers)\b/i],
    ['greeting', /^\s*(hi|hello|hey|good (morning|afternoon|evening))\b/i],
    ['correction', /^\W*(no\W+|really\W+|actually\W+)*(i'?m|i am|i feel) (really |perfectly |totally |just )?(fine|ok|okay|all ?right)\b|\bi('?m| am) not (sad|angry|upset|mad|afraid|scared|unhappy|stressed)\b/i],
    ['repeat', /\b(say (that|it) again|repeat (that|it|please)|come again|pardon|what did you (just )?say)\b/i],
    ['about-agent', /\b(what (can|do) you (do|know|like)|(who|what) are you|what('s| is) your name|are you (a |an )?(real|human|robot|ai|alive))\b/i],
    ['complaint', /\b(complain|complaint|refund|not acceptable|unacceptable|(doesn't|does not|didn't|still not) work(ing)?)\b/i],
    ['help', /\b(help|how (do|can) (i|this))\b/i],
    ['small-talk', /\b(how are you|how's it going|what's up|nice weather|let's (talk|chat))\b/i],
    ['question', /\?\s*$/],
  ],
  zh: [
    ['refusal', /(?<![他她们妈爸人不])(不想|不愿意?|不要|别|懒得|不太想)(再|跟你|和你|多|这么|这个|这些)*(说|谈|聊|提|讲|问)(?!清)|别[烦管理]我|让我(一个人|自己)?[静待]|换个话题|不关你的?事|闭嘴|少管/],
    ['yes', /^[\s\p{P}]*(是|是的|是啊|对|对啊|嗯+|好|好的|好啊|好吧|行|行吧|可以|当然|要|想)[\s\p{P}]*$/u],
    ['no', /^[\s\p{P}]*(不|不了|不用|不用了|不要|没有|没什么|不想|不是|算了|不太想|先不了)[\s\p{P}]*$/u],
    ['farewell', /再见|拜拜|晚安|回头见/],
    ['thanks', /谢谢|多谢|感谢/],
    ['greeting', /^\s*(你好|您好|嗨|早上好|晚上好|下午好)/],
    ['correction', /^\W*(不[，,。 ]*)?我(真的)?(没事|还好|[挺很]好(?![奇看笑吃玩]))|我(并)?(没有?|不)(生气|难过|害怕|伤心|不高兴)/],
    ['repeat', /再说一(遍|次)|重复一(下|遍)|你(刚才|刚刚)说(了)?什么|没听清/],
    ['about-agent', /你是谁|你(叫什么|能做什么|会什么|多大)|你是(真人|机器人|人)/],
    ['complaint', /投诉|退款|太差|不能接受|用不了/],
    ['help', /帮|怎么(用|办)/],
    ['small-talk', /你好吗|最近怎么样|天气(真|不错)|聊聊/],
    ['question', /[?？吗呢]\s*$/],
  ],
};

/** Which of the agent's languages a message is in: any Chinese character makes it Chinese. */
export function detectLanguage(text: string): Language {
  return /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
}

/**
 * Reads a message for feeling and intent with a small lexicon, negation and intensifiers.
 *
 * Words that the lexicon does not know leave the reading unknown. The message itself goes no
 * further: what is returned names no word of it.
 */
export function readText(text: string, language: Language = detectLanguage(text)): TextReading {
  const hits = language === 'zh' ? hitsInChinese(text) : hitsInEnglish(text);
  const mass = hits.reduce((sum, hit) => sum + hit.weight, 0);
  const intent = INTENT_PATTERNS[language].find(([, pattern]) => pattern.test(text))?.[0];
  if (mass === 0) {
    return { valence: UNKNOWN, arousal: UNKNOWN, dominance: UNKNOWN, emotions: normalise(byEmotion(() => 1)), intent: intent ?? 'statement', intentConfidence: 1, domain: null, cues: 0 };
  }
  // Half a pseudo-count for each emotion: one word alone suggests, several agree.
  const emotions = normalise(byEmotion((emotion) => hits.reduce((sum, hit) => sum + (hit.emotion === emotion ? hit.weight : 0), 0) + 0.06));
  const dimension = (axis: 0 | 1 | 2): number => EMOTIONS.reduce((sum, emotion) => sum + emotions[emotion] * EMOTION_DIMENSIONS[emotion][axis], 0);
  const variance = 0.12 / Math.min(3, mass);
  return {
    valence: measured(dimension(0), variance),
    arousal: measured(dimension(1), 2 * variance),
    dominance: measured(dimension(2), 2 * variance),
    emotions,
    intent: intent ?? 'feeling',
    intentConfidence: 1,
    domain: null,
    cues: hits.length,
  };
}
