import { EMOTION_OF_LABEL, type TextLabel } from '../../src/browser/text/labels.ts';
import type { Emotion } from '../../src/index.ts';
import { readEmotionWord } from '../faces/emotion-words.ts';

/** What corpora of texts call emotions, beside the labels of GoEmotions and the words of corpora of faces. */
const WORDS: Readonly<Record<Emotion, string>> = {
  neutral: 'none|no emotion|calm|objective|平静|中性|无|无情绪',
  happiness: 'positive|joyful|delight|enthusiasm|fun|trust|content|contentment|trusting|hopeful|thankful|grateful|confident|happyness|empathetic|enjoyment|excited|proud|caring|faithful|anticipating|prepared|高兴|开心|快乐|喜悦|喜|乐|喜欢|好|like|happiness|幸福|积极',
  sadness: 'sorrow|depressed|depression|boredom|lonely|loneliness|guilt|guilty|shame|ashamed|regret|disappointed|devastated|hurt|nostalgic|sentimental|unhappy|empty|embarrassed|悲伤|难过|伤心|哀|悲|抑郁',
  anger: 'hate|hatred|rage|frustration|frustrated|annoyed|furious|irritation|jealous|jealousy|mad|愤怒|生气|怒|恨|厌烦',
  fear: 'worry|worried|anxiety|anxious|nervous|terrified|apprehensive|stress|stressed|panic|恐惧|害怕|惧|担心|焦虑|惊恐',
  disgust: 'loathing|revulsion|aversion|厌恶|恶|恶心',
  surprise: 'amazement|astonishment|shock|shocked|confused|curious|impressed|惊讶|惊|惊奇|吃惊|意外',
  contempt: 'scorn|disdain|sarcasm|轻蔑|鄙视|蔑视',
};

const EMOTION_OF = new Map(Object.entries(WORDS).flatMap(([emotion, list]) => list.split('|').map((word) => [word, emotion as Emotion] as const)));

/**
 * What a corpus means by a word.
 *
 * @returns null where it means that a text has no clear emotion, undefined where the word is not known
 */
export function readTextEmotion(word: string): Emotion | null | undefined {
  const plain = word.trim().toLowerCase().replaceAll(/[\s_-]+/g, ' ');
  return EMOTION_OF_LABEL[plain as TextLabel] ?? EMOTION_OF.get(plain) ?? readEmotionWord(plain);
}
