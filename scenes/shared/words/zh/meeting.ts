import type { Words } from '../en.ts';
import type { meeting as english } from '../en/meeting.ts';

/** 试玩页见面前后看到的话。 */
export const meeting: Pick<Words, keyof typeof english> = {
  consent: {
    title: '见 {{name}} 之前',
    what: {
      emotion: '经你允许，{{name}} 会看你的面部动作，听你的语气和你说的话，也会读你打的字。',
      'expression-reactive': '经你允许，{{name}} 会看你在不在、在哪里，听你什么时候说话、说了什么，也会读你打的字。不从面容和声音里读心情。',
      'text-only': '{{name}} 会读你打的字。这里不用摄像头，也不用麦克风。',
    },
    why: { emotion: '这样 {{name}} 能留意你此刻的样子，好好回应你。', 'expression-reactive': '这样 {{name}} 能看着你，等你把话说完，温和地回应。', 'text-only': '这样 {{name}} 能温和地回应。' },
    reactive: { face: '你的脸在不在，朝哪边。', voice: '你什么时候说话；说英语时也听内容。' },
    where: '全部在这台设备上完成，什么也不会传出去，画面和声音都不保存。',
    choose: '{{name}} 可以用什么？',
    camera: '摄像头',
    cameraHelp: '看面部的动作和朝向。',
    peopleHelp: '看面部的动作和朝向：你的，还有你身边人的，最多{{count}}个人。请先问过他们。',
    microphone: '麦克风',
    microphoneHelp: '听语气；说英语时也听内容。',
    words: '记下说过的话',
    wordsHelp: '写一份带有对话的事件日志，只留在这个页面里，直到你导出或删除。',
    memory: '在这台设备上记住我',
    memoryHelp: '你的名字、喜好和聊过的事，都是一句句话，你可以改，也可以删。',
    begin: '开始',
    without: '不用这些，直接继续',
    later: '这些随时可以改。点“停止”会立刻全部释放。',
  },
  stage: {
    avatar: '角色 {{name}}',
    preparing: '{{name}} 马上就来',
    voice: '正在准备声音',
    face: '正在准备看',
    hearing: '正在准备听',
    words: '正在准备听懂字句',
    noPicture: '看不见 {{name}}，但可以读写',
    noPictureHelp: '可以继续用文字聊。',
  },
  caption: {
    you: '你', empty: '写点什么，或者就这样待一会儿。', region: '说过的话',
    correct: '{{text}}（改正听到的话）', correctDoubtful: '{{text}}（可能听错了，点按改正）', doubtful: '听对了吗？',
  },
  composer: {
    placeholder: '写给 {{name}}', correct: '你其实说的是', leave: '不改了', send: '发送', end: '结束会面',
    openMicrophone: '打开麦克风', closeMicrophone: '关闭麦克风', openCamera: '打开摄像头', closeCamera: '关闭摄像头',
  },
  reading: {
    both: '摄像头和麦克风开着', face: '摄像头开着', voice: '麦克风开着', none: '摄像头和麦克风都关着', stop: '停止',
    stopHelp: '释放摄像头和麦克风，结束会面', delete: '删除',
  },
  phase: { absent: '在等你', calibrating: '正在熟悉你', tracking: '陪着你', uncertain: '还不太确定' },
  offline: '你现在离线。什么也不缺，一切都在本机运行。',
  vr: {
    enter: '进入 VR', unsupported: '这个浏览器没有找到虚拟现实头显。', insecure: '虚拟现实需要安全的网址（https）。',
    failed: '头显没有启动。请戴好后再试一次。',
  },
  characters: {
    title: '想见谁？', anew: '换一位会开始一次新的会面。', missing: '这台服务器上没有 {{name}}。运行“npm run assets”，再选一次。',
    mira: '温和稳重，先听你说，再慢慢回应。',
    emil: '安静，话不多，给你留余地，不慌不忙。',
    pip: '活泼的小狐狸，好奇、爱玩，会替你高兴。',
  },
  transcript: {
    title: '对话', open: '全部对话', close: '关闭对话', empty: '还没有说过什么。', newest: '回到最新',
    why: '为什么', whyThis: '为什么说：{{text}}', heard: '改正', take: '复制或保存', copied: '已复制', copy: '复制为文字', saveText: '保存为文字', saveJson: '连同缘由一起保存（JSON）',
    because: '因为', aim: '用意', how: '做法', words: '措辞', dash: '：',
    by: { written: '由人写成，没有用语言模型', model: '由语言模型写成', 'stand-in': '由人写成：语言模型没有给出能说的话' },
    skills: {
      question: '问一个问题', restatement: '把你说的再说一遍', reflection: '说出这听起来是什么感受', 'self-disclosure': '也说一点自己', affirmation: '看到其中好的、可以理解的地方',
      suggestion: '提一个建议', information: '说明情况',
    },
  },
  help: { title: '有人会接听', close: '关闭这张卡片', emergency: '眼下有危险：请拨打当地的急救或报警电话。', anywhere: '各国的求助热线：',
    country: '你所在的国家或地区', countryHelp: '可能有人有危险时，会给出当地的号码。先按浏览器的语言猜。', elsewhere: '其他地方', of: '{{country}}的号码。', nowhere: '不知道你在哪里。', change: '更改',
  },
  stopped: {
    title: '都关上了', text: '摄像头和麦克风已经释放。说过的和感受到的还在这个页面的内存里，删除或关掉页面就没了。',
    again: '重新开始', deletedTitle: '已删除', deletedText: '这个页面里没有留下这次会面的任何内容，这台设备上也没有记住什么。',
  },
};
