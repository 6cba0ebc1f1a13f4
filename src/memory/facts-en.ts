import type { Fact } from './entry.ts';

/** What is found in one English sentence; `due` is told of it apart. */
export type Found = Omit<Fact, 'due'>;

const PETS = 'dog|puppy|cat|kitten|rabbit|hamster|guinea pig|parrot|horse|pony|fish|turtle|pet';
const KIN = 'sister|brother|mum|mom|mother|dad|father|grandma|grandpa|grandmother|grandfather|son|daughter|cousin|aunt|uncle|best friend|friend|roommate|flatmate|teacher|classmate|colleague|coworker';
const EVENTS = 'exams?|finals|tests?|quiz|interview|presentation|talk|speech|concert|recital|audition|rehearsal|match|tournament|race|competition|deadline|trip|holiday|vacation|birthday|wedding|party|project|essay|thesis|dissertation|homework|assignment|move|performance|meeting|flight|graduation|first day';
const TROUBLES = 'argument|fight|row|quarrel|break-?up|divorce|layoff';

/** Words before a noun that are no part of its name. */
const LOOSE = new Set(['big', 'important', 'stupid', 'terrible', 'awful', 'horrible', 'huge', 'scary', 'really', 'very', 'upcoming', 'next', 'last', 'whole', 'little', 'small', 'long', 'bad', 'good', 'great', 'new', 'nasty', 'another']);

/** With one of these between an article and a noun, they do not belong together. */
const APART = /\b(?:is|was|are|were|be|am|of|about|in|on|at|for|to|and|or|but|with|from|said|says|has|have|had|that|this|i|my|your|you|not|before|after|lot|than)\b/i;

/** What starts like this is no thing that one likes or not. */
const NO_TASTE = /^(?:['"“‘]|(?:it|that|this|these|those|you|your|u|him|his|her|them|their|me|my|myself|our|us|how|when|what|who|why|where|if|being|feeling|having|to be|to feel|to have|to know|to think|everything|everyone|everybody|nothing|anything|people|a lot|the (?:way|idea|fact|thought)|so|both|all|someone|somebody)\b)/i;

const NO_NAME = new Set(['not', 'back', 'later', 'tomorrow', 'tonight', 'today', 'now', 'when', 'if', 'a', 'an', 'the', 'on', 'at', 'by', 'maybe', 'crazy', 'old', 'names', 'that', 'this', 'it', 'and', 'or', 'what', 'whatever', 'in', 'for', 'so', 'stupid', 'lazy', 'mad', 'weird', 'after', 'before', 'again', 'soon', 'anything']);

const OVER = /\b(?:yesterday|ago|last (?:night|week|month|year|summer|time)|passed|failed|went|did (?:it|well|badly)|is over|was|were|finished|done|won|lost|had my|handed in)\b/i;

const NOTHING = { matter: null, open: false } as const;

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Finds what one sentence says about its speaker. */
export function findInEnglish(sentence: string): Found[] {
  return [...named(sentence), ...tastes(sentence), ...people(sentence), ...topics(sentence)];
}

function named(sentence: string): Found[] {
  const given = /\b(?:my name is|my name's|my name’s|i am called|i'm called|i’m called)\s+(\p{L}[\p{L}'’-]*)(?:\s+(\p{Lu}[\p{L}'’-]+))?/iu.exec(sentence)
    ?? /(?<!\b(?:not|n't|n’t|never|they|people|to|who|he|she|you'd|will|would|did) )\bcall me\s+(\p{L}[\p{L}'’-]*)(?=\s*(?:$|[,.!?]|please\b|instead\b))/iu.exec(sentence);
  const [first, second] = [given?.[1], given?.[2]];
  if (first === undefined || NO_NAME.has(first.toLowerCase())) return [];
  const about = capital(first) + (second !== undefined && /^\p{Lu}/u.test(second) ? ` ${second}` : '');
  return [{ kind: 'name', key: 'name', about, sentence: `My name is ${about}.`, ...NOTHING }];
}

const VERBS: Readonly<Record<string, string>> = { 'do not like': "don't like", 'cannot stand': "can't stand" };

function tastes(sentence: string): Found[] {
  const favourite = /\bmy (favou?rite [\p{L} ]{2,30}?) (?:is|are) ((?:[\p{L}'’-]+ ?){1,5})(?=$|[,.;!?])/iu.exec(sentence);
  if (favourite?.[1] !== undefined && favourite[2] !== undefined) {
    const [what, which] = [favourite[1].toLowerCase(), favourite[2].trim()];
    return [{ kind: 'preference', key: what, about: which, sentence: `My ${what} is ${which}.`, ...NOTHING }];
  }
  const found: Found[] = [];
  const said = /\bI(?: really| also| still| just| always| absolutely)? (love|like|enjoy|hate|dislike|can't stand|cannot stand|don't like|do not like) ([^,.;!?]+?)(?=$|[,.;!?]|\s(?:but|because|cause|and|so|when|since|although|though|even|if|while|too|very|these|right)\b)/gi;
  for (const [, verb = '', thing = ''] of sentence.replaceAll('’', "'").matchAll(said)) {
    const words = thing.trim();
    const dislikes = /hate|dislike|stand|not|n't/.test(verb);
    // A name after a dislike is somebody, unless it is a day or a month.
    const somebody = dislikes && /^\p{Lu}/u.test(words) && !/days?$|ember|Jan|Feb|March|April|June|July|Aug|Oct/.test(words);
    if (words.split(' ').length > 5 || words.length < 3 || NO_TASTE.test(words) || somebody) continue;
    const doing = verb.toLowerCase();
    found.push({ kind: 'preference', key: `taste ${words.toLowerCase().replace(/^(?:the|a|an) /, '')}`, about: words, sentence: `I ${VERBS[doing] ?? doing} ${words}.`, ...NOTHING });
  }
  return found;
}

function people(sentence: string): Found[] {
  const called = new RegExp(`\\b[Mm]y (${PETS}|${KIN})(?:'s name is|’s name is| is called| is named| called| named|,)? (\\p{Lu}\\p{Ll}[\\p{L}-]*)`, 'u').exec(sentence);
  if (called?.[1] !== undefined && called[2] !== undefined) {
    return [{ kind: 'person', key: `person ${called[1]}`, about: called[2], sentence: `My ${called[1]} is called ${called[2]}.`, ...NOTHING }];
  }
  const owned = new RegExp(`\\bI(?:'ve got| have(?: got)?|’ve got) an? (?:new |little |old )?(${PETS})\\b(?:(?: called| named) (\\p{Lu}\\p{Ll}[\\p{L}-]*))?`, 'u').exec(sentence);
  if (owned?.[1] === undefined) return [];
  const about = owned[2] ?? owned[1];
  return [{ kind: 'person', key: `person ${owned[1]}`, about, sentence: owned[2] === undefined ? `I have a ${about}.` : `My ${owned[1]} is called ${about}.`, ...NOTHING }];
}

function topics(sentence: string): Found[] {
  if (!/\b(?:i|i'm|i’m|my|we|our|me)\b/i.test(sentence)) return [];
  const gone = new RegExp(`\\b(?:my (${KIN}|${PETS}) (?:has |just )*(?:died|passed away)|I (?:have |just )*lost my (${KIN}|${PETS}))\\b`, 'i').exec(sentence);
  const who = gone?.[1] ?? gone?.[2];
  if (who !== undefined) return [{ kind: 'topic', key: `topic losing ${who.toLowerCase()}`, about: who.toLowerCase(), sentence: `I talked about losing my ${who.toLowerCase()}.`, matter: 'loss', open: false }];
  const match = new RegExp(`\\b(?:my|the|an?|our|this|another) ((?:[\\p{L}'’-]+ ){0,2}?)(${EVENTS}|${TROUBLES})\\b((?: with (?:my|the) \\p{L}+)?)`, 'iu').exec(sentence);
  const [, before = '', noun, company = ''] = match ?? [];
  if (noun === undefined || APART.test(before)) return [];
  const name = before.trim().split(' ').filter((word) => word !== '' && !LOOSE.has(word.toLowerCase()));
  const about = [...name, noun.toLowerCase()].join(' ') + company;
  const matter = new RegExp(`^(?:${TROUBLES})$`, 'i').test(noun) ? 'trouble' : 'event';
  return [{ kind: 'topic', key: `topic ${noun.toLowerCase().replace(/s$/, '')}`, about, sentence: `I talked about my ${about}.`, matter, open: !OVER.test(sentence) }];
}

/** What the player asks for to be remembered; null where nothing is asked. */
export function askedInEnglish(text: string): string | null {
  const asked = /(?<!\bI (?:still |do |can |will |always )?)\b(?:remember|don't forget|don’t forget|keep in mind),?(?: that|:) (.{3,150}?)[.!?]*$/i.exec(text)?.[1];
  return asked === undefined ? null : `${capital(asked.trim().replace(/^i\b/, 'I'))}.`;
}
