import type { ProblemCode } from 'attune';

/** The words of the game in both languages; what Pip says is found by Attune. */
const en = {
  title: 'Pip’s fireflies', gallery: 'All scenes', skip: 'Skip to the game',
  consentTitle: 'Catch fireflies with Pip',
  consentLead: 'Bring the jar under the falling lights. Ten make a lantern for Pip; five may get away. Mind the burrs.',
  what: 'If you allow it, Pip sees how your face moves and hears how your voice sounds. From that, and from how you play, the game becomes slower where it frustrates you and faster where it bores you.',
  where: 'All of it happens on this device. Nothing is sent anywhere, and no picture or sound is kept. Pip is an AI.',
  choose: 'What may Pip use?', camera: 'Camera', cameraHelp: 'How your face moves, and where it turns.', microphone: 'Microphone', microphoneHelp: 'How your voice sounds and, in English, what you say.',
  begin: 'Play', without: 'Play without', keys: 'Move with the arrow keys, the mouse or a finger. P pauses.',
  loading: 'Pip is on the way', noPicture: 'This browser can’t draw the game.',
  night: 'Night {n}', lightsOf: '{n} of {of} lights', left: '{n} may get away', pace: 'Pace',
  slower: 'slower, as it seems hard', faster: 'faster, as it seems easy', steady: 'as it is',
  pause: 'Pause', paused: 'Paused', goOn: 'Go on', settings: 'Pip may use', won: 'The lantern shines!', lost: 'The lights are gone.', next: 'Next night', again: 'Try this night again',
  talk: 'Say something to Pip', send: 'Say', stage: 'A clearing at dusk: lights fall from the trees, a jar stands on the grass, and Pip, a small fox with a scarf, watches.',
  you: 'You',
};

export type Words = typeof en;

const zh: Words = {
  title: 'Pip 的萤火虫', gallery: '所有场景', skip: '跳到游戏',
  consentTitle: '和 Pip 一起接萤火虫',
  consentLead: '把罐子移到落下的光点下面。接到十个，就给 Pip 做成一盏灯；可以漏掉五个。小心带刺的球。',
  what: '经你允许，Pip 会看你的面部动作，听你的语气。根据这些和你玩得怎样，难受时游戏会慢下来，无聊时会快起来。',
  where: '全部在这台设备上完成，什么也不会传出去，画面和声音都不保存。Pip 是人工智能。',
  choose: 'Pip 可以用什么？', camera: '摄像头', cameraHelp: '看面部的动作和朝向。', microphone: '麦克风', microphoneHelp: '听语气；说英语时也听内容。',
  begin: '开始玩', without: '不用这些，直接玩', keys: '用方向键、鼠标或手指移动。按 P 暂停。',
  loading: 'Pip 马上就来', noPicture: '这个浏览器画不出游戏。',
  night: '第 {n} 夜', lightsOf: '{of} 个光点中的 {n} 个', left: '还可以漏掉 {n} 个', pace: '节奏',
  slower: '慢一些，好像有点难', faster: '快一些，好像太容易', steady: '不变',
  pause: '暂停', paused: '已暂停', goOn: '继续', settings: 'Pip 可以用', won: '灯亮了！', lost: '光都飞走了。', next: '下一夜', again: '再试这一夜',
  talk: '对 Pip 说点什么', send: '说', stage: '黄昏的林间空地：光点从树上落下，草地上有一个罐子，围着围巾的小狐狸 Pip 在看着。',
  you: '你',
};

/** The language that the address names, or else the browser. */
export const language: 'en' | 'zh' = [new URLSearchParams(location.search).get('lang'), ...navigator.languages].find((wish) => /^(en|zh)/i.test(wish ?? ''))?.toLowerCase().startsWith('zh') ? 'zh' : 'en';

export const words: Words = { en, zh }[language];

/** What went wrong, where players can do something about it or at least know what goes on without. */
export const problems: Readonly<Partial<Record<ProblemCode, string>>> = {
  en: {
    'permission-denied': 'The browser did not allow it. The game goes on without; the lock beside the address lets you change that.',
    'device-missing': 'No such device was found. The game goes on without.', 'device-busy': 'Another program uses that device. The game goes on without.',
    unsupported: 'Pip’s voice can’t be heard here, so what Pip says is only written.', 'webgl-missing': 'This browser can’t draw the game. Turn on hardware acceleration in its settings.',
  },
  zh: {
    'permission-denied': '浏览器没有允许。游戏照常进行；点地址旁边的锁可以改。',
    'device-missing': '没有找到这个设备。游戏照常进行。', 'device-busy': '别的程序正在用这个设备。游戏照常进行。',
    unsupported: '这里听不到 Pip 的声音，所以它的话只显示成文字。', 'webgl-missing': '这个浏览器画不出游戏。请在设置里打开硬件加速。',
  },
}[language];

/** Fills the places of a sentence. */
export const fill = (sentence: string, values: Readonly<Record<string, number>>): string => sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
