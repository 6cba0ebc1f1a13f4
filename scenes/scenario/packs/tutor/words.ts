const en = {
  exercise: 'Exercise', level: 'Level {{level}} of 3', prints: 'It should print', told: 'What was explained', noHints: 'No more hints',
  answer: { label: 'Your answer', number: 'a number', fraction: 'such as 3/4', text: 'a few words', give: 'Answer', clear: 'Clear' },
  wish: { hint: 'A hint', skip: 'Another one', show: 'The solution' },
  stages: { beginning: 'Ready when you are.', break: 'A break. Take your time.', finished: 'The whole lesson is done.' },
  start: { beginning: 'Start the lesson', break: 'Go on', finished: 'Once more' },
  skills: { title: 'What you probably know', known: '{{mean}}% ({{low}} to {{high}})', unseen: 'not seen yet', mastered: 'mastered', label: '{{title}}: known with a chance of {{mean}}%, between {{low}}% and {{high}}%' },
  feelings: {
    title: 'How it seems to go', engaged: 'engaged', confused: 'puzzled', frustrated: 'frustrated', bored: 'bored', unknown: 'Nothing is known of it yet.',
    help: 'A guess from answers, their pace and, if you allowed it, your face and voice. It may be wrong.', unused: 'Feelings are not used here, as the mode of this page has it. The tutor goes by your answers alone.',
  },
};

/** The words of the tutor's panel. Each language is written for itself. */
export const words: Readonly<Record<'en' | 'zh', typeof en>> = {
  en,
  zh: {
    exercise: '练习', level: '难度 {{level}}，共 3 级', prints: '应该输出', told: '讲过的内容', noHints: '没有提示了',
    answer: { label: '您的答案', number: '一个数', fraction: '例如 3/4', text: '几个字', give: '作答', clear: '清空' },
    wish: { hint: '提示', skip: '换一道', show: '看解答' },
    stages: { beginning: '准备好就开始。', break: '休息一下，不着急。', finished: '整节课学完了。' },
    start: { beginning: '开始上课', break: '继续', finished: '再来一遍' },
    skills: { title: '您大概会了多少', known: '{{mean}}%（{{low}} 到 {{high}}）', unseen: '还没做过', mastered: '已掌握', label: '{{title}}：掌握的可能性为 {{mean}}%，在 {{low}}% 到 {{high}}% 之间' },
    feelings: {
      title: '看起来进展如何', engaged: '投入', confused: '困惑', frustrated: '烦躁', bored: '无聊', unknown: '还什么都看不出来。',
      help: '由答案、作答快慢，以及您允许时的面部和声音推测，可能不准。', unused: '按本页的模式，这里不使用情绪。只根据您的答案来教。',
    },
  },
};
