import type { ContextEvent, Emotion, Language } from 'attune';

/** What happens to a made-up player: how they seem, what they say then, and what the game tells. */
export interface Chapter {
  readonly emotion: Emotion;
  readonly said: Readonly<Record<Language, readonly string[]>>;
  readonly event?: ContextEvent;
}

/** Chapters of the sample session, told in an order that the seed decides. Somebody plays a game with Mira beside them. */
export const STORY: readonly Chapter[] = [
  { emotion: 'neutral', said: { en: ['Let me look at this level for a moment.', 'I think the key is behind the bridge.'], zh: ['我先看看这一关。', '钥匙应该在桥后面。'] } },
  { emotion: 'happiness', event: 'won', said: { en: ['I am so happy, I finally won!', 'That was wonderful, thank you for waiting with me.'], zh: ['我终于赢了，太高兴了！', '真开心，谢谢你陪我。'] } },
  { emotion: 'anger', event: 'stuck', said: { en: ['I am so angry at this door.', 'It is annoying, nothing I try works.'], zh: ['这扇门真让人生气。', '好烦，怎么试都不行。'] } },
  { emotion: 'sadness', event: 'lost', said: { en: ['I lost everything that I had built. I feel sad.', 'Perhaps I should just stop.'], zh: ['我建的东西全没了，真难过。', '要不就算了吧。'] } },
  { emotion: 'surprise', event: 'startled', said: { en: ['Wow, I did not see that coming!'], zh: ['哇，完全没想到！'] } },
  { emotion: 'fear', said: { en: ['I am afraid of what comes next.', 'It is dark down there.'], zh: ['我有点害怕接下来的。', '下面好黑。'] } },
  { emotion: 'happiness', event: 'progress', said: { en: ['It goes well now, I am glad.', 'Look, the garden is open.'], zh: ['现在顺多了，我很高兴。', '看，花园开了。'] } },
  { emotion: 'neutral', event: 'waiting', said: { en: ['It is loading again.', 'How long have we been here?'], zh: ['又在加载了。', '我们玩了多久了？'] } },
];
