const en = {
  open: 'Open', none: 'Nothing yet. Say "remind me at five to call Ana", or write it.', done: 'Done', notes: 'Notes',
  kinds: { timer: 'Timer', reminder: 'Reminder', task: 'Task', note: 'Note' }, unnamed: 'Timer', moved: 'put off', finish: 'Done: {{what}}', again: 'Not done yet: {{what}}', delete: 'Delete: {{what}}', left: '{{time}} left', over: 'over',
  today: 'today', tomorrow: 'tomorrow',
  amount: { full: 'Sol tells as much as you ask for', less: 'Sol keeps it short while it seems a lot' },
  try: { title: 'What you may say', help: 'By voice or in writing. Press one to hear it said.' },
  keep: { keep: 'Keep the notes on this device', about: 'Off: they are gone when this page closes.', forget: 'Delete all' },
};

/** The words of the assistant's panel. Each language is written for itself. */
export const words: Readonly<Record<'en' | 'zh', typeof en>> = {
  en,
  zh: {
    open: '要做的', none: '还没有。可以说“五点提醒我给安娜打电话”，或者写下来。', done: '做完的', notes: '笔记',
    kinds: { timer: '计时', reminder: '提醒', task: '任务', note: '笔记' }, unnamed: '计时', moved: '推后了', finish: '做完：{{what}}', again: '还没做完：{{what}}', delete: '删除：{{what}}', left: '还有 {{time}}', over: '时间到',
    today: '今天', tomorrow: '明天',
    amount: { full: '小阳有问必答', less: '看起来事情太多，小阳说得短一些' },
    try: { title: '可以这样说', help: '用说的或写的都行。按一个听听怎么说。' },
    keep: { keep: '把笔记留在这台设备上', about: '关着的话，页面一关就没有了。', forget: '全部删除' },
  },
};
