import type { Words } from '../en.ts';

/** 麦克风页里的话。 */
export const microphone: Words['microphone'] = {
  lead: '声音里听到了什么，随听随看。',
  consent: {
    title: '开始听之前',
    what: '经你允许，这个页面会听你的声音：多响、多高、什么时候在说话，听起来像是什么心情；说英语时也听内容。',
    why: '这里显示角色能从声音里留意到什么，准不准由你自己判断。',
    choose: '可以用什么？',
  },
  heard: { microphone: '麦克风开着', files: '正在读文件', nothing: '什么也没在听' },
  stopHelp: '释放麦克风，停下所有文件', deleteHelp: '忘掉测到的一切',
  source: '麦克风', off: '关着。没有它也能读文件。', listening: '随便说说，声音不保存。', rests: '读文件时它先歇着。', without: '现在用不了。没有它也能读文件。',
  files: {
    title: '声音文件', help: '把 WAV、FLAC、Opus 或 MP3 拖到页面任何地方。文件会放出声来，像用麦克风一样听，每个文件都当作新的声音。只留在这台设备上。',
    choose: '选择文件', stop: '别读了', position: '{{position}} / {{length}}', progress: '“{{name}}”读到哪里了',
    states: { waiting: '等着', decoding: '正在打开', playing: '正在读', read: '读完了', stopped: '停下了', failed: '没读成' },
    failures: {
      'too-large': '“{{name}}”超过 50 MB，内存放不下。请切成短一些的文件。',
      undecodable: '“{{name}}”不是这个浏览器能解码的声音。请换成 WAV，或者用新版 Chrome 或 Firefox。',
      silent: '“{{name}}”里没有任何声音。请换一个文件。',
      unheard: '“{{name}}”没能听到，因为没有开始听。请看上面的提示，再选一次。',
    },
  },
  drop: { title: '松手就读', text: 'WAV、FLAC、Opus 或 MP3。只在这台设备上读取，绝不上传。' },
  stretch: '图表显示多长时间', stretches: { seconds15: '15 秒', minute: '1 分钟', minutes5: '5 分钟' },
  export: '导出 CSV', nothing: '什么也没听到。', unvoiced: '清音',
  level: { title: '音量', level: '音量', room: '环境', clipped: '削波', now: '现在 {{level}}，环境 {{room}}', tooLoud: '太响，声音被削平' },
  activity: {
    title: '说话', probability: '是说话的概率', help: '底色表示算作说话的时段，从开口到说完。',
    degraded: '缺少语音检测模型，只能凭响度找说话，任何声响都可能被当成说话。',
  },
  affect: { title: '听起来怎样' },
  appears: {
    title: '听起来像是', one: '这声音听起来{{word}}{{names}}，{{share}}。', several: '这声音听起来可能{{names}}，从听到的还分不清。',
    noModel: '没有模型读过这声音的语气。这里只凭响度和音高，听得出有多激动，很难听出愉快不愉快。',
  },
  words: {
    title: '说了什么', switch: '听出字句', none: '还没有听到字句。目前在本机只听得懂英语。', off: '关着，只听语气。', sure: '把握 {{share}}',
  },
  utterance: {
    title: '上一句话', none: '还没有人说话。', unknown: '听起来怎样还不知道：听到的太少。',
    length: '时长', range: '音高范围', semitones: '{{value}} 个半音', first: '多久后有数值',
  },
};
