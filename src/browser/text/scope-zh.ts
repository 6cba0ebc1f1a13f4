import { plainScope, type Scope } from './plain-scope.ts';
import type { Token } from './tokens.ts';

const NEGATORS = ['并不', '并非', '从来没', '从来不', '再也不', '决不', '绝不', '毫无', '不再', '未必', '才不', '哪里', '从不', '毫不', '从没', '没有', '没', '不', '未', '无', '别', '莫'];
/** Words that hold one of the negators and deny nothing. */
const NOT_DENYING = [
  '不得不', '忍不住', '止不住', '不禁', '不由得', '对不起', '不好意思', '差不多', '不过', '不仅', '不但', '不只', '不光', '不断', '不停', '了不起', '受不了', '看不起', '瞧不起', '没想到', '不得了', '不安', '不满', '不爽', '不耐烦',
  '不错', '不公', '不幸', '不久', '不知', '不少', '好不', '差点没', '没办法', '无语', '无聊', '无奈', '无助', '无比', '别人', '特别', '别提', '分别', '告别', '离别', '别的', '性别', '级别', '区别', '没救', '没劲', '没意思', '无所谓', '没错', '没问题', '没关系', '不客气', '没事', '无情', '无耻', '无理', '不甘', '不平', '不舍', '舍不得', '恨不得', '巴不得', '不愧', '不屑', '不堪', '不料', '不妙', '不如', '不见', '不已', '不行了', '不要脸',
];
const UNREAL = ['谈不上', '称不上', '不见得', '难以', '缺乏', '说不上', '算不上', '要是', '如果', '本来', '本该', '假如'];
const TURNS = ['但是', '可是', '不过', '然而', '只是', '就是', '但', '可', '却', '而'];
const YIELDS = ['虽然', '尽管'];
const STRONGER = ['特别', '非常', '十分', '极度', '蛮', '超级', '简直', '实在', '极其', '真的', '太', '很', '好', '真', '超', '最', '极', '挺', '巨', '贼', '越来越', '完全', '彻底', '无比', '万分', '相当', '格外', '尤其', '多么', '好不', '那么', '这么', '狠狠', '深深', '倍儿', '真心', '更', '够'];
/** How one speaks anyway, and what there is hardly more than. */
const [USUAL, STRONGEST] = [['很', '挺', '蛮'], ['极其', '极度', '无比', '万分', '简直', '超级', '彻底', '最', '太']] as const;
const WEAKER = ['有一点', '有点', '一点点', '有些', '稍微', '略微', '还算', '比较', '不太', '不怎么', '略', '多少有', '一丝', '稍稍', '微微', '不算', '勉强'];
const STRONGER_AFTER = ['得不得了', '不得了', '得要命', '要命', '得要死', '死了', '死我了', '到死', '疯掉', '极了', '透顶', '透了', '坏了', '得很', '到爆', '爆了', '疯了', '得慌', '到不行', '得不行', '得像', '得手', '得快', '得发抖', '得睡不着', '得说不出', '万分', '至极', '之极', '无比', '得厉害', '得要哭', '到哭', '到飞起', '到爆炸', '得很', '不已', '爆', '坏我了', '惨了', '得', '死'];
const [SLIGHTLY, MORE, MOST, LESS] = [1.2, 1.5, 1.8, 0.6] as const;
const [REACH, FAR] = [5, 10] as const;
/** What is denied after these stands further on: "不觉得这个结局感人". */
const OPENERS = ['觉得', '认为', '感到', '感觉', '是', '会', '能说', '想说', '算', '再'];
const ENDS = /^(?:[。！？!?；;…，,：:]|\.{1,3}|!!|\?\?|\?!)$/;

const ELLIPSIS = /^(?:但是|可是|不过|然而|其实|结果|实际上|事实上|但|可|却|而)*[我它他她这那]?(?:其实|却|并|根本|完全)?(?:不是|没有|并非如此|不是这样|不然|没)的?[。！？!?；;…，,]*$/;

/** Rules of Chinese for {@link import('./scope.ts').scopeOf}; tokens are single characters, so words are found by looking ahead. */
export function scopeOfChinese(tokens: readonly Token[]): Scope {
  const scope = plainScope(tokens.length);
  const forms = tokens.map(({ form }) => form);
  const startsWith = (at: number, list: readonly string[]): string | undefined => list.find((word) => [...word].every((character, i) => forms[at + i] === character));
  let [clause, fresh] = [0, true];
  for (let at = 0; at < forms.length; at += 1) {
    const turn = startsWith(at, TURNS);
    const yields = startsWith(at, YIELDS);
    if (turn && !fresh && at > 0 && ENDS.test(forms[at - 1]!)) clause = opened(scope, clause);
    if (fresh && (turn || yields)) scope.worth[clause] = turn ? 1.6 : 0.7;
    scope.clause[at] = clause;
    fresh = false;
    if (ENDS.test(forms[at]!) && at < forms.length - 1 && tokens[at + 1]!.kind !== 'mark') {
      clause = opened(scope, clause);
      fresh = true;
    }
  }
  for (let at = 0; at < forms.length;) {
    const idle = startsWith(at, NOT_DENYING);
    const negator = idle ?? startsWith(at, NEGATORS) ?? startsWith(at, UNREAL);
    if (negator && !idle) deny(forms, at + [...negator].length, scope, startsWith);
    at += negator ? [...negator].length : 1;
  }
  for (let at = 0; at < forms.length; at += 1) measure(at, forms, scope, startsWith);
  settleEllipses(forms, scope);
  askedSentences(forms, scope);
  return scope;
}

/** "大家都说好看，其实不是": a clause of nothing but a denial denies the one before it. */
function settleEllipses(forms: readonly string[], scope: ReturnType<typeof plainScope>): void {
  for (let first = 0, before = 0; first < forms.length;) {
    let last = first;
    while (last + 1 < forms.length && scope.clause[last + 1] === scope.clause[first]) last += 1;
    if (first > before && ELLIPSIS.test(forms.slice(first, last + 1).join(''))) for (let i = before; i < first; i += 1) if (scope.sense[i] === 'plain') scope.sense[i] = 'denied';
    before = first;
    first = last + 1;
  }
}

type StartsWith = (at: number, list: readonly string[]) => string | undefined;

function opened(scope: ReturnType<typeof plainScope>, clause: number): number {
  scope.worth[clause + 1] = 1;
  return clause + 1;
}

function deny(forms: readonly string[], from: number, scope: ReturnType<typeof plainScope>, startsWith: StartsWith): void {
  // "没有比这更好的": nothing is better.
  const comparison = forms.slice(from, from + 5).findIndex((form) => form === '更');
  if (comparison >= 0 && forms.slice(from, from + comparison).includes('比')) {
    for (let i = from; i < Math.min(forms.length, from + 8); i += 1) scope.degree[i] = scope.degree[i]! * MORE;
    return;
  }
  const reach = startsWith(from, OPENERS) ? FAR : REACH;
  for (let i = from; i < Math.min(forms.length, from + reach); i += 1) {
    if (ENDS.test(forms[i]!) || (startsWith(i, TURNS) ?? '可') !== '可') return;
    scope.sense[i] = scope.sense[i] === 'denied' ? 'plain' : 'denied';
  }
}

function measure(at: number, forms: readonly string[], scope: ReturnType<typeof plainScope>, startsWith: StartsWith): void {
  const after = at === 0 ? undefined : startsWith(at, STRONGER_AFTER);
  const weaker = startsWith(at, WEAKER);
  const stronger = weaker ? undefined : startsWith(at, STRONGER);
  const word = weaker ?? stronger;
  // "极了" and "坏了" stand behind what they measure, though "极" stands before it.
  if (word && !(after && after.length > word.length)) {
    const factor = weaker ? LESS : USUAL.some((each) => each === word) ? SLIGHTLY : STRONGEST.some((each) => each === word) ? MOST : MORE;
    const end = at + [...word].length;
    for (let i = end; i < Math.min(forms.length, end + 5) && !ENDS.test(forms[i]!); i += 1) scope.degree[i] = scope.degree[i]! * factor;
    // A single character may be part of a word ("好看"); only longer measures are surely nothing else.
    if (end - at > 1 && scope.sense[at] === 'plain') scope.sense.fill('measure', at, end);
    return;
  }
  if (!after) return;
  for (let i = Math.max(0, at - 5); i < at; i += 1) if (scope.clause[i] === scope.clause[at]) scope.degree[i] = scope.degree[i]! * (after === '得' ? MORE : MOST);
  scope.sense.fill('measure', at, at + [...after].length);
}

/** A question that is not about its writer says nothing of how the writer feels. */
function askedSentences(forms: readonly string[], scope: ReturnType<typeof plainScope>): void {
  let begin = 0;
  forms.forEach((form, at) => {
    const marked = /^[?？]/.test(form);
    if (!(/^[。！？!?；;…]/.test(form) || at === forms.length - 1)) return;
    const sentence = forms.slice(begin, at + 1).join('');
    const asks = (marked || /[吗呢]$/.test(sentence)) && (/[吗呢么]|(.)[不没]\1|什么|怎么|谁|是不是|有没有/.test(sentence));
    if (asks && !/我|咱/.test(sentence)) for (let i = begin; i <= at; i += 1) scope.sense[i] = 'asked';
    begin = at + 1;
  });
}
