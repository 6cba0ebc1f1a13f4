import type { Found } from './facts-en.ts';

const PETS = '狗狗|小狗|狗|猫咪|小猫|猫|兔子|仓鼠|鹦鹉|乌龟|金鱼|宠物';
const KIN = '姐姐|妹妹|哥哥|弟弟|妈妈|爸爸|妈|爸|奶奶|爷爷|外婆|外公|姥姥|姥爷|儿子|女儿|表哥|表姐|阿姨|叔叔|好朋友|朋友|闺蜜|室友|同学|老师|同事';
const OF_WHAT = '数学|语文|英语|物理|化学|生物|历史|地理|政治课|期末|期中|毕业|入学|驾照|钢琴|小提琴|篮球|足球|游戏|工作|公司|英文|课程|小组';
const EVENTS = '考试|高考|中考|考研|面试|演讲|汇报|答辩|比赛|论文|作业|项目|演出|音乐会|旅行|旅游|生日|婚礼|聚会|搬家|开会|毕业典礼|期末考|期中考|路考';
const TROUBLES = '吵架|吵了一架|分手|离婚|失业|被裁|冷战';

/** What starts like this is no thing that one likes or not. */
const NO_TASTE = /^(?:你|您|他|她|它|这|那|自己|我|人|上了?|过|的|了|什么|谁|怎么|哪)/;

const OVER = /昨天|前天|去年|上周|上个月|刚才|从小|小时候|考完|考过|结束|过了|通过了|没过|赢了|输了|做完|写完|交了|完成/;

const NOTHING = { matter: null, open: false } as const;

const TROUBLE_NAMES: Readonly<Record<string, string>> = { 吵了一架: '吵架', 被裁: '被裁员' };

/** Finds what one Chinese sentence says about its speaker. */
export function findInChinese(sentence: string): Found[] {
  return [...named(sentence), ...tastes(sentence), ...people(sentence), ...topics(sentence)];
}

function named(sentence: string): Found[] {
  const given = /(?:我的名字(?:叫|是)|我名叫|(?<![把被将给帮跟让])我叫(?:做)?)(?![了他她它你您过不人车外进去回来出上下起住醒])([\p{Script=Han}A-Za-z·]{1,10}?)(?=$|[，。！？,.!?；;\s]|今年|是|来自)/u.exec(sentence)
    ?? /(?<![别要准])(?:^|[，。,\s]|可以|就|请|都|你)叫我([\p{Script=Han}A-Za-z·]{1,6}?)(?:吧|就行|就好|就可以|好了)?(?=$|[，。！？,.!?；;\s])/u.exec(sentence);
  const about = given?.[1];
  return about === undefined ? [] : [{ kind: 'name', key: 'name', about, sentence: `我叫${about}。`, ...NOTHING }];
}

function tastes(sentence: string): Found[] {
  const found: Found[] = [];
  for (const [, verb = '', thing = ''] of sentence.matchAll(/我(?:也|还|就|都)?(?:很|最|特别|真的|真|挺|超|超级|比较|一直|非常)?(不喜欢|不爱|喜欢|热爱|爱|讨厌|受不了)([^，。！？,.!?；;、\s]{1,12})/g)) {
    const words = thing.replace(/[了啊呢吧呀哦嘛的]+$/, '');
    if (words === '' || NO_TASTE.test(words)) continue;
    // Dislikes are kept of things, not of people.
    if (/讨厌|受不了|不/.test(verb) && new RegExp(`^(?:老板|同桌|${KIN})`).test(words)) continue;
    found.push({ kind: 'preference', key: `taste ${words}`, about: words, sentence: `我${verb}${words}。`, ...NOTHING });
  }
  return found;
}

function people(sentence: string): Found[] {
  const called = new RegExp(`我(?:的|家的?)?(${PETS}|${KIN})(?:的名字)?(?:叫|名叫)(?![我了他她你])([\\p{Script=Han}A-Za-z]{1,6}?)(?=$|[，。！？,.!?；;\\s])`, 'u').exec(sentence);
  if (called?.[1] !== undefined && called[2] !== undefined) {
    return [{ kind: 'person', key: `person ${called[1]}`, about: called[2], sentence: `我的${called[1]}叫${called[2]}。`, ...NOTHING }];
  }
  const owned = new RegExp(`我(?:家)?(?:养了?|有)(?:一)?(?:只|条|个)?(${PETS})(?=$|[，。！？,.!?；;\\s])`).exec(sentence)?.[1];
  return owned === undefined ? [] : [{ kind: 'person', key: `person ${owned}`, about: owned, sentence: `我养了${owned}。`, ...NOTHING }];
}

function topics(sentence: string): Found[] {
  if (/[你您]/.test(sentence)) return [];
  const who = new RegExp(`(?:我(?:的|家的?)?|^)(${KIN}|${PETS})(?:上周|昨天|今天|刚|前几天|最近)*(?:去世|过世|走了|不在了|离世)`).exec(sentence)?.[1];
  if (who !== undefined) return [{ kind: 'topic', key: `topic losing ${who}`, about: who, sentence: `我说起过${who}的离开。`, matter: 'loss', open: false }];
  const match = new RegExp(`((?:${OF_WHAT})?)(${EVENTS}|${TROUBLES})`).exec(sentence);
  const [, before = '', noun] = match ?? [];
  if (noun === undefined) return [];
  const name = TROUBLE_NAMES[noun] ?? noun;
  const matter = new RegExp(`^(?:${TROUBLES})$`).test(noun) ? 'trouble' : 'event';
  return [{ kind: 'topic', key: `topic ${name}`, about: before + name, sentence: `我说起过${before}${name}。`, matter, open: !OVER.test(sentence) }];
}

/** What the player asks for to be remembered; null where nothing is asked. */
export function askedInChinese(text: string): string | null {
  const asked = /(?:^|[，。,\s]|请|帮我|你要|要|麻烦)(?:记住|记得|别忘了|不要忘记)[，,：:]?(我.{2,60}?|.{0,4}我.{2,60}?)[。！!]*$/.exec(text)?.[1];
  return asked === undefined || /^我(?:记|们)/.test(asked) ? null : `${asked.trim()}。`;
}
