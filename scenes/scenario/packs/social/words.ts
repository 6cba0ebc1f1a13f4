const en = {
  talk: {
    title: 'At the table', help: 'Each who is here gets a seat. Choose who speaks, and write what they say. To speak to {{host}}, write below the picture.',
    who: 'Who speaks', says: 'What {{name}} says', send: 'Say it', add: 'Add a seat', nothing: 'Nothing was said yet.', full: 'All eight seats are taken.',
  },
  room: {
    what: 'With people at other places: what you write goes to the relay at {{host}} and to those in the room, and while your camera is on, two figures of how you appear. No picture and no sound leave this device.',
    name: 'What you would like to be called', enterCode: 'Code of a room', join: 'Enter', open: 'Open a room of your own', code: 'Code of this room:', copy: 'Copy', copied: 'Copied', leave: 'Leave the room',
    ended: 'You are not in a room', broke: 'The connection broke off. Enter again, or ask whoever runs the relay.',
  },
  seats: {
    title: 'Who is here', name: 'Name of seat {{seat}}', share: '{{share}} of the turns lately', noShare: 'nothing heard yet', listens: '{{name}} would rather listen', leave: '{{name}} leaves', one: 'It takes two or more.',
    asked: 'was asked in', turn: 'has the turn',
  },
  group: {
    title: 'How it seems', valence: 'Mood together', heat: 'Heat of the talk', unknown: 'not known yet', from: 'unpleasant', to: 'pleasant', calm: 'calm', hot: 'heated',
    range: '{{mean}} (from {{low}} to {{high}})', help: 'By words alone, or by faces as well if you turned the camera on and as many faces are seen as there are seats. Both are often wrong.', helpRemote: 'By words alone, and of those whose camera is on by what their own device saw. Both are often wrong.',
    moods: { pleasant: 'appears pleasant', unpleasant: 'appears unpleasant', even: 'appears even', unknown: 'not known' },
    apart: 'They seem to feel differently.', alike: 'They seem to feel alike.',
    faces_one: '{{count}} face is seen; each seat wants one.', faces_other: '{{count}} faces are seen; each seat wants one.',
    stages: { flows: 'The talk flows', turns: 'A turn each', pause: 'A pause is proposed', quiet: 'The host is silent', waits: 'Somebody was asked in' },
  },
};

/** The words of the host's panel. Each language is written for itself. */
export const words: Readonly<Record<'en' | 'zh', typeof en>> = {
  en,
  zh: {
    talk: {
      title: '桌上', help: '在场的每个人有一个座位。选好谁在说，写下说的话。要对 {{host}} 说，请写在画面下方。',
      who: '谁在说', says: '{{name}}说', send: '说出来', add: '加一个座位', nothing: '还没有人说话。', full: '八个座位都满了。',
    },
    room: {
      what: '和不在一起的人：您写的话会发到 {{host}} 的中继和房间里的人那里；摄像头开着时，还有两个表示您看起来怎样的数。画面和声音都不会离开这台设备。',
      name: '希望怎么称呼您', enterCode: '房间代码', join: '进入', open: '开一个自己的房间', code: '这个房间的代码：', copy: '复制', copied: '已复制', leave: '离开房间',
      ended: '您不在房间里', broke: '连接断了。请重新进入，或者问问运行中继的人。',
    },
    seats: {
      title: '在场的人', name: '{{seat}} 座的名字', share: '最近说了 {{share}}', noShare: '还没听到', listens: '{{name}}只想听', leave: '{{name}}离开', one: '需要两个人以上。',
      asked: '被请来说', turn: '轮到发言',
    },
    group: {
      title: '看起来的气氛', valence: '大家的心情', heat: '话题的热度', unknown: '还不清楚', from: '不愉快', to: '愉快', calm: '平静', hot: '激烈',
      range: '{{mean}}（{{low}} 到 {{high}}）', help: '只凭文字；打开摄像头，且看到的脸和座位一样多时，也凭表情。两样都常常会错。', helpRemote: '只凭文字；打开摄像头的人，也凭他们自己设备看到的表情。两样都常常会错。',
      moods: { pleasant: '看起来愉快', unpleasant: '看起来不太愉快', even: '看起来平和', unknown: '不清楚' },
      apart: '大家的感受好像不一样。', alike: '大家的感受好像差不多。',
      faces_one: '看到 {{count}} 张脸，每个座位需要一张。', faces_other: '看到 {{count}} 张脸，每个座位需要一张。',
      stages: { flows: '聊得顺', turns: '各说一轮', pause: '建议停一停', quiet: '主持人不出声', waits: '请了一个人说' },
    },
  },
};
