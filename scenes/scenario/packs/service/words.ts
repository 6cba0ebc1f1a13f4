const en = {
  side: 'Which side of the desk', sides: { caller: 'The caller', desk: 'The desk' },
  stages: { open: 'Robin answers', called: 'A person was called', 'with-person': 'A person has taken over' },
  moods: { unknown: 'not known', calm: 'calm', upset: 'upset', worried: 'worried', glad: 'glad', relieved: 'relieved' }, next: ', then ',
  topics: { title: 'What Robin can help with', help: 'Ask in your own words, or press one to hear it asked.' },
  stars: { title: 'How was it?', count_one: '{{count}} star', count_other: '{{count}} stars', thanks: 'Thank you. It is counted on this page only.' },
  results: { answered: 'answered', 'asked-for': 'waits for a detail', 'given-up': 'for a person' },
  desk: {
    call: 'The call', mood: 'Mood over the call', matters: 'Matters', none: 'Nothing was asked yet.', answers: 'Answers that fit',
    takeOver: 'Take over', giveBack: 'Give back', send: 'Send', own: 'In your own words', refused: 'This was not sent',
    readOnly: 'Take over to send one. Until then Robin answers by itself.', awaits: 'The caller waits for your answer.', listening: 'Robin only listens now; what you send is said by Robin.',
  },
};

/** The words of the help desk's panel. Each language is written for itself. */
export const words: Readonly<Record<'en' | 'zh', typeof en>> = {
  en,
  zh: {
    side: '柜台的哪一边', sides: { caller: '来电者', desk: '客服' },
    stages: { open: 'Robin 在答', called: '已叫真人', 'with-person': '真人已接手' },
    moods: { unknown: '不清楚', calm: '平静', upset: '不满', worried: '担心', glad: '高兴', relieved: '松了一口气' }, next: '，然后',
    topics: { title: 'Robin 能帮什么', help: '用自己的话问，或按一个听听怎么问。' },
    stars: { title: '这次怎么样？', count_one: '{{count}} 星', count_other: '{{count}} 星', thanks: '谢谢，只记在这个页面里。' },
    results: { answered: '已回答', 'asked-for': '等补充信息', 'given-up': '转人工' },
    desk: {
      call: '这通来电', mood: '来电中的心情', matters: '事项', none: '还没有问什么。', answers: '合适的回答',
      takeOver: '接手', giveBack: '交还', send: '发送', own: '用自己的话', refused: '没有发出去',
      readOnly: '接手之后才能发送；在那之前由 Robin 自己回答。', awaits: '来电者在等您回答。', listening: 'Robin 现在只听；您发送的话由它说出来。',
    },
  },
};
