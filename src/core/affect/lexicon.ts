import type { Language } from '../signals/text.ts';
import type { Emotion } from './emotion.ts';

/** Words that carry a feeling, by the emotion they name or show. A first, small lexicon of our own. */
export interface Lexicon {
  readonly feelings: Readonly<Partial<Record<Emotion, readonly string[]>>>;
  readonly negations: readonly string[];
  readonly intensifiers: readonly string[];
}

const words = (list: string): string[] => list.split(' ');

const EN: Lexicon = {
  feelings: {
    happiness: words('happy glad great good wonderful lovely love loved joy joyful delighted pleased excited fun awesome amazing fantastic brilliant proud grateful thankful relieved hopeful enjoy enjoyed enjoying smile smiling laugh laughing won win better best nice yay perfect beautiful cheerful content calm relaxed'),
    sadness: words('sad unhappy down depressed lonely alone miserable cry cried crying tears grief grieving heartbroken lost loss miss missed hopeless tired exhausted empty disappointed hurt sorry gloomy died death failed fail failing worthless'),
    anger: words('angry mad furious annoyed annoying irritated frustrated frustrating hate hated unfair rage outraged pissed fed stupid ridiculous unacceptable rude'),
    fear: words('afraid scared fear frightened terrified anxious anxiety worried worry worrying nervous panic panicking stressed stress overwhelmed unsafe dread insecure'),
    disgust: words('disgusting disgusted gross nasty revolting sick sickening yuck awful'),
    surprise: words('surprised surprising shocked wow unexpected suddenly unbelievable astonished whoa'),
    contempt: words('pathetic whatever contempt despise laughable'),
  },
  negations: words("not no never isn't wasn't don't didn't doesn't can't cannot won't aren't ain't hardly without"),
  intensifiers: words('very really so extremely totally absolutely incredibly super too deeply completely'),
};

const ZH: Lexicon = {
  feelings: {
    happiness: words('开心 高兴 快乐 喜欢 爱 太好了 很好 真好 幸福 满意 兴奋 期待 感激 放心 轻松 舒服 有趣 好玩 赢了 成功 骄傲 棒 哈哈 微笑'),
    sadness: words('难过 伤心 悲伤 孤单 孤独 寂寞 哭 失望 绝望 失落 累 疲惫 想念 心碎 失败 沮丧 痛苦 委屈 遗憾 去世'),
    anger: words('生气 愤怒 气死 讨厌 烦 恼火 不公平 恨 火大 受够了 可恶 过分'),
    fear: words('害怕 恐惧 担心 焦虑 紧张 慌 不安 压力 怕 吓'),
    disgust: words('恶心 反胃 厌恶'),
    surprise: words('惊讶 没想到 居然 竟然 突然 天啊 震惊 哇'),
    contempt: words('可笑 看不起 鄙视'),
  },
  negations: words('不 没 没有 别 不是 不太'),
  intensifiers: words('很 非常 太 特别 真 好 十分 超'),
};

export const LEXICA: Readonly<Record<Language, Lexicon>> = { en: EN, zh: ZH };

/** Valence, arousal and dominance that each named emotion stands for (after Russell & Mehrabian 1977). */
export const EMOTION_DIMENSIONS: Readonly<Record<Emotion, readonly [number, number, number]>> = {
  neutral: [0, 0, 0],
  happiness: [0.8, 0.4, 0.3],
  surprise: [0.2, 0.7, -0.1],
  sadness: [-0.65, -0.3, -0.4],
  anger: [-0.55, 0.6, 0.25],
  disgust: [-0.6, 0.3, 0.1],
  fear: [-0.64, 0.6, -0.45],
  contempt: [-0.45, 0.15, 0.3],
};
