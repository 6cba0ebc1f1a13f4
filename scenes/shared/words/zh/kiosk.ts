import type { Words } from '../en.ts';

/** 展台上的话：字大、话少，给站着的人看。 */
export const kiosk: Words['kiosk'] = {
  language: '语言', screen: '展台的屏幕',
  attract: {
    title: '你好，我是 {{name}}。', lead: '想聊一会儿吗？', begin: '点这里开始', key: '或者按任意键',
    off: '摄像头和麦克风都关着。', watching: '摄像头只用来判断有没有人站在这里，画面只有 32×24 个点。不认脸，什么都不保留。',
  },
  consent: {
    title: '和 {{name}} 聊之前', choose: '想怎么聊？', who: '想和谁聊？',
    here: '一切都在这台机器里完成，什么都不会传出去；你离开时全部删除。',
    ai: '{{name}} 是电脑程序，不是人。它只是猜你看起来怎样，也会猜错。',
    both: '看着我，也听我说', bothHelp: '摄像头和麦克风一直开到你离开：脸怎么动、声音听起来怎样、说了什么。',
    bothReactive: '摄像头和麦克风一直开到你离开：你在不在、在哪儿、说了什么。不从脸和声音里读心情。',
    voice: '只听我说', voiceHelp: '麦克风一直开到你离开，摄像头关着。',
    camera: '只看着我', cameraHelp: '摄像头一直开到你离开，麦克风关着。',
    neither: '都不用', neitherHelp: '摄像头和麦克风都关着。你可以打字，或者点一句话。',
    leave: '不了，谢谢',
  },
  visit: {
    both: '摄像头和麦克风开着', camera: '摄像头开着', voice: '麦克风开着', neither: '摄像头和麦克风都关着',
    leave: '结束并全部删除', write: '写给 {{name}}', send: '发送', say: '说', starters: '可以这样开头', you: '你', words: '说过的话',
    start: ['这是怎么做到的？', '我今天过得不错。', '我今天有点累。', '我有件事放心不下。'],
    problem: { camera: '摄像头用不了，我们不用它也能聊。', microphone: '麦克风用不了，请打字，或者点一句话。', speech: '现在没有声音，所有的话都可以读。', avatar: '现在没有画面，我们用文字聊。' },
  },
  asking: { title: '你还在吗？', text_one: '{{count}} 秒后全部删除。', text_other: '{{count}} 秒后全部删除。', stay: '在，我在这儿', leave: '不聊了，全部删除' },
  farewell: { title: '再见，谢谢你', text: '这次见面的一切都已删除。摄像头和麦克风都关着。' },
  closed: { title: '晚安', text: '我休息到 {{time}}。', open: '我先休息了。', off: '摄像头和麦克风都关着。' },
  help: { title: '有人会接听', emergency: '如果现在就有危险：请拨当地的急救电话，如 120、110。' },
  fault: { title: '展台没法启动', text: '配置需要改一改。给管理员看的：', again: '重新加载' },
  broken: { title: '请稍等', text: '出了点问题，页面马上重新开始。' },
  health: {
    title: '展台的运行情况', pin: '管理员的数字密码', open: '打开', wrong: '密码不对。', shut: '这一页没有开放：kiosk.json 里没有写 operator.pin。', close: '回到展台',
    now: '现在', running: '已运行', stage: '正在', pictures: '每秒画面', storage: '离线保存', offline: '可以离线', presence: '有人在', reload: '重新加载页面', save: '存成 JSON', empty: '还没有。',
    minutes: '{{minutes}} 分钟', megabytes: '{{megabytes}} MB', yes: '是', no: '否', unknown: '不知道', coming: '还没有', full: '不能，这台设备的空间不够', waiting: '新版本等没有人的时候再换',
    days: '每天（世界时）', day: '日期', up: '运行（小时）', visits: '来访', mean: '平均时长（秒）', problems: '问题', errors: '错误', restarts: '重启', rate: '每秒画面（最慢）',
    entries: '最近发生的', at: '时间', what: '事情', privacy: '只有数字：任何来访者的话、画面和声音都不在这里；他们离开后，别处也没有。',
    kinds: { started: '页面开始运行', restarted: '重启：{{what}}（{{why}}）', problem: '问题：{{code}}', error: '错误：{{error}}' },
    stages: { attract: '等人来', consent: '征求同意', visit: '有人在聊', asking: '问人还在不在', farewell: '道别', closed: '安静时段' },
  },
};
