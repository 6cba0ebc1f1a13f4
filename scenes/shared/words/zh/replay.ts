import type { Words } from '../en.ts';

/** 回放页里的话。 */
export const replay: Words['replay'] = {
  lead: '一段录下的会话按时间展开：各个感官说了什么，得出了什么，又说了做了什么。',
  stays: '你打开的内容只留在这个页面上，不保存，也不发送。',
  status: { nothing: '还没有打开什么', reading: '正在读', kept: '只在这个页面上' },
  deleteHelp: '忘掉这个页面上的会话和批注',
  drop: { title: '松手打开', text: '一个 .jsonl 会话，两个就作对比，也可以是在这里存下的批注。只在本机读取，不会上传。', tooMany: '没有打开：{{files}} 个文件太多了', atMost: '一次最多三个文件：一段会话，或者两段作对比，再加上批注。' },
  session: {
    title: '一段会话', help: '把 Attune 录下的 .jsonl 文件拖到页面任何地方，或者选一个。会客室的“记忆”里可以录。手边没有的话，可以看看在这个页面上编出来的样例。',
    sample: '样例会话', choose: '选择文件', make: '样例会话', progress: '会话读到了哪里',
    facts: '长 {{length}}，{{events}} 个事件', exact: '回放一致：角色的 {{cues}} 个动作指令和记录的一样。', differs: '从 {{at}} 起，回放和记录不同：它是用另一个版本的 Attune 录的。',
    noNet: '它是用网络“{{net}}”融合的，这里没有，所以显示的是没有它时的走向。“npm run assets”会带来它。',
    cut: '文件在一行中间断了，读到那里为止。',
  },
  failed: { title: '“{{name}}”没有显示', line: '第 {{line}} 行不对。请选一个 Attune 录下的 .jsonl 会话。', whole: '这不是能读的会话。请选一个 Attune 录下的 .jsonl 会话。' },
  export: { title: '另存为', csv: 'CSV，每个事件一行', json: 'JSON', emotionml: 'EmotionML', failed: '没能写出来，请再试一次。' },
  timeline: '时间线', moment: '会话的时刻', lanesMenu: '通道', hide: '隐藏{{lane}}', jump: '跳到 {{time}}',
  play: '播放', pause: '暂停', speed: '速度', zoom: { in: '放大', out: '缩小', all: '显示全部' },
  keys: '拖动移动，滚轮或双指缩放，点一下查看那一刻，按住 Shift 拖动标出一段。按键：方向键，+ 和 −，0 显示全部，Page Up 和 Page Down，空格播放，N 批注这一刻，[ 和 ] 批注一段。',
  lanes: { state: '状态', talk: '对话', events: '事件', emotions: '情绪', strength: '强弱', quality: '质量', face: '表情', loudness: '响度', pitch: '音高' },
  rows: { phases: '阶段', categories: '看起来', episodes: '一段情绪', conflicts: '说法不一', speech: '玩家说话', messages: '玩家的话', agent: '角色说', operator: '研究者选的', context: '游戏', plans: '角色决定', gestures: '手势', senses: '感官' },
  phases: { absent: '没有人', calibrating: '正在熟悉', tracking: '跟上了', uncertain: '不确定' },
  mixed: '复杂', episode: '{{feeling}}，最强 {{peak}} %', conflict: '{{pleased}}：愉快，{{displeased}}：不愉快', speaks: '在说话', missed: '没听清',
  context: { won: '赢了', lost: '输了', stuck: '卡住了', progress: '有进展', waiting: '在等', alone: '一个人', startled: '吓了一跳' },
  operator: { takesOver: '研究者接手了', handsBack: '又由角色自己决定' },
  visitor: { arrived: '有人来了', left: '有人走了' },
  strength: { intensity: '强度', certainty: '把握', conflict: '不一致' },
  poles: { middle: '居中', little: '有点{{word}}' },
  now: { title: '{{time}} 时', phases: { absent: '没有人。', calibrating: 'Attune 正在熟悉玩家。', tracking: '跟上了玩家。', uncertain: 'Attune 不确定看到的是什么。' }, unknown: '是哪种情绪还不清楚。', appears: '看起来{{word}}{{emotion}}，{{share}}。', axes: '{{axes}}。', comma: '，' },
  notes: {
    title: '批注', help: '标出你看到的。批注只留在你保存的文件里；把这样的文件拖到这里，就会重新显示。', moment: '这一刻', stretch: '显示的这段', save: '保存批注',
    span: '{{from}} 到 {{to}}', label: '名称', text: '批注', remove: '去掉', removeAt: '去掉 {{time}} 的批注',
    opened: {
      waiting: '“{{name}}”在等它的会话', shown: '已显示“{{name}}”', failed: '没有显示“{{name}}”', close: '关闭',
      needs: '这些批注是关于“{{session}}”的，请也打开那段会话。', needsAny: '请也打开这些批注所说的会话。',
      notes: '文件里有 {{notes}} 条批注。', other: '它们原本是关于另一段会话“{{session}}”的。', outside: '有 {{notes}} 条批注不在这段会话的时间里。',
      wrong: '这不是能读的批注。请选择在本页用“保存批注”存下的文件。',
    },
  },
  compare: {
    title: '对比', help: '第二段会话用虚线画在第一段后面。按住 Alt 拖动，可以前后移动它。', choose: '选择文件', make: '另一个样例', end: '结束对比', shift: '往后移',
  },
  events: {
    title: '用文字看', kind: '类别', what: '内容',
    summary: { followed: '跟上的时间', appears: '多数时候看起来', affect: '平均', episodes: '情绪起落', conflicts: '感官说法不一', player: '玩家', agent: '角色', senses: '开着的感官', none: '没有突出的' },
    ofTime: '{{time}}，共 {{whole}}', spoke: '说了 {{time}}，{{messages}} 条话', said: '说了 {{said}} 句，{{gestures}} 个手势', conflict: '{{times}} 次，共 {{time}}',
  },
};
