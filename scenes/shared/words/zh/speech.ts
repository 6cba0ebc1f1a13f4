import type { Words } from '../en.ts';

/** 嗓音页里的话。 */
export const speech: Words['speech'] = {
  lead: '听听心情怎样改变声音，再看看变的是什么。',
  status: { silent: '没有声音', making: '正在合成', speaking: '正在说', fetching: '正在取声音' },
  sentence: '一句话', sentenceHelp: '请写英语。用*星号*把词围起来就是重读。第一次要从这台服务器取声音，21 MB。',
  voice: '嗓音', voices: { feminine: '女声', masculine: '男声', older: '年长', young: '童声', robot: '机器人' },
  say: '说出来', stop: '停下',
  tone: '用什么语气', toneHelp: '随意拖动，松手就说。越往上越激动，越往右越愉快。',
  presets: { neutral: '平常', happy: '高兴', tense: '紧张', calm: '平静', concerned: '关切', sad: '难过' },
  noFace: '声音和图照常。',
  picture: {
    title: '听到的是什么', play: '从竖线处播放', cursor: '在句子里的位置', seconds: '{{seconds}} 秒',
    wave: '声波', pitch: '音高（由声音估计）', phones: '音素', mouth: '口型',
    help: '点一下或按方向键移动竖线，嘴也跟着动。音素用 ARPAbet 的写法，口型用 OVR 的名称，越高表示张得越明显。元音是绿色，双唇闭合是红褐色。',
    empty: '说一句话，这里就会出现它的声波、音高、音素和口型。',
    unseen: '这是浏览器自己的嗓音，声音不对外开放：听得到，画不出，也存不下。',
  },
  reading: { phone: '音素 {{phone}}', pause: '停顿', mouth: '口型 {{shape}}', rest: '放松', unvoiced: '没有音高' },
  save: { wav: '声音 WAV', phones: '音素 CSV', visemes: '口型 CSV', picture: '图片 PNG', link: '复制链接', copied: '已复制' },
  notes: {
    unspoken: { title: '这里没有会说中文的嗓音', text: '所以只显示文字。请在系统设置里装一个中文语音，然后再说一次。' },
    unsayable: { title: '里面没有说得出来的词', text: '请写几个英语词。' },
    unseen: { title: '现在是浏览器的嗓音在说', text: '角色自己的嗓音只会英语。' },
  },
};
