import { AttuneError, type Language } from '../core/index.ts';

/** What a pattern caught, by name. */
export type Caught = Readonly<Record<string, string>>;

/** A compiled pattern: what it caught, where it caught the most, where that begins, and how many characters it covers; null where it does not fit. */
export type Pattern = (message: string) => { readonly caught: Caught; readonly at: number; readonly length: number } | null;

/** Classes of words, as alternatives of a regular expression. */
export type Classes = Readonly<Record<string, string>>;

const MACRO = /(?<!\(\?)<(?:([a-z][a-zA-Z]*):)?([a-z][a-zA-Z]*)>/g;

/** A name is written with a capital, which matching without regard to case cannot see. */
const NAMED = /^\p{Lu}/u;

/** Words that begin with a capital and name nobody. */
const NO_NAME = /^(I|OK|Okay|Sorry|Fine|Yes|No|Not|Mum|Mom|Dad|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August|September|October|November|December|English|Chinese|Absolutely|Really|Just|So|The|My|It|He|She|They|We)$/;

/** The words at the beginning that are written as names are; null where the first is not. */
function titleOf(words: string): string | null {
  const all = words.split(/\s+/);
  const end = all.findIndex((word) => !NAMED.test(word) || NO_NAME.test(word));
  return all.slice(0, end < 0 ? all.length : end).join(' ') || null;
}

/**
 * Compiles a pattern. It is a regular expression in which `<class>` is one word of a class and `<name:class>` catches it;
 * spaces are any white space, and English patterns begin and end with whole words.
 *
 * @throws {AttuneError} `bad-input` when it is no regular expression or names an unknown class
 */
export function compilePattern(source: string, language: Language, classes: Classes): Pattern {
  const named: string[] = [];
  const titled: string[] = [];
  const expanded = source.replace(MACRO, (_, name: string | undefined, kind: string) => {
    const of = classes[kind];
    if (of === undefined) throw new AttuneError('bad-input', `Expected the class <${kind}> in the pattern ${JSON.stringify(source)} to be one of ${Object.keys(classes).join(', ')}.`);
    if (name !== undefined && kind === 'name') named.push(name);
    if (name !== undefined && kind === 'title') titled.push(name);
    return name === undefined ? `(?:${of})` : `(?<${name}>${of})`;
  });
  const spaced = language === 'en' ? String.raw`(?<![\p{L}\d'])(?:${expanded.replaceAll(' ', String.raw`\s+`)})(?![\p{L}\d])` : expanded;
  let expression: RegExp;
  try {
    expression = new RegExp(spaced, 'giu');
  } catch (thrown) {
    throw new AttuneError('bad-input', `Expected a pattern, but ${JSON.stringify(source)} is none: ${(thrown as Error).message}`);
  }
  return (message) => {
    const found = [...message.matchAll(expression)].flatMap(({ groups = {}, index: at, 0: { length } }) => {
      if (language === 'en' && named.some((name) => groups[name] !== undefined && (!NAMED.test(groups[name]) || NO_NAME.test(groups[name])))) return [];
      const parts = Object.entries(groups).map(([key, value]) => [key, value !== undefined && titled.includes(key) ? titleOf(value) : value?.trim()] as const);
      if (parts.some(([, value]) => value === null)) return [];
      return [{ caught: Object.fromEntries(parts.flatMap(([key, value]) => (value ? [[key, value]] : []))), at, length }];
    });
    return richest(found);
  };
}

/** Compiles one pattern or several; of those that fit, the longest of those that catch the most counts. */
export function compilePatterns(sources: string | readonly string[] | undefined, language: Language, classes: Classes): Pattern | null {
  if (sources === undefined) return null;
  const all = [sources].flat().map((source) => compilePattern(source as string, language, classes));
  return (message) => {
    return richest(all.flatMap((pattern) => pattern(message) ?? []));
  };
}

/** The longest of those that catch the most; of equal ones the first. */
function richest<T extends { readonly caught: Caught; readonly length: number }>(found: readonly T[]): T | null {
  const catches = ({ caught }: T): number => Object.keys(caught).length;
  const most = Math.max(...found.map(catches));
  const rich = found.filter((each) => catches(each) === most);
  const longest = Math.max(...rich.map(({ length }) => length));
  return rich.find(({ length }) => length === longest) ?? null;
}
