import type { Emotion, Evidence, Seconds } from '../core/index.ts';
import type { Degree, Findings, SenseFinding, Sureness } from './findings.ts';
import { isSeen, type Teller } from './language.ts';
import type { Missing } from './missing.ts';

type Graded = readonly [slight: string, plain: string, strong: string];

const NAMES: Readonly<Record<Emotion, string>> = {
  neutral: '平静', happiness: '高兴', surprise: '惊讶', sadness: '难过', anger: '生气', disgust: '反感', fear: '害怕', contempt: '不屑',
};

const SURE: Readonly<Record<Sureness, string>> = { guess: '，不过这差不多只是猜测', open: '，不过还说不准', fair: '，多半是这样', high: '，这一点看来没有多少疑问' };

/** What can be seen of a face or heard of a voice, by how strongly. */
const CUES: Readonly<Record<string, Graded>> = {
  smile: ['带着浅浅的笑意', '在微笑', '笑得很开'],
  'mouth-corners-down': ['嘴角微微向下', '嘴角向下', '嘴角明显向下'],
  'brows-raised': ['眉毛微微上扬', '眉毛上扬', '眉毛高高扬起'],
  'brows-lowered': ['眉头微皱', '眉头皱着', '眉头紧锁'],
  'eyes-wide': ['眼睛略微睁大', '眼睛睁大', '眼睛睁得很大'],
  'mouth-open': ['嘴微微张开', '嘴张着', '嘴张得很大'],
  'nose-wrinkled': ['鼻子略皱', '鼻子皱着', '鼻子明显皱起'],
  'lips-pressed': ['嘴唇微抿', '嘴唇抿着', '嘴唇紧抿'],
  'lip-corner-one-sided': ['一边嘴角略微收紧', '一边嘴角收紧', '一边嘴角明显收紧'],
  'voice-loud': ['大一点', '大', '大得多'],
  'voice-soft': ['轻一点', '轻', '轻得多'],
  'pitch-high': ['高一点', '高', '高得多'],
  'pitch-low': ['低一点', '低', '低得多'],
  'moves-more': ['活跃一点', '活跃', '活跃得多'],
  'moves-less': ['安静一点', '安静', '安静得多'],
};

const EVENTS: Readonly<Record<string, string>> = {
  won: '你赢了', lost: '你输了', stuck: '你卡住了', progress: '你有了进展', waiting: '你等了一阵', alone: '你一个人待着', startled: '有什么吓了你一跳',
};

const NUMBERS = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];

const graded = ([slight, plain, strong]: Graded, degree: Degree): string => (degree === 'slight' ? slight : degree === 'plain' ? plain : strong);
const number = (count: number): string => NUMBERS[count] ?? String(count);

function adjective(emotion: Emotion, degree: Degree): string {
  return emotion === 'neutral' ? '很平静' : `${graded(['有一点', '挺', '非常'], degree)}${NAMES[emotion]}`;
}

/** Beside another feeling a plain one needs no adverb. */
function beside(emotion: Emotion, degree: Degree): string {
  return degree === 'plain' ? NAMES[emotion] : adjective(emotion, degree);
}

function cueWords(cues: readonly Evidence[]): string[] {
  return cues.flatMap(({ cue, strength }) => {
    const words = CUES[cue];
    return words ? [graded(words, strength < 0.35 ? 'slight' : strength < 0.7 ? 'plain' : 'strong')] : [];
  });
}

function duration(seconds: Seconds): string {
  if (seconds < 3) return '片刻';
  if (seconds < 12) return '几秒钟';
  if (seconds < 50) return `大约${10 * Math.round(seconds / 10)}秒`;
  if (seconds < 90) return '大约一分钟';
  const minutes = Math.round(seconds / 60);
  if (minutes < 50) return `大约${number(minutes)}分钟`;
  return `大约${number(Math.round(minutes / 60))}个小时`;
}

function feeling(findings: Findings): string {
  const { phase, felt, sureness, otherwise, pleasant, excited } = findings;
  if (phase === 'absent') return '似乎没有人在，所以没有什么可说的。';
  if (phase === 'calibrating') return '现在说你的感受还太早，Attune 还在慢慢认识你。';
  if (phase === 'uncertain') return '眼下看不出你的感受：看到、听到和读到的都太少。';
  const seems = isSeen(findings) ? '你看起来' : '你似乎';
  const [first, second] = felt;
  if (!first) {
    const leaning = [['不大愉快', null, '比较愉快'][pleasant + 1], ['比较平静', null, '比较活跃'][excited + 1]].filter((each) => each !== null && each !== undefined);
    return leaning.length === 0 ? '没有哪种感受特别突出。' : `没有哪种感受特别突出，不过${seems}${leaning.join('，也')}。`;
  }
  if (second) return `${seems}既${beside(first.emotion, first.degree)}，又${beside(second.emotion, second.degree)}${SURE[sureness]}。`;
  const told = first.emotion === 'neutral' ? '很平静，像是没有什么触动' : adjective(first.emotion, first.degree);
  return `${seems}${told}${SURE[sureness]}。${otherwise ? `也可能是${NAMES[otherwise]}。` : ''}`;
}

function course({ felt, lasted, course: going, peakAgo, passed }: Findings): string | null {
  if (felt.length === 0) {
    const before = passed ? `先前的${NAMES[passed.emotion]}已经有${duration(passed.ago)}没有流露` : null;
    const now = going === 'brighter' ? '情绪似乎正在好转' : going === 'heavier' ? '情绪似乎正变得沉重' : null;
    return before && now ? `${before}，${now}。` : before ? `${before}。` : now ? `${now}。` : null;
  }
  const since = lasted < 3 ? '似乎刚刚开始' : `似乎已经持续了${duration(lasted)}`;
  switch (going) {
    case 'brighter': return `${since}，情绪似乎正在好转。`;
    case 'heavier': return `${since}，情绪似乎正变得沉重。`;
    case 'peak': return `${since}，现在似乎正是最强的时候。`;
    case 'eased': return `${since}；${duration(peakAgo ?? 0)}前似乎最强，之后有所缓和。`;
    case 'steady': return lasted < 3 ? `${since}。` : `${since}，没有多大变化。`;
    case null: return `${since}。`;
  }
}

/** How a voice differs from what is usual. */
function voiceWords(cues: readonly Evidence[]): string {
  return cues.flatMap((each) => cueWords([each]).map((words) => `${each.cue.startsWith('pitch') ? '音调' : '音量'}比平常${words}`)).join('，');
}

function eventOf({ cues }: SenseFinding): string {
  return EVENTS[cues[0]?.cue ?? ''] ?? '刚才发生的事';
}

function supports(finding: SenseFinding, { felt, supports: all }: Findings): string {
  const what = finding.emotions.length > 1 ? '这两种感受' : felt.length > 1 ? NAMES[finding.emotions[0]] : '来';
  const most = all.length > 1 && all[0] === finding;
  const noticed = (verb: string): string => `${most ? `最能${verb}出` : `${verb}得出`}${what}`;
  const cues = cueWords(finding.cues);
  switch (finding.sense) {
    case 'face': return `从你的脸上似乎${noticed('看')}${cues.length > 0 ? `：${cues.join('，')}` : '，虽然没有哪个动作特别明显'}。`;
    case 'voice': return `从你的声音里似乎${noticed('听')}${cues.length > 0 ? `：${voiceWords(finding.cues)}` : '，主要是语气'}。`;
    case 'text': return `从你刚才的话里似乎${noticed('读')}${finding.words === null ? '' : `，其中有${number(finding.words)}个词带着情绪`}。`;
    case 'context': return `${eventOf(finding)}，这${what === '来' ? '也' : `和${what}`}合得上。`;
    case 'report': return `你自己也${what === '来' ? '是这么说的' : `说到了${what}`}，这比看到听到的更算数。`;
    case 'motion': return `你的动作${cues.length > 0 ? `比平常${cues.join('，')}，` : ''}${what === '来' ? '也' : `和${what}`}合得上。`;
  }
}

/** A sense and what it seems to say, as a clause. */
function clause(finding: SenseFinding): string {
  const [emotion] = finding.emotions;
  const said = adjective(emotion, finding.degree);
  switch (finding.sense) {
    case 'face': return `你的脸看起来${said}`;
    case 'voice': return `你的声音听起来${said}`;
    case 'text': return `你的话听起来${said}`;
    case 'context': return `发生的事（${eventOf(finding)}）更容易让人${NAMES[emotion]}`;
    case 'report': return emotion === 'neutral' ? '你自己说没事' : `你自己说${NAMES[emotion]}`;
    case 'motion': return `你的动作看起来${said}`;
  }
}

function conflict({ strong, pleased, displeased }: NonNullable<Findings['conflict']>): string {
  return `几种感官说法${strong ? '明显' : ''}不一：${clause(pleased)}，但${clause(displeased)}。`;
}

function against(finding: SenseFinding, { felt }: Findings): string {
  const words = finding.sense === 'face' ? cueWords(finding.cues).join('，') : finding.sense === 'voice' ? voiceWords(finding.cues) : '';
  return `${felt.length > 0 ? '另一方面，' : '单独来说，'}${clause(finding)}${words ? `：${words}` : ''}。`;
}

function gap(missing: Missing): string {
  switch (missing.what) {
    case 'face': return { off: '摄像头关着', starting: '摄像头还在启动', refused: '摄像头没有得到允许', failed: '摄像头用不了', nothing: '最近没有看到脸' }[missing.why];
    case 'voice': return { off: '麦克风关着', starting: '麦克风还在启动', refused: '麦克风没有得到允许', failed: '麦克风用不了', nothing: '最近没有听到声音' }[missing.why];
    case 'words': return '最近没有说过或写过能看出感受的话';
    case 'mouth': return '嘴几乎看不见，所以只看眉毛和眼睛';
    case 'clear-face': return '脸几乎看不清';
  }
}

/** Findings in plain Chinese, spoken to the player. */
export const CHINESE: Teller = {
  feeling, course, supports, conflict, against, space: '',
  missing: (missing) => `还缺一些依据：${missing.map(gap).join('；')}。`,
};
