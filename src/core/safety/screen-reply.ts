import { plainWords } from './plain-words.ts';
import { boundariesIn } from './screen-boundaries.ts';

/** Why words of the agent must not be said. */
export type ReplyFault = 'encourages-harm' | 'false-person' | 'diagnosis' | 'sexual' | 'hate';

/** Ways and amounts, or a push towards them. To speak of suicide gently, and of helplines, is fine. */
const ENCOURAGES = [
  / (?:you should|you could|go ahead and|just|why not|try to|its ok(?:ay)? to|i will help you|i can help you|here is how to|heres how to|the best way to|ways? to|how to) (?:\S+ ){0,3}(?:kill (?:yourself|him|her|them)|hang yourself|end your (?:own )?life|overdose|cut yourself|hurt yourself|starve yourself|commit suicide|die by)(?= )/,
  / (?:world|they|everyone|family) (?:would|will|d) be better off without you| you deserve to (?:die|suffer|be hit|be hurt)| (?:nobody|no one) would miss you| kill yourself(?= )(?! (?:or|is|and))| kys /,
  / (?:take|swallow) (?:\d+|a handful|all|twenty|thirty|the whole) (?:of )?(?:\S+ ){0,2}(?:pills|tablets|sleeping)/,
  /你(?:可以|应该|不如|就|去)(?:试试)?.{0,3}(?:自杀|去死|死|割腕|跳楼|上吊|割自己|吞药)|(?:没有你|你死了).{0,6}(?:更好|会好)|你(?:活该|就该)(?:死|被打)|(?:自杀|割腕|上吊|烧炭)的(?:方法|步骤|最好)/,
];
const FALSE_PERSON = [
  / (?:im|i am) (?:actually |really |in fact )?(?:a |an )?(?:real |actual |living )?(?:human(?: being)?|real person|person like you|man|woman|therapist|doctor|psychologist|nurse)(?= )(?! would)| (?:im|i am) not (?:an? )?(?:ai|bot|program|machine|computer|robot)(?= )/,
  /我(?:其实|真的|就)?是(?:一个|个|一名)?(?:真人|人类|活人|心理医生|医生|咨询师|治疗师)|我(?:才)?不是(?:一个|个)?(?:机器人?|程序|人工智能|ai)/,
];
const DIAGNOSIS = [
  / (?:you have|youve got|you suffer from|you are|youre) (?:clearly |definitely |probably |clinically )?(?:a case of |severe |major )?(?:depression|clinically depressed|an anxiety disorder|ptsd|adhd|autistic|bipolar|ocd|borderline|schizophreni\S+|a narcissist|bulimi\S+|anorexi\S+)(?= )/,
  /你(?:这|可能|应该|大概|就)?(?:是|有|得了|患有|患了){1,2}(?:了)?(?:轻度|中度|重度)?(?:抑郁症?|焦虑症|双相|强迫症|精神分裂|自闭症|多动症|人格障碍)(?!吗|,?还是)/,
];

const FAULTS: readonly (readonly [ReplyFault, readonly RegExp[]])[] = [['encourages-harm', ENCOURAGES], ['false-person', FALSE_PERSON], ['diagnosis', DIAGNOSIS]];

/** What in words that a model found for the agent must not be said; null where they may be. The agent's own lines never need it. */
export function screenReply(text: string): ReplyFault | null {
  const plain = plainWords(text, 2);
  const fault = FAULTS.find(([, patterns]) => patterns.some((pattern) => pattern.test(plain)));
  if (fault) return fault[0];
  return boundariesIn(plain).find((boundary) => boundary === 'sexual' || boundary === 'hate') ?? null;
}
