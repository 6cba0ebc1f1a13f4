import type { Words } from '../en.ts';

export const scenario: Words['scenario'] = {
  title: '各司其职', lead: '有任务在身的角色：知道什么、怎么决定、记下什么，都是普通的文件，您自己的也可以放进来。全部在这台设备上运行。',
  opening: '正在准备场景', choices: '可以这样说', counted: '记下了什么', reached: '已达到', notYet: '还没有',
  consent: {
    choose: '可以用什么？',
    what: {
      emotion: '如果您允许，角色会看您面部的动作，听您说话的声音和内容，也读您写的字。',
      'expression-reactive': '如果您允许，角色会看您在不在、在哪里，听您什么时候说话、说了什么，也读您写的字。不从脸或声音里读情绪。',
      'text-only': '角色只读您写的字。这里不用摄像头和麦克风。',
    },
  },
  packs: {
    service: {
      title: '客服台', line: 'Robin 替一家网店答疑，不确定时先问清楚，需要时转给真人。您能同时看到柜台的两边。',
      why: '这样 Robin 能察觉哪里不顺，说得简短些，并及时请真人来。',
    },
  },
};
