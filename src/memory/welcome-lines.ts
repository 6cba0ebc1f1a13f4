/** What there is to bring up. */
export type Occasion = 'nothing' | 'worried' | 'past' | 'ahead' | 'under-way' | 'told' | 'went-well' | 'trouble' | 'loss';

export interface WelcomeLines {
  readonly openings: readonly [string, ...string[]];
  /** With `{name}`, the player's own. */
  readonly named: readonly [string, ...string[]];
  /** With `{about}`, what was talked about, as {@link swap} says it to the player. */
  readonly lines: Readonly<Record<Occasion, readonly [string, ...string[]]>>;
  /** What stands between the opening and the line. */
  readonly comma: string;
  /** The player's words for it, as the agent says them. */
  readonly swap: (about: string) => string;
}

/** What a returning player is greeted with in English. Heavy things are offered, never asked about. */
export const WELCOME_EN: WelcomeLines = {
  openings: ['It is good to see you again.', 'Hello again.', 'Welcome back.'],
  named: ['It is good to see you again, {name}.', 'Hello again, {name}.', 'Welcome back, {name}.'],
  comma: ' ',
  swap: (about) => about.replaceAll(/\bmy\b/g, 'your').replaceAll(/\bour\b/g, 'your'),
  lines: {
    nothing: ['What has your day been like so far?', 'I have time for you. What is on your mind?', 'What would you like to talk about today?'],
    worried: ['Last time your {about} seemed to worry you. How did it go?', 'I still have your {about} in mind, which seemed to worry you last time. How was it in the end?'],
    past: ['Last time you told me about your {about}. How did it go?', 'Your {about} should be behind you by now. How was it?'],
    ahead: ['Last time you told me about your {about}. It is still to come, if I have it right. How do you feel about it now?', 'Your {about} is getting closer, if I have it right. What is it like to think of it today?'],
    'under-way': ['Last time we talked about your {about}. How are things with it now?', 'I remember that you told me about your {about}. What has come of it?'],
    told: ['Last time we talked about your {about}. How have you been since?', 'I remember what you told me about your {about}. How are you today?'],
    'went-well': ['I remember how your {about} went. It was nice to hear about. How have you been since?', 'Last time you had good news about your {about}. How are things today?'],
    trouble: ['Last time we talked about your {about}. We can go on with that, or with something else, as you like.', 'I remember the {about} you told me about. If you want to talk about it, I am listening, and if not, that is fine too.'],
    loss: ['Last time you told me about losing your {about}. I am here for that, and just as much for anything else.', 'I remember what you told me about your {about}. You need not talk about it today, but you can.'],
  },
};

/** The same in Chinese. */
export const WELCOME_ZH: WelcomeLines = {
  openings: ['又见面了，真好。', '你好，欢迎回来。', '又见到你了。'],
  named: ['{name}，又见面了，真好。', '你好，{name}，欢迎回来。', '{name}，又见到你了。'],
  comma: '',
  swap: (about) => about,
  lines: {
    nothing: ['今天到现在过得怎么样？', '我有时间，想聊点什么？', '今天想从哪儿聊起？'],
    worried: ['上次说到{about}，你好像有点担心。后来怎么样了？', '我还记着{about}这件事，上次你似乎放心不下。结果还好吗？'],
    past: ['上次你说起{about}，后来怎么样？', '{about}应该已经过去了吧，感觉如何？'],
    ahead: ['上次你说起{about}，要是我没记错，还没到日子。现在想起来是什么感觉？', '{about}越来越近了，要是我没记错。今天想到它，心里怎么样？'],
    'under-way': ['上次我们聊到{about}，现在进展如何？', '我记得你说过{about}的事，后来有什么变化吗？'],
    told: ['上次我们聊到{about}，之后你过得怎么样？', '我记得你说的{about}。今天还好吗？'],
    'went-well': ['我记得{about}的好消息，听着真高兴。之后过得怎么样？', '上次你说起{about}，听起来挺顺利。今天怎么样？'],
    trouble: ['上次我们聊到{about}的事。想接着说就接着说，换个话题也行。', '我记得你提过{about}。想聊我就听着，不想聊也没关系。'],
    loss: ['上次你跟我说起{about}的离开。想说的话我在听，聊别的也一样好。', '我还记得你说的{about}。今天不提也可以，想提随时都行。'],
  },
};
