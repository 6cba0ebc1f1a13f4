const en = {
  tabs: { now: 'Now', breathe: 'Breathe', weeks: 'Weeks' }, tabsLabel: 'What to look at',
  checkIn: {
    title: 'How is it now?', say: 'Say it, write it, pick words, or set the sliders. Your own word counts.', feelings: 'Words for it', pleasant: 'Pleasant', stirred: 'Stirred up',
    axes: { up: 'stirred up', down: 'quiet', left: 'unpleasant', right: 'pleasant' }, note: 'Anything to remember about it', write: 'Write it down', written: 'Written down at {{time}}.',
    appears: 'How you appear', appearsNow: 'You appear {{valence}} pleasant and {{arousal}} stirred up, give or take {{spread}}. It is an estimate and changes nothing that you say.', appearsNot: 'That can\'t be told now, and need not be.', you: 'you', looks: 'appears',
  },
  activity: { title: 'One small thing', minutes_one: '{{count}} minute', minutes_other: '{{count}} minutes', start: 'I will try it', another: 'Another idea', after: 'Did it help?', helped: { no: 'Not really', little: 'A little', much: 'A lot' }, notDone: 'Did not do it' },
  breathe: {
    title: 'Breathe slowly', patterns: { '4-2-6': '4 – 2 – 6', even: '5.5 a minute', square: '4 – 4 – 4 – 4' }, pattern: 'The way to breathe', start: 'Begin', stop: 'Stop', sound: 'A soft tone',
    parts: { in: 'Breathe in', hold: 'Hold', out: 'Breathe out', rest: 'Rest' }, ready: 'Two minutes, with {{name}}. The first breaths are quicker.', left: '{{time}} left', dizzy: 'If you get dizzy, breathe as usual.',
  },
  weeks: {
    title: 'The last four weeks', none: 'Nothing was written down yet.', valence: 'Pleasant', arousal: 'Stirred up', course: 'Course', entries: 'Written down', delete: 'Delete the entry of {{time}}', helped: 'helped', helpedLittle: 'helped a little', helpedNot: 'did not help',
    report: 'A report to share', reportAbout: 'One file that anybody can open. It goes only where you take it, and says what it is not.', notes: 'With my notes', save: 'Save the report', json: 'Save everything as JSON', file: 'mood-report',
  },
  keep: { keep: 'Keep the diary on this device', about: 'Off: it is gone when this page closes.', forget: 'Delete all' },
};

/** The words of the companion's panel. Each language is written for itself. */
export const words: Readonly<Record<'en' | 'zh', typeof en>> = {
  en,
  zh: {
    tabs: { now: '现在', breathe: '呼吸', weeks: '几周' }, tabsLabel: '看什么',
    checkIn: {
      title: '现在感觉怎么样？', say: '说出来、写下来、选几个词，或者拖动滑块。以你说的为准。', feelings: '用哪些词', pleasant: '愉快', stirred: '激动',
      axes: { up: '激动', down: '平静', left: '不愉快', right: '愉快' }, note: '想记住的事', write: '写进日记', written: '{{time}} 已写下。',
      appears: '看起来的样子', appearsNow: '看起来愉快 {{valence}}、激动 {{arousal}}，误差约 {{spread}}。这只是估计，不会改动你说的。', appearsNot: '现在看不出来，也不需要看出来。', you: '你说的', looks: '看起来',
    },
    activity: { title: '一件小事', minutes_one: '{{count}} 分钟', minutes_other: '{{count}} 分钟', start: '我试试', another: '换一个', after: '有帮助吗？', helped: { no: '没什么用', little: '有一点', much: '很有帮助' }, notDone: '没有做' },
    breathe: {
      title: '慢慢呼吸', patterns: { '4-2-6': '4 – 2 – 6', even: '每分钟 5.5 次', square: '4 – 4 – 4 – 4' }, pattern: '呼吸的节奏', start: '开始', stop: '停止', sound: '轻柔的声音',
      parts: { in: '吸气', hold: '停住', out: '呼气', rest: '休息' }, ready: '和{{name}}一起两分钟。前几次会快一些。', left: '还有 {{time}}', dizzy: '头晕的话，照平常呼吸。',
    },
    weeks: {
      title: '最近四周', none: '还没有写下什么。', valence: '愉快', arousal: '激动', course: '走向', entries: '写下的记录', delete: '删除 {{time}} 的记录', helped: '有帮助', helpedLittle: '有一点帮助', helpedNot: '没有帮助',
      report: '可以分享的报告', reportAbout: '一个谁都能打开的文件。只会到你带去的地方，也写明它不是什么。', notes: '包含我的备注', save: '保存报告', json: '全部保存为 JSON', file: '心情报告',
    },
    keep: { keep: '把日记留在这台设备上', about: '关着的话，页面一关就没有了。', forget: '全部删除' },
  },
};
