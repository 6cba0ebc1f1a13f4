import type { Words } from '../en.ts';

/** 场景一览里的话。 */
export const gallery: Words['gallery'] = {
  title: '会留心的角色',
  lead: 'Attune 让角色留意你看起来怎样，并温和地回应。一切都在你自己的设备上完成。',
  scenes: '场景',
  licences: '内置的软件包及其许可证',
  needs: '最好有',
  without: '没有也行',
  colon: '：',
  open: '打开',
  equipment: { camera: '摄像头', microphone: '麦克风', headset: '头显' },
  playground: {
    title: '会客室',
    line: '和 Mira、Emil 或 Pip 坐下聊聊，随时可以看看背后是怎么想的。',
    without: '打字、读回答就好。',
    picture: '柔和灯光下的 Mira，头和肩',
  },
  'game-three': {
    title: 'Pip 的萤火虫',
    line: '和 Pip 一起接落下的光点，它会和你同喜同忧。难受时游戏会慢下来，无聊时会快起来。',
    without: '都没有也行：那就看你玩得怎样。',
    picture: '黄昏的林间空地：一个装着光点的罐子，围着围巾的小狐狸 Pip 在看着',
  },
  'game-react': {
    title: '灰鹭客栈',
    line: '客栈里的小游戏：一位店主，一位商人，价钱随你怎么说话、看起来怎样而变。',
    without: '选一句话，或者自己写。',
    picture: '炉火映照的客栈大堂，店主在吧台后面，商人在她的桌边',
  },
  service: {
    title: '客服台',
    line: 'Robin 替一家网店答疑，不确定时先问清楚，需要时请真人来。柜台的两边您都看得到。',
    without: '两样都不用：写下来，读回答就行。',
    picture: '客服台的角色，旁边是事项、来电中的心情和合适的回答',
  },
  social: {
    title: '几个人的主持人',
    line: 'Juno 和一群人坐在同一台设备前：请没被听到的人说话，让火气降下来，聊得顺时不出声。',
    without: '两样都不用：选好谁在说，写下来就行。',
    picture: '主持的角色，旁边是桌上说的话、各个座位说了多少，以及话题看起来有多热',
  },
  adapt: {
    title: '合你心意',
    line: '看角色怎样学会和一个人说话：它相信什么，有多确定，试过什么。',
    without: '什么都不用：这里的人是模拟的。',
    picture: '一条随学习上升的曲线，和六种喜好的圆点与区间',
  },
  avatars: {
    title: '形象',
    line: '看看 Mira、Emil 和 Pip 会做什么，也可以带上自己的 VRM。',
    without: '除了屏幕，什么都不需要。',
    picture: '围着围巾的小狐狸 Pip，微笑着',
  },
  microphone: {
    title: '麦克风',
    line: '看看从声音里能听出什么：多响、多高、何时在说话，听起来怎样。',
    without: '没有麦克风时，拖入声音文件就好。',
    picture: '两张图表：声音有多高，什么时候在说话',
  },
  text: {
    title: '文字',
    line: '写几行、粘贴一段，或者打开上万行的表格：看起来怎样、想要什么、是哪些词在说话。',
    without: '有字就行。',
    picture: '几句话，显得高兴、难过或害怕的词下面画了线',
  },
  speech: {
    title: '嗓音',
    line: '让角色高兴、难过或紧张地说一句话，对照着看声波、音高、音素和口型。',
    without: '没有喇叭也行：都画出来了。',
    picture: '一句话的声波，下面是音高、音素和口型',
  },
  xr: {
    title: '头显',
    line: '在 TA 的房间或你自己的房间里，和真人大小的角色见面：挥手、握手、点头、说话。',
    without: '没有头显也行：在页面上同样能见面。',
    picture: 'Mira 站在光线柔和的房间里，伸出一只手',
  },
  replay: {
    title: '回放',
    line: '翻看录下的一段会话：每个信号随时间的变化，可以播放、对比和批注。',
    without: '没有录像记录也行：会为你编一段样例。',
    picture: '一条时间线，上面有彩色的色带和曲线：某人什么时候看起来有什么感受',
  },
  kiosk: {
    title: '展台',
    line: '给展馆和大厅用的角色：静静等着，先问过才看、才听，人一走就全忘掉。',
    without: '点一句话，或者打字。',
    picture: 'Mira，下面有一个大按钮：点这里开始',
  },
};
