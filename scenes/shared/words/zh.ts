import type { Words } from './en.ts';
import { adapt } from './zh/adapt.ts';
import { avatars } from './zh/avatars.ts';
import { collect } from './zh/collect.ts';
import { gallery } from './zh/gallery.ts';
import { health } from './zh/health.ts';
import { inn } from './zh/inn.ts';
import { kiosk } from './zh/kiosk.ts';
import { meeting } from './zh/meeting.ts';
import { microphone } from './zh/microphone.ts';
import { monitor } from './zh/monitor.ts';
import { panel } from './zh/panel.ts';
import { problems } from './zh/problems.ts';
import { replay } from './zh/replay.ts';
import { scenario } from './zh/scenario.ts';
import { study } from './zh/study.ts';
import { speech } from './zh/speech.ts';
import { text } from './zh/text.ts';
import { xr } from './zh/xr.ts';

/** 页面上的中文。按中文的说法写成，不逐字对译；短而温和，说“看起来”“听起来”，不说“你是”。 */
export const zh: Words = {
  app: { name: 'Attune', skip: '跳到正文', gallery: '全部场景' },
  devices: { camera: '用哪个摄像头', microphone: '用哪个麦克风', unnamed: '设备 {{number}}', standard: '平常用的那个' },
  intents: { greeting: '打招呼', farewell: '道别', thanks: '道谢', question: '提问', help: '求助', complaint: '抱怨', repeat: '想再听一遍', 'small-talk': '闲聊', 'about-agent': '问起角色自己', correction: '纠正', feeling: '说心情', statement: '说事情', refusal: '不想说', yes: '同意', no: '不同意' },
  emotions: { neutral: '平常', happiness: '高兴', surprise: '惊讶', sadness: '难过', anger: '生气', disgust: '反感', fear: '害怕', contempt: '轻蔑' },
  gallery, ...meeting, ...panel, ...study, adapt, avatars, collect, monitor, microphone, text, speech, replay, scenario, inn, kiosk, xr, health, problems,
};
