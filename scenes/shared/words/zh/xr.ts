import type { Words } from '../en.ts';

/** 头显页和头显里面板上的话。 */
export const xr: Words['xr'] = {
  loading: '{{name}} 马上就来：{{percent}}%',
  consent: {
    title: '见 {{name}} 之前',
    what: '{{name}} 会读你打的字；在头显里还会看你头和手的动作：点头、挥手、伸手。经你允许，也听你的语气和你说的话。',
    why: '这样 {{name}} 能和你保持合适的距离，看着你，回应你。',
  },
  enter: { vr: '进入 VR', ar: '进入 AR' },
  insecure: '头显需要安全地址（https）。不过在这个页面上也能见到 {{name}}。',
  unsupported: '这个浏览器没有可用的头显。不过在这个页面上也能见到 {{name}}。',
  vrOnly: '这个头显看不到你自己的房间，所以只有 VR。',
  arOnly: '这台设备只能显示你自己的房间，所以只有 AR。',
  panel: {
    say: { hello: '你好！', good: '我今天感觉不错。', hard: '我今天过得很辛苦。', tell: '跟我说点什么吧。', yes: '是', no: '不是' },
    hear: '用声音说话', hears: '不再听', hearsHelp: '不再听我的声音',
    askTitle: '{{name}} 可以听你的声音吗？', askText: '语气和话都在这台设备上读。声音不保存，也不会传出去。浏览器可能也会问你。', allow: '可以', deny: '先不要',
    move: '换个地方', leave: '离开',
    placeTitle: '{{name}} 站在哪里？', placeText: '指着地面，直到出现一个圆圈，然后扣扳机、捏手指或点一下。',
  },
};
