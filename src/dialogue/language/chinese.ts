import type { LanguageKit } from './language-kit.ts';

const KIN = '妈妈|爸爸|妈|爸|奶奶|爷爷|姥姥|姥爷|外婆|外公|哥哥|姐姐|弟弟|妹妹|哥|姐|弟|妹|老公|老婆|媳妇|爱人|丈夫|妻子|男朋友|女朋友|对象|儿子|女儿|闺女|孩子|孙女|孙子|表哥|表姐|表弟|表妹|堂哥|堂姐|舅舅|姑姑|姑妈|阿姨|叔叔|婆婆|公公|岳父|岳母|家里人';
const OTHERS = '朋友|闺蜜|兄弟|室友|舍友|同桌|同学|同事|老板|领导|主任|经理|老师|导师|班主任|邻居|教练|队友|师傅|房东';
const DIGITS = '[零一二两三四五六七八九十百千万半几\\d]+';

const CHINESE_CLASSES = {
  kin: KIN,
  person: `(?:${KIN}|${OTHERS})`,
  number: DIGITS,
  clause: '[^，。！？；：、…,.!?;:\\s“”「」]+',
  word: '[\\p{Script=Han}A-Za-z\\d]{1,8}',
  nick: '[\\p{Script=Han}A-Za-z]{2,4}',
  day: `今天|明天|后天|大后天|昨天|前天|今晚|明晚|明早|今早|周末|(?:下|上|这)?(?:个)?(?:周|礼拜|星期)[一二三四五六日天末]|(?:下|上|这)个?(?:周|礼拜|星期|月)|${DIGITS}月(?:${DIGITS}[号日])?|${DIGITS}[号日]`,
  clock: `(?:早上|上午|中午|下午|晚上|夜里|凌晨)?${DIGITS}点(?:半|一刻|三刻|${DIGITS}分?)?`,
  pet: '小狗|小猫|狗狗|猫咪|狗|猫|兔子|仓鼠|鹦鹉|乌龟|金鱼|鸟',
} as const;

/** First person to second. 自己 stays. */
const TURNED: readonly (readonly [RegExp, string])[] = [[/我们|咱们|咱/g, '你们'], [/(?:我|俺)(妈|爸|哥|姐|弟|妹)(?!\1)/g, '你$1$1'], [/[我俺]/g, '你']];

function toListener(text: string): string {
  return TURNED.reduce((turned, [from, to]) => turned.replace(from, to), text);
}

const LEADING = /^(?:其实|就是|可是|但是|但|可|而且|然后|后来|所以|不过|反正|那|嗯|哦|唉|哎|诶|对了|结果|因为|就|还|也|又|刚才|现在|原来|说实话)+/;
const TRAILING = /(?:了吧|吧|呢|啊|呀|嘛|哦|啦|的说)+$/;
const CLAUSE_ENDS = /[，。！？；：…、,.!?;:\s—]+/;

const clausesOf = (message: string): readonly string[] => message.split(CLAUSE_ENDS).map((clause) => clause.replace(LEADING, '').replace(TRAILING, '')).filter((clause) => clause !== '');

/** Words that address the listener, or that mean little by themselves. */
const NOT_RETOLD = /你|您|[“”「」"']|谢谢|再见|什么|怎么|吗|是不是|会不会|不知道|觉得|反正|好像|可能|应该|^(?:没事|挺好|还好|哈+|对|是|好)|(?:说|是|问|想|就|也|说是|的时候|那会儿)$/;
const NUMBER = new RegExp(`${DIGITS}[个把只条盆次回遍年天月块分桌家张盘步盒碗勺袋颗瓶杯本层楼号斤岁]`);
const CONCRETE = new RegExp(`${NUMBER.source}|的\\p{Script=Han}{1,6}$`, 'u');

/** Short pieces with something to see or to count in them. */
function phrases(message: string): readonly string[] {
  return clausesOf(message)
    .filter((clause) => clause.length >= (CONCRETE.test(clause) ? 3 : 4) && clause.length <= 10 && !NOT_RETOLD.test(clause))
    .map((words, at) => ({ words, score: (NUMBER.test(words) ? 2 : CONCRETE.test(words) ? 1 : 0) + (/^[^我他她它]/.test(words) ? 0.5 : 0) + at * 0.1 }))
    .toSorted((a, b) => b.score - a.score)
    .map(({ words }) => toListener(words));
}

const HAS_SUBJECT = /^(?:我|他|她|它|我们|咱|老\p{Script=Han}|小(?![时学心])\p{Script=Han}|阿\p{Script=Han})/u;

/** Clauses with somebody in them who does something. */
function statements(message: string): readonly string[] {
  return clausesOf(message).filter((clause) => clause.length >= 6 && clause.length <= 16 && HAS_SUBJECT.test(clause) && !NOT_RETOLD.test(clause)).map(toListener);
}

const FUNCTION = /[的了吗呢吧啊呀嘛是我你他她它在就都也很还有这那]/g;

function features(text: string): readonly string[] {
  const runs = text.replaceAll(FUNCTION, ' ').match(/\p{Script=Han}+|[A-Za-z]+|\d+/gu) ?? [];
  return runs.flatMap((run) => {
    const characters = Array.from(run);
    return characters.concat(characters.slice(1).map((character, at) => characters[at]! + character));
  });
}

const comparable = (text: string): string => text.replaceAll(/[^\p{L}\d]/gu, '');

export const CHINESE: LanguageKit = {
  classes: CHINESE_CLASSES,
  toListener,
  phrases,
  statements,
  capital: (text) => text,
  inner: (text) => text,
  sentences: (text) => text.split(/[。？！?!…]+/).map(comparable).filter((sentence) => sentence !== ''),
  opening: (text) => comparable(text).slice(0, 3),
  comparable,
  asksAgain: (message) => /再说一[遍次]|没听[清懂到见]|你(?:刚才)?说(?:的|了)?(?:什么|啥)|重复一[遍下]|再讲一[遍次]|什么[？?]$/.test(message),
  features,
};
