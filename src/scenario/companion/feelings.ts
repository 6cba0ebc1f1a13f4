import { type Language, type SignedUnit, signedUnit } from '../../core/index.ts';

/** What somebody says that they feel: how pleasant and how stirred, and the names of the feelings. */
export interface SelfReport {
  readonly valence: SignedUnit;
  readonly arousal: SignedUnit;
  /** Names out of {@link FEELINGS}; empty where it was told on sliders. */
  readonly words: readonly string[];
}

interface Feeling {
  readonly valence: SignedUnit;
  readonly arousal: SignedUnit;
  /** As a button names it, and what is heard as it. */
  readonly name: Readonly<Record<Language, string>>;
  readonly heard: Readonly<Record<Language, RegExp>>;
}

const feeling = (valence: SignedUnit, arousal: SignedUnit, en: string, zh: string, heardEn: RegExp, heardZh: RegExp): Feeling => ({ valence, arousal, name: { en, zh }, heard: { en: heardEn, zh: heardZh } });

/** Feelings by name, with where they lie by valence and arousal: places in the circumplex of Russell (1980), rounded by hand. */
export const FEELINGS = {
  happy: feeling(0.8, 0.3, 'happy', '开心', /\b(?:happy|glad|cheerful|joyful|great|wonderful|fantastic)\b/gi, /开心|高兴|快乐|愉快|棒极了/g),
  excited: feeling(0.7, 0.7, 'excited', '兴奋', /\b(?:excited|thrilled|energetic|energi[sz]ed)\b/gi, /兴奋|激动|有活力|精力充沛/g),
  proud: feeling(0.7, 0.4, 'proud', '自豪', /\bproud\b/gi, /自豪|骄傲/g),
  grateful: feeling(0.7, 0, 'grateful', '感激', /\b(?:grateful|thankful)\b/gi, /感激|感恩/g),
  hopeful: feeling(0.5, 0.2, 'hopeful', '有希望', /\b(?:hopeful|optimistic)\b/gi, /有希望|乐观/g),
  content: feeling(0.6, -0.3, 'content', '满足', /\b(?:content|satisfied|good|well)\b/gi, /满足|知足|挺好|不错|很好/g),
  calm: feeling(0.5, -0.6, 'calm', '平静', /\b(?:calm|peaceful|relaxed|at ease)\b/gi, /平静|安宁|放松|轻松|心静/g),
  rested: feeling(0.5, -0.4, 'rested', '休息好了', /\b(?:rested|refreshed)\b/gi, /休息好|睡得好|神清气爽/g),
  fine: feeling(0.1, -0.1, 'so-so', '一般', /\b(?:fine|ok(?:ay)?|all right|alright|so-so|meh)\b/gi, /一般|还行|还好|凑合|马马虎虎/g),
  bored: feeling(-0.3, -0.5, 'bored', '无聊', /\b(?:bored|boring)\b/gi, /无聊|没劲|没意思/g),
  tired: feeling(-0.3, -0.7, 'tired', '累', /\b(?:tired|sleepy|weary|drained|worn out)\b/gi, /累|疲惫|疲倦|困(?!难|扰)/g),
  exhausted: feeling(-0.5, -0.8, 'exhausted', '筋疲力尽', /\b(?:exhausted|burn(?:ed|t) out)\b/gi, /筋疲力尽|精疲力竭|累坏|累垮|透支/g),
  sad: feeling(-0.7, -0.3, 'sad', '难过', /\b(?:sad|unhappy|down|low|blue|miserable|gloomy|terrible|awful|bad)\b/gi, /难过|伤心|低落|悲伤|郁闷|糟糕|很差|不好受/g),
  lonely: feeling(-0.6, -0.3, 'lonely', '孤单', /\b(?:lonely|alone|isolated)\b/gi, /孤单|孤独|寂寞/g),
  empty: feeling(-0.6, -0.5, 'empty', '空落落', /\b(?:empty|numb|flat)\b/gi, /空落落|空虚|麻木/g),
  worried: feeling(-0.5, 0.4, 'worried', '担心', /\b(?:worried|worrying|concerned)\b/gi, /担心|担忧|发愁/g),
  anxious: feeling(-0.6, 0.6, 'anxious', '焦虑', /\b(?:anxious|nervous|scared|afraid|on edge)\b/gi, /焦虑|紧张|害怕|不安|心慌/g),
  stressed: feeling(-0.5, 0.6, 'stressed', '压力大', /\b(?:stressed|tense|under pressure)\b/gi, /压力大|压力很大|有压力|绷得/g),
  overwhelmed: feeling(-0.6, 0.5, 'overwhelmed', '应付不过来', /\boverwhelmed\b/gi, /应付不过来|喘不过气|受不了|崩溃/g),
  restless: feeling(-0.3, 0.6, 'restless', '坐不住', /\b(?:restless|fidgety|wired)\b/gi, /坐不住|烦躁|静不下来/g),
  frustrated: feeling(-0.6, 0.5, 'frustrated', '沮丧', /\b(?:frustrated|annoyed|irritated|fed up)\b/gi, /沮丧|心烦|恼火|烦死/g),
  angry: feeling(-0.7, 0.7, 'angry', '生气', /\b(?:angry|furious|mad)\b/gi, /生气|愤怒|气死|火大/g),
  ashamed: feeling(-0.6, 0.1, 'ashamed', '羞愧', /\b(?:ashamed|embarrassed|guilty)\b/gi, /羞愧|内疚|丢脸/g),
} as const satisfies Readonly<Record<string, Feeling>>;
/** The name of a feeling, one of {@link FEELINGS}. */
export type FeelingName = keyof typeof FEELINGS;

const NOT: Readonly<Record<Language, RegExp>> = { en: /(?:\bnot|n't|n’t|\bnever|\bno longer)(?: (?:really|very|that|so|too|at all|feeling|feel|been|exactly|all))*\s*$/i, zh: /(?:不(?:太|是很|怎么|那么)?|没(?:有)?(?:那么)?)(?:觉得|感到)?$/ };
const MUCH: Readonly<Record<Language, RegExp>> = { en: /\b(?:very|really|so|extremely|totally|incredibly)\s*$/i, zh: /(?:很|非常|特别|太|好|超级?|极其|十分)$/ };
const LITTLE: Readonly<Record<Language, RegExp>> = { en: /\b(?:a bit|a little|slightly|somewhat|kind of|kinda)\s*$/i, zh: /(?:有一?点儿?|稍微|有些|略)$/ };

/**
 * What somebody says that they feel, by the names of feelings in their words; null where they name none. What is denied turns round and is weaker:
 * not happy is no joy, and no grief either.
 */
export function reportIn(text: string, language: Language): SelfReport | null {
  const found: { readonly word: FeelingName; readonly valence: number; readonly arousal: number; readonly denied: boolean }[] = [];
  for (const [word, { valence, arousal, heard }] of Object.entries(FEELINGS) as [FeelingName, Feeling][]) {
    const [match] = text.matchAll(heard[language]);
    if (!match) continue;
    const before = text.slice(0, match.index);
    const denied = NOT[language].test(before);
    const strength = denied ? -0.5 : MUCH[language].test(before) ? 1.2 : LITTLE[language].test(before) ? 0.6 : 1;
    found.push({ word, valence: strength * valence, arousal: denied ? 0 : strength * arousal, denied });
  }
  if (found.length === 0) return null;
  const mean = (axis: 'valence' | 'arousal'): SignedUnit => signedUnit(found.reduce((sum, each) => sum + each[axis], 0) / found.length);
  return { valence: mean('valence'), arousal: mean('arousal'), words: found.flatMap(({ word, denied }) => (denied ? [] : [word])) };
}
