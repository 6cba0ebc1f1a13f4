import type { Words } from '../en.ts';

/** 出了什么问题，为什么，怎么办。 */
export const problems: Words['problems'] = {
  detail: '详情', dismiss: '关闭提示', again: '再试一次', goOn: '不用它，继续', settings: '换一个文件', reload: '重新载入页面',
  subject: { face: '摄像头', voice: '麦克风', text: '文字', context: '事件', report: '你自己说的', motion: '头显', speech: '声音', avatar: '形象', page: 'Attune' },
  codes: {
    'permission-denied': '浏览器没有允许。请在地址栏里允许，再试一次；其他照常。',
    'device-missing': '没有找到这样的设备。接上后再试，或者不用它。',
    'device-busy': '别的程序正在用它。关掉那个程序，再试一次。',
    'device-ended': '它被拔掉或关掉了。接好后再试一次。',
    unsupported: '这个浏览器做不到，新版 Chrome、Edge 或 Firefox 可以；其他照常。',
    'asset-missing': '服务器上缺少需要的文件。运行“npm run assets”，再试一次。',
    'asset-wrong': '需要的文件不对。运行“npm run assets”，再试一次。',
    'model-missing': '缺少一个读脸的模型，先不用它来读。运行“npm run assets”可以补上。',
    'replies-unranked': '给回答排序的模型不在这里，所以合适的话轮着说。运行“npm run assets”即可取得。',
    'fusion-weighted': '缺少合并表情和声音的模型，先按权重相加。运行“npm run assets”可以补上。',
    'text-light-only': '缺少读文字的大模型，先由小模型来读。运行“npm run assets”可以补上。',
    'voice-missing': '这里没有会说这种语言的声音，所以只显示文字。可以在系统设置里安装一种。',
    'face-unseen': '没能记下平常的脸，因为看不清楚。坐到光线好的地方，看着摄像头，再试一次。',
    'face-moving': '没能记下平常的脸，因为脸在动。放松，先别说话，再试一次。',
    'echo-heard': '角色自己的声音传回麦克风太响，所以只能在它不说话时听到你。戴上耳机或调低音量会好些。',
    'words-unheard': '眼下听不出说的字句，语气照样听得到。请再试一次，在设置里换一种方式，或者打字。',
    'worker-failed': '后台工作停了。请再试一次；其他照常。',
    'speech-failed': '发不出声音，话会显示成字幕。',
    'dialogue-failed': '没有找到合适的话，说了一句写好的。',
    'avatar-unreadable': '这个文件不能当作形象。现在的形象保留，请换一个 VRM 文件。',
    'avatar-first': '形象没能载入。运行“npm run assets”再试；可以继续用文字聊。',
    'webgl-missing': '这个浏览器画不出形象。请打开硬件加速；可以继续用文字聊。',
    'storage-failed': '这台设备存不下要记的事，所以只记这一次。请腾出些空间，或退出无痕窗口。',
    'bad-input': '收到了意外的内容，已略过；其他照常。',
    offline: '需要的文件还没有下载，而你现在离线。联网一次后再试。',
  },
};
