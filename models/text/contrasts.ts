import type { Emotion, Language } from '../../src/index.ts';
import { createRandom } from '../../src/learn/random.ts';
import type { MinimalPair } from './minimal-pairs.ts';

/** Words that name a feeling of their writer's: "I am ...". */
const FEELINGS_EN: readonly (readonly [word: string, emotion: Emotion])[] = [
  ['happy', 'happiness'], ['delighted', 'happiness'], ['cheerful', 'happiness'], ['grateful', 'happiness'], ['relieved', 'happiness'], ['proud', 'happiness'], ['excited', 'happiness'],
  ['sad', 'sadness'], ['lonely', 'sadness'], ['miserable', 'sadness'], ['heartbroken', 'sadness'], ['disappointed', 'sadness'],
  ['angry', 'anger'], ['furious', 'anger'], ['annoyed', 'anger'], ['irritated', 'anger'], ['frustrated', 'anger'],
  ['afraid', 'fear'], ['scared', 'fear'], ['nervous', 'fear'], ['anxious', 'fear'], ['worried', 'fear'],
];
/** What things are like: "The ... was ...". */
const QUALITIES_EN: readonly (readonly [word: string, pleasant: boolean])[] = [
  ['lovely', true], ['wonderful', true], ['delicious', true], ['charming', true], ['funny', true], ['helpful', true], ['beautiful', true], ['clever', true], ['comfortable', true], ['good', true],
  ['awful', false], ['terrible', false], ['boring', false], ['rude', false], ['painful', false], ['disappointing', false], ['noisy', false], ['ugly', false], ['stupid', false], ['bad', false],
];
const THINGS_EN = ['concert', 'soup', 'hotel', 'teacher', 'lesson', 'journey', 'film', 'new boss', 'party', 'answer'];
const CAUSES_EN = ['about the move', 'with this result', 'about tomorrow', 'today', 'about my brother', 'since the phone call', ''];
const MORE_EN = ['very', 'so', 'really', 'extremely', 'incredibly', 'terribly', 'absolutely', 'unbelievably', 'deeply', 'insanely', 'awfully', 'totally', 'ridiculously', 'completely'];
const LESS_EN = ['a bit', 'slightly', 'a little', 'somewhat', 'kind of', 'mildly', 'a tiny bit', 'sort of'];
const NOT_EN = ['not', "not at all", 'never', 'no longer', 'hardly', 'far from', 'anything but'];
const LOVED_EN: readonly (readonly [word: string, pleasant: boolean])[] = [['love', true], ['enjoy', true], ['like', true], ['trust', true], ['admire', true], ['hate', false], ['fear', false], ['regret', false], ['despise', false], ['miss', false]];
const OBJECTS_EN = ['this place', 'my job', 'those evenings', 'the old house', 'his songs', 'that game'];
const SCENES_EN: readonly (readonly [clause: string, emotion: Emotion])[] = [
  ["I'm glad that the exam is over", 'happiness'], ['I love my new job', 'happiness'], ['the wedding was wonderful', 'happiness'], ["I'm proud of my team", 'happiness'],
  ['I miss my sister', 'sadness'], ['I cried all night', 'sadness'], ['leaving the house makes me sad', 'sadness'],
  ['the delay makes me furious', 'anger'], ["I'm angry at the landlord", 'anger'], ['his lies annoy me', 'anger'],
  ["I'm scared of the surgery", 'fear'], ['the dark frightens me', 'fear'], ["I'm nervous about the speech", 'fear'],
  ['the smell in the kitchen is disgusting', 'disgust'], ['I was astonished by the prize', 'surprise'],
];
const NEWS_EN = ['I got the letter today', 'We are moving in May', 'So that was my first week', 'She told me this morning', 'They changed the plan again', 'My results are here', "Guess who's coming"];
const EMOJI: readonly (readonly [symbol: string, emotion: Emotion])[] = [['😊', 'happiness'], ['😍', 'happiness'], ['🎉', 'happiness'], ['😂', 'happiness'], ['😢', 'sadness'], ['😭', 'sadness'], ['💔', 'sadness'], ['😡', 'anger'], ['🤬', 'anger'], ['😱', 'fear'], ['😨', 'fear'], ['🤢', 'disgust'], ['🤮', 'disgust'], ['😲', 'surprise'], ['🙄', 'contempt']];

const FEELINGS_ZH: readonly (readonly [word: string, emotion: Emotion])[] = [
  ['开心', 'happiness'], ['高兴', 'happiness'], ['满意', 'happiness'], ['骄傲', 'happiness'], ['激动', 'happiness'], ['轻松', 'happiness'], ['难过', 'sadness'], ['伤心', 'sadness'], ['孤独', 'sadness'], ['失望', 'sadness'], ['委屈', 'sadness'],
  ['生气', 'anger'], ['愤怒', 'anger'], ['烦躁', 'anger'], ['恼火', 'anger'], ['害怕', 'fear'], ['紧张', 'fear'], ['担心', 'fear'], ['焦虑', 'fear'],
];
const QUALITIES_ZH: readonly (readonly [word: string, pleasant: boolean])[] = [['好看', true], ['好吃', true], ['有趣', true], ['精彩', true], ['舒服', true], ['温柔', true], ['可爱', true], ['难吃', false], ['无聊', false], ['吵', false], ['糟糕', false], ['恶心', false], ['可怕', false], ['粗鲁', false]];
const THINGS_ZH = ['这部电影', '新老师', '那家餐厅', '这次旅行', '这首歌', '我们班', '这个游戏', '那场比赛'];
const MORE_ZH = ['非常', '特别', '太', '超级', '十分', '真的很', '极其', '无比', '格外', '实在太'];
const AFTER_ZH = ['极了', '得要命', '死了', '得不得了', '坏了', '得睡不着觉'];
const LESS_ZH = ['有点', '有一点', '稍微有些', '略微', '有些', '多少有点'];
const NOT_ZH = ['不', '一点也不', '并不', '一点都不', '从来不', '没那么', '谈不上', '不怎么'];
const SCENES_ZH: readonly (readonly [clause: string, emotion: Emotion])[] = [
  ['考试结束了我很开心', 'happiness'], ['我喜欢新工作', 'happiness'], ['婚礼特别浪漫', 'happiness'], ['我想念妹妹', 'sadness'], ['我哭了一夜', 'sadness'], ['离开老家让我难过', 'sadness'],
  ['他的谎话让我生气', 'anger'], ['邻居太吵真烦人', 'anger'], ['我害怕明天的手术', 'fear'], ['上台演讲让我紧张', 'fear'], ['厨房的味道让人恶心', 'disgust'], ['得奖让我很惊讶', 'surprise'],
];
const NEWS_ZH = ['我今天收到信了', '我们五月搬家', '第一周就这样过去了', '她早上告诉我的', '他们又改计划了', '成绩出来了'];

const PHENOMENA = ['negation', 'intensifier', 'diminisher', 'emoji', 'mixed', 'caps', 'elongation', 'question'] as const;
type Phenomenon = (typeof PHENOMENA)[number];

/**
 * Pairs of messages that differ in one thing, made of word lists of our own: as many as one likes, and none of tests/sets. They show
 * whether a rule reaches beyond the sentences that it was made for.
 */
export function makeContrasts(count: number, seed: number): MinimalPair[] {
  const random = createRandom(seed);
  const pick = <Item>(list: readonly Item[]): Item => list[random.below(list.length)]!;
  const makers: Readonly<Record<Language, Readonly<Partial<Record<Phenomenon, () => readonly [a: string, b: string, check: string]>>>>> = {
    en: {
      negation: () => pick([
        () => feels((word, emotion, cause) => [`I am ${word}${cause}.`, `I am ${pick(NOT_EN)} ${word}${cause}.`, `more ${emotion} a>b; ${valenceFalls(emotion)}`]),
        () => is((word, pleasant, thing) => [`The ${thing} was ${word}.`, `The ${thing} ${pick(["wasn't", 'was not', 'was never', 'was hardly', "really wasn't"])} ${word}.`, pleasant ? 'valence a>0; valence b<0' : 'valence a<0; valence a<b']),
        () => feels((word, emotion) => {
          const [a, b] = pick([
            [`The news made me ${word}.`, `The news ${pick(["didn't make", 'never made', 'did not make'])} me ${word}.`],
            [`I feel ${word} at home.`, `I ${pick(["don't feel", 'no longer feel', 'never feel', "can't feel", "haven't felt"])} ${word} at home.`],
            [`I was ${word} when he called.`, `I wasn't ${pick(['', 'really ', 'at all ', 'exactly '])}${word} when he called.`],
            [`She makes me ${word}.`, `She ${pick(["doesn't make", 'has never made', 'fails to make'])} me ${word}.`],
          ] as const);
          return [a, b, `more ${emotion} a>b; ${valenceFalls(emotion)}`];
        }),
        () => is((word, pleasant, thing) => {
          const [a, b] = pick([
            [`It was a ${word} ${thing}.`, `It was not a ${word} ${thing}.`],
            [`I think the ${thing} is ${word}.`, `I don't think the ${thing} is ${word}.`],
            [`What a ${word} ${thing}!`, `Not a ${word} ${thing} at all!`],
            [`Everyone said the ${thing} would be ${word}, and it was.`, `Everyone said the ${thing} would be ${word}, but it wasn't.`],
            [`The ${thing} was ${word}.`, `There was nothing ${word} about the ${thing}.`],
            [`The ${thing} was ${word}.`, `I wouldn't call the ${thing} ${word}.`],
            [`The ${thing} was ${word}.`, `The ${thing} was neither ${word} nor short.`],
          ] as const);
          return [a, b, pleasant ? 'valence a>0; valence b<0' : 'valence a<0; valence a<b'];
        }),
        () => {
          const [verb, pleasant] = pick(LOVED_EN);
          const object = pick(OBJECTS_EN);
          return [`I ${verb} ${object}.`, `I ${pick(["don't", 'do not', 'never', "can't"])} ${verb} ${object}.`, pleasant ? 'valence a>0; valence b<0' : 'valence a<0; valence a<b'] as const;
        },
      ])(),
      intensifier: () => pick([
        () => feels((word, emotion, cause) => [`I am ${word}${cause}.`, `I am ${pick(MORE_EN)} ${word}${cause}.`, `arousal a<b; ${emotion === 'happiness' ? 'valence a<b' : 'valence a>b'}`]),
        () => is((word, pleasant, thing) => [`The ${thing} was ${word}.`, `The ${thing} was ${pick(MORE_EN)} ${word}.`, pleasant ? 'valence a<b' : 'valence a>b']),
      ])(),
      diminisher: () => pick([
        () => feels((word, emotion, cause) => [`I am ${word}${cause}.`, `I am ${pick(LESS_EN)} ${word}${cause}.`, `more ${emotion} a>b; arousal a>b`]),
        () => is((word, pleasant, thing) => [`The ${thing} was ${word}.`, `The ${thing} was ${pick(LESS_EN)} ${word}.`, pleasant ? 'valence a>b' : 'valence a<b']),
      ])(),
      emoji: () => drawn(NEWS_EN, '.'),
      mixed: () => mixed(SCENES_EN, [', but ', ', yet ', ', and ', ' although ', ', and at the same time ', '. Still, '], '.'),
      caps: () => feels((word, emotion, cause) => [`I am ${word}${cause}!`, pick([`I AM ${word.toUpperCase()}${cause.toUpperCase()}!`, `I am ${word.toUpperCase()}${cause}!`]), `arousal a<b; ${emotion === 'happiness' ? 'valence a<b' : 'valence a>b'}`]),
      elongation: () => feels((word, emotion, cause) => [`I am so ${word}${cause}`, `I am ${pick(['sooo', 'soooooo'])} ${word}${cause}`, `arousal a<b; ${emotion === 'happiness' ? 'valence a<b' : 'valence a>b'}`]),
      question: () => feels((word, emotion, cause) => [`I am ${word}${cause}.`, `Are you ${word}${cause}?`, `more ${emotion} a>b; emotion b!=${emotion}`]),
    },
    zh: {
      negation: () => pick([
        () => feelsZh((word, emotion) => [`我很${word}。`, `我${pick(NOT_ZH)}${word}。`, `more ${emotion} a>b; ${valenceFalls(emotion)}`]),
        () => feelsZh((word, emotion) => {
          const [a, b] = pick([
            [`这个消息让我${word}。`, `这个消息${pick(['没让', '没有让', '并没有让', '从来没让'])}我${word}。`],
            [`我在家里感到${word}。`, `我在家里${pick(['不再感到', '没有感到', '从不感到', '感受不到'])}${word}。`],
            [`我觉得${word}。`, `我不觉得${word}。`],
            [`我${word}。`, `我没有${word}。`],
            [`我很${word}。`, `我没什么好${word}的。`],
          ] as const);
          return [a, b, `more ${emotion} a>b; ${emotion === 'happiness' ? 'valence a>b' : 'valence a<b'}`];
        }),
        () => isZh((word, pleasant, thing) => {
          const [a, b] = pick([
            [`我觉得${thing}很${word}。`, `我不觉得${thing}${word}。`],
            [`${thing}很${word}。`, `${thing}${pick(['没有那么', '不怎么', '算不上', '称不上', '哪里'])}${word}。`],
            [`大家都说${thing}${word}，果然如此。`, `大家都说${thing}${word}，其实不是。`],
            [`${thing}真${word}。`, `${thing}跟${word}没关系。`],
          ] as const);
          return [a, b, pleasant ? 'valence a>b' : 'valence a<b'];
        }),
        () => isZh((word, pleasant, thing) => [`${thing}很${word}。`, `${thing}${pick(['不', '一点也不', '并不', '一点都不'])}${word}。`, pleasant ? 'valence a>0; valence b<0' : 'valence a<0; valence a<b']),
      ])(),
      intensifier: () => pick([
        () => feelsZh((word, emotion) => [`今天我有${pick(['点', '些'])}${word}。`, `今天我${pick(MORE_ZH)}${word}。`, `arousal a<b; ${emotion === 'happiness' ? 'valence a<b' : 'valence a>b'}`]),
        () => feelsZh((word, emotion) => [`这件事让我${word}。`, `这件事让我${word}${pick(AFTER_ZH)}。`, `arousal a<b; ${emotion === 'happiness' ? 'valence a<b' : 'valence a>b'}`]),
        () => isZh((word, pleasant, thing) => [`${thing}挺${word}的。`, `${thing}${pick(MORE_ZH)}${word}。`, pleasant ? 'valence a<b' : 'valence a>b']),
        () => isZh((word, pleasant, thing) => [`${thing}${word}。`, `${thing}${pick(MORE_ZH)}${word}。`, pleasant ? 'valence a<b' : 'valence a>b']),
      ])(),
      diminisher: () => feelsZh((word, emotion) => [`我很${word}。`, `我${pick(LESS_ZH)}${word}。`, `more ${emotion} a>b; arousal a>b`]),
      emoji: () => drawn(NEWS_ZH, '。'),
      mixed: () => mixed(SCENES_ZH, ['，但是', '，不过', '，可是', '，同时', '，却', '，而且'], '。'),
      elongation: () => feelsZh((word, emotion) => [`我好${word}啊`, pick([`我好好好${word}啊啊啊`, `我好${word}啊啊啊啊`]), `arousal a<b; emotion b=${emotion}`]),
      question: () => feelsZh((word, emotion) => [`我很${word}。`, pick([`你${word}吗？`, `你是不是很${word}？`, `你怎么这么${word}？`]), `more ${emotion} a>b; emotion b!=${emotion}`]),
    },
  };
  const kinds = (['en', 'zh'] as const).flatMap((language) => PHENOMENA.flatMap((phenomenon) => (makers[language][phenomenon] ? [{ language, phenomenon, make: makers[language][phenomenon] }] : [])));
  return Array.from({ length: count }, (_, i) => {
    const { language, phenomenon, make } = kinds[i % kinds.length]!;
    const [a, b, check] = make();
    return { id: `${language}-${phenomenon}-${i}`, language, phenomenon, a, b, check };
  });

  type Sides = readonly [a: string, b: string, check: string];
  function feels(say: (word: string, emotion: Emotion, cause: string) => Sides): Sides {
    const [word, emotion] = pick(FEELINGS_EN);
    const cause = pick(CAUSES_EN);
    return say(word, emotion, cause && ` ${cause}`);
  }
  function is(say: (word: string, pleasant: boolean, thing: string) => Sides): Sides {
    const [word, pleasant] = pick(QUALITIES_EN);
    return say(word, pleasant, pick(THINGS_EN));
  }
  function feelsZh(say: (word: string, emotion: Emotion) => Sides): Sides {
    return say(...pick(FEELINGS_ZH));
  }
  function isZh(say: (word: string, pleasant: boolean, thing: string) => Sides): Sides {
    const [word, pleasant] = pick(QUALITIES_ZH);
    return say(word, pleasant, pick(THINGS_ZH));
  }
  function drawn(news: readonly string[], end: string): Sides {
    const said = pick(news);
    const [symbol, emotion] = pick(EMOJI);
    return [`${said}${end}`, `${said} ${symbol}`, `more ${emotion} a<b; emotion b=${emotion}`];
  }
  function mixed(scenes: readonly (readonly [clause: string, emotion: Emotion])[], joints: readonly string[], end: string): Sides {
    const [first, one] = pick(scenes);
    const [second, other] = pick(scenes.filter(([, emotion]) => emotion !== one));
    const upper = `${first[0]!.toUpperCase()}${first.slice(1)}`;
    return [`${upper}${end}`, `${upper}${pick(joints)}${second}${end}`, `emotion a=${one}; both b=${one}+${other}`];
  }
}

const valenceFalls = (emotion: Emotion): string => (emotion === 'happiness' ? 'valence b<0' : 'valence a<b');
