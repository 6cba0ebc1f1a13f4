import nlp from 'compromise/two';
import type { LanguageKit } from './language-kit.ts';

/** A word with its tags, as compromise tells them. */
interface Term {
  readonly text: string;
  readonly pre: string;
  readonly post: string;
  readonly tags: readonly string[];
}

const KIN = 'mum|mom|mother|dad|father|brother|sister|husband|wife|partner|boyfriend|girlfriend|son|daughter|kids?|children|nan|nana|gran|granny|grandma|grandmother|grandad|granddad|grandpa|grandfather|granddaughter|grandson|aunt|auntie|uncle|cousin|nephew|niece|parents|family|mother-in-law|father-in-law|in-laws|twins|baby|stepmum|stepdad|fiancé|fiancée|ex';
const OTHERS = 'best friend|friends?|mates?|flatmate|roommate|housemate|neighbours?|neighbor|colleagues?|coworkers?|boss|manager|teacher|teachers|coach|instructor|tutor|landlord|landlady|classmates?|team|teammates?|supervisor|lecturer';
const NUMBER = String.raw`\d+|a couple of|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty(?:-\w+)?|thirty(?:-\w+)?|forty(?:-\w+)?|fifty(?:-\w+)?|sixty(?:-\w+)?|seventy(?:-\w+)?|eighty(?:-\w+)?|ninety(?:-\w+)?|a hundred|(?:two|three|four|five|six|seven|eight|nine) hundred`;
const DAY = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight|today|this (?:morning|afternoon|evening|weekend|week)|next (?:week|month|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|(?:tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday) (?:morning|afternoon|evening|night)|the weekend|christmas|easter|january|february|march|april|may|june|july|august|september|october|november|december';

export const ENGLISH_CLASSES = {
  name: String.raw`\p{L}[\p{L}-]*\p{L}(?!\p{L})`,
  anyname: String.raw`\p{L}[\p{L}-]*\p{L}(?!\p{L})`,
  title: String.raw`\p{L}[\p{L}'-]+(?: \p{L}[\p{L}'-]+){0,2}`,
  word: String.raw`[\p{L}][\p{L}'-]*`,
  phrase: String.raw`[\p{L}\d'-]+(?: [\p{L}\d'-]+){0,4}`,
  clause: String.raw`[^.,;:!?…—()\n]+`,
  kin: KIN,
  person: `(?:${KIN}|${OTHERS})`,
  number: NUMBER,
  day: DAY,
  clock: String.raw`(?:half past|quarter past|quarter to|(?:${NUMBER}) (?:past|to)) (?:${NUMBER})|(?:${NUMBER})(?: o'clock| ?[ap]m)?|noon|midnight|lunchtime`,
  pet: 'dog|puppy|cat|kitten|rabbit|bunny|hamster|guinea pig|budgie|parrot|tortoise|horse|pony|goldfish|pigeon|duck|hen|goat|bird|pets?',
} as const;

/** First person to second; the verb beside it follows. */
const TURNED: readonly (readonly [RegExp, string])[] = [
  [/(?<!\b(?:my|your|the|our|his|her|their) )\b(Dad|Mum|Mom|Nan|Grandma|Grandad|Granny)\b/g, 'your $1'],
  [/\bI am\b/g, 'you are'], [/\bI was\b/g, 'you were'], [/\bam I\b/gi, 'are you'], [/\bwas I\b/gi, 'were you'],
  [/\b(?:I'm)\b/g, 'you\'re'], [/\bI'(ve|d|ll)\b/g, 'you\'$1'], [/\bI\b/g, 'you'],
  [/\bme and (my|our)\b/gi, 'you and your'], [/\bmyself\b/gi, 'yourself'], [/\bme\b/gi, 'you'], [/\bmy\b/gi, 'your'], [/\bmine\b/gi, 'yours'],
  [/\bourselves\b/gi, 'yourselves'], [/\bours\b/gi, 'yours'], [/\bour\b/gi, 'your'], [/\bus\b/g, 'you'],
  [/\bwe were\b/gi, 'you were'], [/\bwe're\b/gi, 'you\'re'], [/\bwe'(ve|d|ll)\b/gi, 'you\'$1'], [/\bwe\b/gi, 'you'],
];

function toListener(text: string): string {
  return TURNED.reduce((turned, [from, to]) => turned.replace(from, to), text).replaceAll(/\byour (?:Dad|Mum|Mom|Nan|Grandma|Grandad|Granny)\b/g, (words) => words.toLowerCase());
}

const plain = (text: string): string => text.replaceAll('’', '\'').replaceAll(/[“”"]/g, '').replaceAll(/\s+/g, ' ').trim();

function termsOf(sentence: string): readonly Term[] {
  const parsed = nlp(sentence).json() as readonly { readonly terms: readonly Term[] }[];
  return parsed.flatMap(({ terms }) => terms);
}

const is = (term: Term | undefined, ...tags: readonly string[]): boolean => term !== undefined && tags.some((tag) => term.tags.includes(tag));

/** Nouns that say nothing by themselves. */
const EMPTY = /^(thing|things|bit|time|times|way|ways|lot|lots|one|ones|kind|sort|stuff|something|anything|nothing|everything|everyone|somebody|someone|nobody|anybody|day|today|tonight|tomorrow|moment|minute|people|place|all|here|there|part|side|course|sake|case|rest|fault|idea|point|goes|like|mine|morning|thanks|hi|hello|number|end|life|person)$/i;
const STARTS_PHRASE = ['Determiner', 'Possessive', 'Value', 'Adjective', 'ProperNoun', 'Noun'];

const isPhraseWord = (term: Term | undefined): boolean =>
  is(term, 'Noun', 'Adjective', 'Value', 'Determiner') && !is(term, 'Verb', 'Pronoun', 'QuestionWord') && term!.text !== '' && !/['’](?:ll|ve|d|re|m)$/i.test(term!.text) && !/^(that|this|these|those|what|which|there|here|such|quite|actual|still|enough|same|every|round|other|sort|kind)$/i.test(term!.text);

interface Phrase {
  readonly words: string;
  readonly score: number;
}

/** Noun phrases with what is said of them, such as "a chair with your scarf". */
function phrasesOf(terms: readonly Term[]): readonly Phrase[] {
  const found: Phrase[] = [];
  for (let from = 0; from < terms.length; from += 1) {
    const end = nounPhrase(terms, from);
    if (end === from) continue;
    let to = end;
    const between = terms[to];
    if (between && is(between, 'Preposition') && /^(of|with|in|on|by|from|behind|near)$/i.test(between.text) && terms[to - 1]!.post.trim() === '') {
      const further = nounPhrase(terms, to + 1);
      if (further > to + 1 && further - from <= 7) to = further;
    }
    found.push({ words: wordsOf(terms.slice(from, to)), score: scoreOf(terms.slice(from, to), to > end) });
    from = to - 1;
  }
  return found;
}

function nounPhrase(terms: readonly Term[], from: number): number {
  if (!is(terms[from], ...STARTS_PHRASE) || !isPhraseWord(terms[from])) return isPossessivePronoun(terms[from]) ? withHead(terms, from, from + 1) : from;
  return withHead(terms, from, from);
}

const isPossessivePronoun = (term: Term | undefined): boolean => term !== undefined && /^(my|our)$/i.test(term.text);

function withHead(terms: readonly Term[], from: number, start: number): number {
  let to = start;
  while (to < terms.length && isPhraseWord(terms[to]) && to - from < 5) {
    to += 1;
    if (terms[to - 1]!.post.trim() !== '') break;
    // A determiner begins another phrase.
    if (is(terms[to], 'Determiner') && to > start) break;
  }
  const head = terms[to - 1];
  return to > start && is(head, 'Noun') && !is(head, 'Adjective') && !EMPTY.test(head!.text) ? to : from;
}

function wordsOf(terms: readonly Term[]): string {
  return terms.map(({ text, post }, at) => text + (at === terms.length - 1 ? '' : post.trim() === '' ? ' ' : post)).join('').replace(/^\p{Lu}(?=\p{Ll}+ )/u, (letter) => (is(terms[0], 'ProperNoun') ? letter : letter.toLowerCase())).replace(/'s$/, '');
}

function scoreOf(terms: readonly Term[], extended: boolean): number {
  const count = terms.length;
  if (count === 1) return is(terms[0], 'Person', 'Place', 'Date', 'WeekDay') ? 0 : is(terms[0], 'ProperNoun') ? 0.5 : 0;
  return 1 + (terms.some((term) => is(term, 'Adjective')) ? 1.5 : 0) + (terms.some((term) => is(term, 'Value')) ? 1.5 : 0) + (terms.some((term) => is(term, 'ProperNoun')) ? 0.5 : 0)
    + (extended ? 1.5 : 0) + (isPossessivePronoun(terms[0]) ? 0.5 : 0) + (count > 2 ? 0.5 : 0);
}

function phrases(message: string): readonly string[] {
  return phrasesOf(termsOf(plain(message)))
    .map(({ words, score }, at) => ({ words, score: score + at * 0.1 }))
    .filter(({ words, score }) => score >= 2 && words.length <= 48 && !/\b(you|your|that|it|him|her|them)\b/i.test(words))
    .toSorted((a, b) => b.score - a.score)
    .map(({ words }) => toListener(words));
}

const FILLERS = /^(?:(?:well|and|but|so|then|honestly|actually|oh|yes|no|yeah|hm|right|ok|okay|mind you|anyway|still|plus|to be honest|frankly)\b[, ]*)+/i;
const TRAILERS = /[, ]+(?:mind you|though|actually|anyway|I suppose|I guess|really|you know|to be honest|by the way|I think)$/i;
const MAKES_SENSE_ALONE = /^(?!(?:It|That|This|There|What|Everyone|One)\b)(?:I|we|he|she|they|(?:my|our) [\p{L}-]+|\p{Lu}\p{Ll}+)(?:'(?:m|ve|d|s|re))?$/u;
const NOT_RETOLD = /\b(?:you|your|yours|this|here|know|think|thought|mean|guess|suppose|swear|promise|sorry|thanks?|hello|bye|don't|can't|won't|couldn't|isn't|not|feel like|bit|sa(?:y|ys|id|ying)|keep|I am an?|I'm an?)\b|['"“”‘]\S/i;

/** Ends with the beginning of a clause that was broken off. */
const HANGS = /\b(?:when|while|because|if|who|which|that|before|after|until|as|where)(?: [\p{L}']+){0,3}$/iu;

/** Clauses with a subject and a verb that are short enough to be told again. */
function statements(message: string): readonly string[] {
  const pieces = plain(message).split(/[.!?…;:—]+\s*/).flatMap((sentence) => (sentence.split(' ').length <= 12 && !sentence.includes(',') ? [sentence] : sentence.split(/,\s+/)));
  return pieces.flatMap((piece) => {
    const clause = piece.replace(FILLERS, '').replace(TRAILERS, '').trim();
    const words = clause.split(' ');
    if (words.length < 4 || words.length > 12 || NOT_RETOLD.test(clause) || HANGS.test(clause)) return [];
    const terms = termsOf(clause);
    const verb = terms.findIndex((term) => is(term, 'Verb'));
    const subject = wordsBefore(terms, verb);
    if (verb < 1 || verb > 3 || !MAKES_SENSE_ALONE.test(subject) || !terms.some((term, at) => at > verb && is(term, 'Noun', 'Value') && !is(term, 'Pronoun'))) return [];
    return [toListener(clause)];
  });
}

function wordsBefore(terms: readonly Term[], verb: number): string {
  const before = terms.slice(0, verb).filter(({ text, tags }) => text !== '' && !tags.includes('Adverb') && !tags.includes('Negative'));
  return before.map(({ text }) => text).join(' ');
}

const STOP = new Set('a an the i me my we our you your he she it they them his her its this that these those is am are was were be been do does did have has had to of in on at for and or but so if as with just really very'.split(' '));

function features(text: string): readonly string[] {
  const words = plain(text).toLowerCase().match(/[\p{L}\d]+(?:'[\p{L}]+)?/gu) ?? [];
  const telling = words.filter((word) => !STOP.has(word));
  const pairs = telling.slice(1).map((word, at) => `${telling[at]} ${word}`);
  const pieces = telling.filter((word) => word.length > 5).map((word) => `${word.slice(0, 5)}-`);
  return [...telling, ...pairs, ...pieces];
}

const comparable = (text: string): string => plain(text).toLowerCase().replaceAll(/[^\p{L}\d' ]/gu, '').trim();

export const ENGLISH: LanguageKit = {
  classes: ENGLISH_CLASSES,
  toListener: (text) => toListener(plain(text)).replace(TRAILERS, ''),
  phrases,
  statements,
  capital: (text) => text.replace(/^[“'"]?\p{Ll}/u, (first) => first.toUpperCase()),
  inner: (text) => (/^\p{Lu}\p{Ll}/u.test(text) && is(termsOf(text)[0], 'Determiner', 'Pronoun', 'Value', 'Preposition', 'Conjunction', 'Adverb', 'Gerund') ? text.charAt(0).toLowerCase() + text.slice(1) : text),
  sentences: (text) => text.split(/(?<=[.?!…])\s+/).map(comparable).filter((sentence) => sentence !== ''),
  opening: (text) => comparable(text).split(' ').slice(0, 3).join(' '),
  comparable,
  asksAgain: (message) => /\b(?:(?:say|repeat|tell me) (?:that|it|this) (?:again|once more)|repeat (?:that|it)|say again|what did you (?:just )?say|what was that|pardon|come again|(?:didn't|couldn't) (?:hear|catch|understand)|once more|one more time)\b/i.test(plain(message)),
  features,
};
