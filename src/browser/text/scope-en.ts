import { plainScope, type Scope } from './plain-scope.ts';
import type { Token } from './tokens.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const NEGATORS = words("not no never none nobody nothing neither nor cannot without hardly barely scarcely rarely seldom cant dont doesnt didnt isnt wasnt arent werent wont wouldnt couldnt shouldnt aint havent hasnt hadnt");
/** Together with a comparison these praise or blame all the more: "never been so proud", "couldn't be worse". */
const EXTREMES = words("never couldn't can't cannot couldnt cant nothing nobody hardly");
const COMPARISONS = words('so such more better worse');
/** What stands before a comparison in -er or by "this": "couldn't be prouder", "never been this proud", but not "nobody ordered water" or "never hated this". */
const BEING = words('be been feel felt get any');
const NOT_DENYING = words('only just doubt wonder matter problem worries mention but wait help');
/** These deny what follows without a negator: "anything but kind", "far from happy", "I wish I liked it". */
const UNREAL = [['anything', 'but'], ['fails', 'to'], ['failed', 'to'], ['fail', 'to'], ['lack', 'of'], ['stopped', 'being'], ['nothing', 'like'], ['instead', 'of'], ['free', 'of'], ['anything', 'other', 'than'], ['far', 'from'], ['i', 'wish'], ['if', 'only'], ['could', 'have'], ['should', 'have'], ['would', 'have', 'been'], ['used', 'to'], ['supposed', 'to']] as const;
const TURNS = words('but however although though yet while whereas except');
const JOINTS = words('because since so and then when if as until unless which');
/** Words that carry nothing themselves; a negation reaches over them. */
const LIGHT = words("a an the to be been being is are was were am i i'm you he she it we they my your his her its our their me us them of in on at for with about that this these those so very really too exactly all any have has had do did feel feeling felt get getting would will one ever");
const REACH = 4;

const STRONGER = words('very really so extremely super too extra quite such most damn fucking freaking bloody hella mega ultra well much ever even utterly beyond hell badly especially way dead real freakin friggin hugely endlessly');
/** Of these there is hardly more. */
const STRONGEST = words('extremely incredibly absolutely utterly insanely unbelievably ridiculously completely totally beyond hugely endlessly overwhelmingly immensely tremendously unbearably desperately');
const WEAKER = words('less slightly somewhat fairly mildly kinda sorta partly mostly rather bit little tiny moderately vaguely relatively reasonably okayish');
const PORTIONS = words('bit little tiny');
/** These end in -ly without saying how much. */
const NOT_MEASURES = words('only early daily family reply apply supply lovely friendly lonely ugly silly holy likely unlikely elderly deadly costly finally suddenly actually probably hopefully unfortunately luckily sadly happily fortunately possibly apparently basically literally usually recently currently immediately hardly barely scarcely nearly almost exactly simply supposedly certainly clearly obviously personally honestly seriously fly ally belly bully july italy rely rally jelly lily melancholy curly smelly');
/** After a word these make it stronger: "hurts like hell", "frightens me to death", "so much". */
const STRONGER_AFTER = [['like', 'hell'], ['as', 'hell'], ['as', 'fuck'], ['to', 'death'], ['so', 'much'], ['very', 'much'], ['a', 'lot'], ['like', 'crazy'], ['like', 'mad'], ['to', 'bits'], ['to', 'the', 'core'], ['to', 'pieces'], ['beyond', 'words'], ['more', 'than', 'anything'], ['out', 'of', 'my', 'mind'], ['no', 'end'], ['through', 'the', 'roof'], ['beyond', 'belief'], ['with', 'all', 'my', 'heart'], ['from', 'the', 'bottom', 'of', 'my', 'heart'], ['big', 'time'], ['to', 'tears'], ['to', 'no', 'end'], ['ever']] as const;
const [MORE, MOST, LESS] = [1.5, 1.8, 0.6] as const;

const ENDS = /^(?:[.!?;:…]|\.{3}|!!|\?\?|\?!|。|！|？)$/;
const FIRST_PERSON = words("i me my mine i'm i've i'd i'll im ive we us our we're we've ours myself");
const OWNED = words('my our');
const NOBODY: ReadonlySet<string> = new Set();
const AUXILIARIES = words("are is was were am do does did have has had can could will would should may might aren't isn't wasn't weren't don't doesn't didn't haven't hasn't can't couldn't won't wouldn't shouldn't");
const ASKING = words('what why how who when where which');
const OTHER = words("you your yours you're you've u ur");

/** A subject and its auxiliary with nothing behind: "but it really wasn't". */
const ELLIPSIS = /^(?:(?:but|yet|and|though|although|however|still|actually|sadly|luckily) )*(i|it|this|that|they|he|she|we)(?: (?:really|still|just|actually|certainly|clearly|simply))?[ ]?('m|'s|'re|am|is|are|was|were|do|does|did|have|has|had|can|could|will|would|(?:is|are|was|were|do|does|did|have|has|had|could|would|wo|ca)n't)( not)?(?: (?:really|at all|anymore|though))?$/;

/** Rules of English for {@link import('./scope.ts').scopeOf}. */
export function scopeOfEnglish(tokens: readonly Token[]): Scope {
  const scope = plainScope(tokens.length);
  const forms = tokens.map(({ form }) => form);
  splitClauses(tokens, scope);
  forms.forEach((form, at) => {
    if (isNegator(form)) deny(forms, at, scope);
    else for (const phrase of UNREAL) if (follows(forms, at, phrase) && !(at > 0 && isNegator(forms[at - 1]!))) {
      mark(forms, at + phrase.length - 1, scope);
      scope.sense.fill('measure', at, at + phrase.length);
    }
  });
  tokens.forEach((_, at) => measure(tokens, forms, at, scope));
  settleEllipses(forms, scope);
  askedSentences(forms, scope);
  return scope;
}

function splitClauses(tokens: readonly Token[], scope: ReturnType<typeof plainScope>): void {
  let clause = 0;
  let fresh = true;
  tokens.forEach(({ form, kind }, at) => {
    const turn = TURNS.has(form);
    if (!fresh && turn) {
      clause += 1;
      scope.worth[clause] = 1;
    }
    // After "but" comes what counts; "although" gives way to the other part.
    if (turn) scope.worth[clause] = /^(?:although|though|while|whereas|except)$/.test(form) ? 0.7 : 1.6;
    scope.clause[at] = clause;
    fresh = false;
    if (kind === 'mark' && (ENDS.test(form) || form === ',') && at < tokens.length - 1 && tokens[at + 1]!.kind !== 'mark') {
      clause += 1;
      scope.worth[clause] = 1;
      fresh = true;
    }
  });
}

function isNegator(form: string): boolean {
  return NEGATORS.has(form) || form.endsWith("n't");
}

function deny(forms: readonly string[], at: number, scope: ReturnType<typeof plainScope>): void {
  const next = forms[at + 1];
  if (next !== undefined && NOT_DENYING.has(next)) return;
  if (EXTREMES.has(forms[at]!)) {
    const comparison = forms.slice(at + 1, at + 5).findIndex((form, i) => COMPARISONS.has(form) || /[a-z]{3}ier$/.test(form) || ((form === 'this' || /[a-z]{4}er$/.test(form)) && BEING.has(forms[at + i]!)));
    if (comparison >= 0 && !forms.slice(at + 1, at + 1 + comparison).some((form) => ENDS.test(form) || form === ',')) {
      for (let i = at + 1; i < Math.min(forms.length, at + 8) && !ENDS.test(forms[i]!); i += 1) scope.degree[i] = scope.degree[i]! * MORE;
      return;
    }
  }
  mark(forms, at, scope);
}

/** Denies what follows; what was denied already is denied twice, and stands again. */
function mark(forms: readonly string[], from: number, scope: ReturnType<typeof plainScope>): void {
  let reach = REACH;
  for (let i = from + 1; i < forms.length && reach > 0; i += 1) {
    const form = forms[i]!;
    if (ENDS.test(form) || form === ',' || TURNS.has(form) || JOINTS.has(form) && !LIGHT.has(form)) return;
    scope.sense[i] = scope.sense[i] === 'denied' ? 'plain' : 'denied';
    if (!LIGHT.has(form)) reach -= 1;
  }
}

/** A clause that is left out but for its verb says whether what stands before it is so: "they said it'd be fun, but it wasn't", "told not to worry, but I do". */
function settleEllipses(forms: readonly string[], scope: ReturnType<typeof plainScope>): void {
  for (let first = 0, before = 0; first < forms.length;) {
    let last = first;
    while (last + 1 < forms.length && scope.clause[last + 1] === scope.clause[first]) last += 1;
    const said = forms.slice(first, last + 1).filter((form) => /^[a-z]/.test(form)).join(' ');
    const [, subject, is, not] = ELLIPSIS.exec(said) ?? [];
    if (subject && first > before && (/^(?:i|it|this|that|they)$/.test(subject) || !FIRST_PERSON.has(forms[before]!))) {
      const denied = not !== undefined || is!.endsWith("n't");
      for (let i = before; i < first; i += 1) if (scope.sense[i] !== 'measure') scope.sense[i] = denied ? 'denied' : 'plain';
    }
    before = first;
    first = last + 1;
  }
}

function measure(tokens: readonly Token[], forms: readonly string[], at: number, scope: ReturnType<typeof plainScope>): void {
  const form = forms[at]!;
  const next = forms[at + 1];
  if (scope.sense[at] === 'measure') return;
  const after = STRONGER_AFTER.find((phrase) => follows(forms, at, phrase) && isEnd(forms, at + phrase.length));
  if (after && at > 0) {
    for (let i = Math.max(0, at - 6); i < at; i += 1) scope.degree[i] = scope.degree[i]! * MORE;
    scope.sense.fill('measure', at, at + after.length);
    return;
  }
  const adverb = /^[a-z]{3,}ly$/.test(form) && !NOT_MEASURES.has(form);
  const weaker = WEAKER.has(form) || ((form === 'kind' || form === 'sort') && next === 'of');
  if (weaker || STRONGER.has(form) || adverb) {
    if (next === undefined || ENDS.test(next) && !STRONGER.has(form)) return;
    const factor = weaker ? LESS : tokens[at]!.elongated || tokens[at]!.capitals || STRONGEST.has(form) ? MOST : MORE;
    for (let i = at + 1; i <= Math.min(at + 3, forms.length - 1) && !ENDS.test(forms[i]!); i += 1) scope.degree[i] = scope.degree[i]! * factor;
    if (scope.sense[at] === 'denied') return;
    // "A bit", "a tiny bit" and "kind of" are measures as a whole.
    let first = at;
    while (first > 0 && (PORTIONS.has(forms[first]!) && (forms[first - 1] === 'a' || PORTIONS.has(forms[first - 1]!)))) first -= 1;
    scope.sense.fill('measure', first, at + (next === 'of' ? 2 : 1));
    return;
  }
}

/** Whether nothing comes there that could be measured. */
function isEnd(forms: readonly string[], at: number): boolean {
  const form = forms[at];
  return form === undefined || form === ',' || ENDS.test(form) || TURNS.has(form) || JOINTS.has(form) || !/^[a-z]/.test(form);
}

function follows(forms: readonly string[], at: number, phrase: readonly string[]): boolean {
  return phrase.every((form, i) => forms[at + i] === form);
}

/** A question that is not about its writer says nothing of how the writer feels. */
function askedSentences(forms: readonly string[], scope: ReturnType<typeof plainScope>): void {
  let begin = 0;
  forms.forEach((form, at) => {
    const end = ENDS.test(form) || at === forms.length - 1;
    if (!end) return;
    const sentence = forms.slice(begin, at + 1);
    if (isAsked(sentence, form.startsWith('?'))) for (let i = begin; i <= at; i += 1) scope.sense[i] = 'asked';
    begin = at + 1;
  });
}

function isAsked(sentence: readonly string[], marked: boolean): boolean {
  const [first = ''] = sentence;
  // "Are you worried about my brother?" asks after somebody else all the same.
  const whose = marked && AUXILIARIES.has(first) && OTHER.has(sentence[1] ?? '') ? OWNED : NOBODY;
  if (sentence.some((form) => FIRST_PERSON.has(form) && !whose.has(form))) return false;
  if (first === 'what' && sentence.includes('mean')) return true;
  if (!marked) return false;
  return AUXILIARIES.has(first) || (ASKING.has(first) && sentence.some((form) => OTHER.has(form)));
}
