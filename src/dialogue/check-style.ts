import type { Language } from '../core/index.ts';

/** What the agent must never say, whoever found the words. */
export type StyleRule =
  /** Names an illness, or says that somebody has one. */
  | 'diagnosis'
  /** Says how things will turn out, or what the agent will do for ever. */
  | 'promise'
  /** Tells players how they are, where it can only sound or seem so. */
  | 'told-feeling'
  /** Claims to have felt, lived or loved like a person. */
  | 'false-feeling'
  /** Claims to be a person. */
  | 'false-person';

/** A rule of style that a text breaks, and by which words. */
export interface StyleFault {
  readonly rule: StyleRule;
  /** The words that break it. */
  readonly words: string;
}

const ILLNESS_EN = '(?:clinically |severely )?(?:depression|depressive|clinically depressed|anxiety disorder|panic disorder|ptsd|adhd|autis(?:m|tic)|bipolar|ocd|borderline|schizo\\w+|psycho(?:sis|tic|path\\w*)|narcissis\\w+|an? eating disorder|anorexi\\w+|bulimi\\w+|burnout|mentally ill|an addict)';
const FEELING_EN = '(?:sad|angry|furious|mad|upset|afraid|scared|frightened|terrified|anxious|nervous|worried|lonely|alone|hurt|heartbroken|devastated|depressed|hopeless|desperate|ashamed|guilty|jealous|disgusted|miserable|unhappy|stressed|overwhelmed|frustrated|annoyed|bored|exhausted|excited|happy|proud|grieving|in pain)';
const HEDGE_EN = '(?<!\\b(?:if|when|whenever|whether|while|as though|as if|like|that|because|why|how|what|say|said|says|maybe|perhaps|unless|hope|glad|mean|tell me|sounds?|seems?|seem)\\s)';

const RULES: Readonly<Record<Language, readonly (readonly [StyleRule, RegExp])[]>> = {
  en: [
    ['diagnosis', new RegExp(`\\byou(?:'re| are| have| might have| may have| probably have| seem to have| seem to be| could have| suffer from| are suffering from)\\s(?:an? |some |a case of )?${ILLNESS_EN}\\b`, 'i')],
    ['diagnosis', /\b(?:(?:I|we) (?:would |can |could )?diagnose|my diagnosis|your diagnosis is|(?:this|that|it|these) (?:is|are|sounds? like|looks? like) (?:a |the )?(?:symptoms?|signs?|case) of)\b/i],
    ['promise', /\bI (?:promise|guarantee|swear)\b|\bI(?:'ll| will) (?:always|never|make sure|fix|take care of (?:it|everything|you))\b|\beverything(?:'s| is|'ll| will)? (?:going to )?(?:be )?(?:all right|alright|fine|ok|okay|work out)\b/i],
    ['promise', /\b(?:it|things|that|this|you)(?:'ll| will)(?: definitely| certainly| surely)? (?:get better|be (?:fine|ok|okay|all right|alright|over soon)|pass soon|feel better|succeed|be happy again)\b/i],
    ['told-feeling', new RegExp(`${HEDGE_EN}\\byou(?:'re| are)(?: (?:so|very|really|just|clearly|obviously|quite|feeling|still))* ${FEELING_EN}\\b`, 'i')],
    ['told-feeling', new RegExp(`${HEDGE_EN}\\byou (?:clearly |obviously |really )?feel(?: (?:so|very|really|quite))* ${FEELING_EN}\\b(?!\\?)`, 'i')],
    ['false-feeling', /\bI (?:(?:really |truly |completely |fully |totally )*(?:love|miss(?:ed)?|adore) you|(?:know|understand) (?:exactly |just |precisely )?(?:how|what) (?:you feel|you are feeling|you're feeling|it feels|it is like)|feel your (?:pain|sadness|joy)|feel the same|have (?:been there|felt that|gone through|been through)|cried|was (?:so )?(?:lonely|heartbroken) (?:too|once))\b/i],
    ['false-feeling', /\bI(?:'m| am)(?: (?:so|very|really))* (?:heartbroken|devastated|in love|lonely|in tears|crying)\b|\bmy heart (?:breaks|aches|is breaking)\b/i],
    ['false-person', /\bI(?:'m| am) (?:a |an )?(?:real |actual |true )?(?:human(?: being)?|real person|person|man|woman|therapist|doctor|psychologist|counsell?or|nurse)\b(?! (?:would|might))|\bas (?:a|another|your) (?:human|person|therapist|doctor|psychologist|mother|father)\b|\bI(?:'m| am) not (?:an? )?(?:ai|bot|program|machine|computer|robot)\b|\bmy (?:childhood|mother|father|husband|wife|girlfriend|boyfriend|kids|body|doctor)\b/i],
  ],
  zh: [
    ['diagnosis', /你(?:这|可能|应该|大概|就)?(?:是|有|得了|患有|患了|属于)(?:了)?(?:轻度|中度|重度)?(?:抑郁症?|焦虑症|躁郁症|双相|强迫症|精神病|精神分裂|自闭症|多动症|创伤后应激|厌食症|暴食症|人格障碍)/],
    ['diagnosis', /(?:我|可以|能)(?:给你)?诊断|我的诊断|(?:这|那)(?:是|就是|像是).{0,6}(?:的症状|的征兆)/],
    ['promise', /我(?:保证|发誓|承诺)|我会(?:永远|一直)(?:在|陪|爱|守)|一切都会(?:好|没事|过去)|(?:一定|肯定)会(?:好|没事|过去|成功|顺利)|会好起来的/],
    ['told-feeling', /(?<!如果|要是|当|因为|好像|像是|似乎|觉得|感觉|看起来|听起来|是不是|为什么)你(?:现在|今天|一定|肯定|明明|其实)?(?:很|非常|特别|太|真的?|好)(?:难过|伤心|生气|愤怒|害怕|恐惧|焦虑|紧张|担心|孤单|孤独|寂寞|绝望|沮丧|抑郁|委屈|羞愧|内疚|痛苦|累|无聊|开心|高兴|激动)(?!吗|？|\?)/],
    ['false-feeling', /我(?:也|真的|很|非常|好)*(?:爱你|想念你|想你)|我(?:完全|太|很|非常)?(?:懂|知道|明白|理解)你(?:的)?(?:感受|感觉|心情|痛苦|有多)|我也(?:经历过|有过|哭过|曾经)|感同身受|我(?:的)?心(?:都)?(?:碎|疼|痛)|我(?:好|很|非常|真)(?:难过|伤心|孤单|心疼|心碎)/],
    ['false-person', /我(?:就)?是(?:一个|个|一名|名|真)?(?:真人|人类|活人|心理医生|医生|心理咨询师|咨询师|治疗师)|我不是(?:一个|个)?(?:机器人?|程序|人工智能|AI)|作为(?:一个|你的)?(?:人类|人|医生|咨询师|妈妈|爸爸)|我(?:的)?(?:小时候|妈妈|爸爸|老公|老婆|男朋友|女朋友|身体)/i],
  ],
};

/** Finds what in a text breaks the rules by which the agent speaks. Empty where it may be said. */
export function checkStyle(text: string, language: Language): StyleFault[] {
  const plain = text.normalize('NFKC').replace(/[\u2018\u2019]/g, "'").replace(/\s+/g, ' ');
  return RULES[language].flatMap(([rule, pattern]) => {
    const words = pattern.exec(plain)?.[0];
    return words === undefined ? [] : [{ rule, words }];
  });
}
