const en = {
  card: {
    scene: 'The story', question: 'Question', open: 'A story, or questions?', openAbout: 'You choose the way in the story; the questions have five levels. Leave one for the other whenever you like.', break: 'A break. Take your time.', ended: 'The end, this time.',
    level: 'Level {{level}} of 5', choose: 'Press a way above, or say what you do.', answer: 'Say or write it. Small misspellings pass.', again: 'One more try.', tone: { wonder: 'wonder', humour: 'fun', menace: 'eerie' },
  },
  act: { story: 'The story', quiz: 'Questions', again: 'Another story', 'go-on': 'Go on', calmer: 'Calmer', livelier: 'Livelier', easier: 'Easier', harder: 'Harder', joke: 'A joke', break: 'A break' },
  wishes: 'What you may wish for',
  director: {
    title: 'What the director thinks', plan: 'The evening\'s plan', appears: 'How stirred up you appear', none: 'Nothing was chosen yet. The line shows how lively each of the evening\'s {{beats}} beats should leave you.', unseen: 'How you are can\'t be told just now, so the plan and your answers decide.', unused: 'Feelings are not used here, as the mode of this page has it. The plan, your answers and how long they take decide.',
    seen: 'You appear {{arousal}} on a scale from calm (-1) to stirred up (+1), give or take {{spread}}; the plan has {{target}}. It may be wrong.', pace: 'Pace', paces: { 1: 'unhurried', 2: 'steady', 3: 'quick' }, course: 'Next to the plan', courses: { calmer: 'calmer than planned', planned: 'as planned', livelier: 'livelier than planned' }, difficulty: 'Questions', fits: 'about level {{level}} suits', why: 'Why this?', hide: 'Enough',
  },
  score: { title: 'So far', right: 'Right answers', of: '{{right}} of {{asked}}', endings: 'Endings found', ends: '{{found}} of {{of}}' },
};

/** The words of the entertainer's panel. Each language is written for itself. */
export const words: Readonly<Record<'en' | 'zh', typeof en>> = {
  en,
  zh: {
    card: {
      scene: '故事', question: '题目', open: '听故事，还是答题？', openAbout: '故事里由你选路，题目有五个难度。想换随时换。', break: '休息一下，慢慢来。', ended: '这一回讲完了。',
      level: '难度 {{level}}，共 5 级', choose: '按上面的选项，或者直接说要做什么。', answer: '说出来或写下来，小小的错字不算错。', again: '再试一次。', tone: { wonder: '奇妙', humour: '有趣', menace: '有点吓人' },
    },
    act: { story: '听故事', quiz: '答题', again: '再来一个故事', 'go-on': '继续', calmer: '平静一点', livelier: '刺激一点', easier: '简单一点', harder: '难一点', joke: '讲个笑话', break: '休息一下' },
    wishes: '想要什么',
    director: {
      title: '导演怎么想', plan: '今晚的设想', appears: '你看起来有多激动', none: '还没有选过什么。这条线是今晚 {{beats}} 个节拍各该有多热闹。', unseen: '现在看不出你怎么样，所以看设想和你的回答。', unused: '按本页的模式，这里不使用情绪。只看设想、你的回答和用了多久。',
      seen: '从平静（-1）到激动（+1），你看起来在 {{arousal}}，误差约 {{spread}}；设想是 {{target}}。可能不准。', pace: '节奏', paces: { 1: '不慌不忙', 2: '平稳', 3: '轻快' }, course: '和设想相比', courses: { calmer: '比设想平静', planned: '照设想', livelier: '比设想热闹' }, difficulty: '题目', fits: '大约 {{level}} 级合适', why: '为什么是这个？', hide: '知道了',
    },
    score: { title: '到现在', right: '答对', of: '{{asked}} 题中 {{right}} 题', endings: '找到的结局', ends: '{{of}} 个中 {{found}} 个' },
  },
};
