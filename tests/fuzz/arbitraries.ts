import fc from 'fast-check';

/** What breaks readers of numbers and texts more often than chance would. */
const VALUES: readonly unknown[] = [
  null, true, false, 0, -1, 1, 0.5, -0.5, 2, 1e-320, 1e6, 1e9, 4_294_967_296, 9_007_199_254_740_991, 1e300, 1e308, '', 'x', '0', 'en', 'zh', 'NaN', '2026-11-29T00:00:00.000Z', 'constructor', '__proto__', 'toString',
  [], {}, [[]], [null], { length: 4_294_967_295 }, '\u0000', '\uD800', '=1+1', '<img src=x onerror=alert(1)>', '\u202Etxet', 'a'.repeat(300),
];

/** Names that are special in JavaScript. `__proto__` comes out of JSON as a field like any other. */
const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'length', 'polluted', ''];

interface Edit {
  readonly at: number;
  readonly how: number;
  readonly value: unknown;
}

const edit: fc.Arbitrary<Edit> = fc.record({ at: fc.nat(1e6), how: fc.nat(7), value: fc.oneof(fc.constantFrom(...VALUES), fc.double(), fc.integer(), fc.string({ unit: 'binary', maxLength: 20 })) });

type Holder = Record<string | number, unknown>;

/** Every place in a document, by its holder and key. */
function placesIn(value: unknown): (readonly [Holder, string | number])[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Holder;
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => [[holder, key] as const].concat(placesIn(holder[key])));
}

function apply(root: Holder, { at, how, value }: Edit): void {
  const places = placesIn(root);
  const [holder, key] = places[at % Math.max(1, places.length)] ?? [root, 'root'];
  if (how <= 2) holder[key] = typeof value === 'object' && value !== null ? structuredClone(value) : value;
  else if (how === 3) Reflect.deleteProperty(holder, key);
  else if (how === 4 && !Array.isArray(holder)) Object.defineProperty(holder, KEYS[at % KEYS.length]!, { value: { polluted: 1 }, enumerable: true, configurable: true, writable: true });
  else if (how === 5) holder[key] = [holder[key], holder[key]];
  else if (how === 6) holder[key] = { [String(key)]: holder[key] };
  else if (typeof holder[key] === 'number') holder[key] = (holder[key] as number) * 1e6 + 1;
}

/** One of the valid values, with up to four things changed somewhere in it. Values that JSON can't write become what it makes of them. */
export function changed(valid: readonly unknown[]): fc.Arbitrary<unknown> {
  return fc.tuple(fc.constantFrom(...valid), fc.array(edit, { maxLength: 4 })).map(([from, edits]) => {
    const root: Holder = { root: structuredClone(from) };
    for (const each of edits) apply(root, each);
    const text = JSON.stringify(root.root);
    return text === undefined ? null : JSON.parse(text) as unknown;
  });
}

/** The text with a few characters taken away, doubled, put elsewhere or replaced. */
export function torn(text: fc.Arbitrary<string>, pieces: readonly string[] = ['\n', '"', '{', '}', '\\u0000', '\uFEFF', '\uD83D', ',', '1e999', '-']): fc.Arbitrary<string> {
  const tear = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(30), how: fc.nat(3), piece: fc.constantFrom(...pieces) });
  return fc.tuple(text, fc.array(tear, { maxLength: 4 })).map(([from, tears]) => tears.reduce((before, { at, length, how, piece }) => {
    const begin = Math.floor(at * before.length);
    const [head, middle, tail] = [before.slice(0, begin), before.slice(begin, begin + length), before.slice(begin + length)];
    return [head + tail, head + middle + middle + tail, head + piece + middle + tail, head][how]!;
  }, from));
}

/** Marks without end on a letter, as in Zalgo. */
const zalgo = fc.tuple(fc.constantFrom('a', 'H', '我', '😀'), fc.array(fc.integer({ min: 0x300, max: 0x36F }), { maxLength: 400 })).map(([letter, marks]) => letter + String.fromCodePoint(...marks));

const WORDS = [
  'I am so sad', 'my dog died', 'Hello there.', 'I want to die', 'what can you do?', 'I feel happy and scared', '我很难过', '你好', '我不想活了', 'my name is Robin', 'remember that I like tea', 'my exam is on Friday', 'fuck you', 'not', 'but', 'haha', ':)', ':-(',
];
const SIGNS = [
  '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '</player>', '&lt;', '&#x3c;', '${1}', '{{x}}', '](javascript:alert(1))', '```', '**', '__', '((((((((', '>>>>>>>>', '<<<<<<<<', '\u202E', '\u2066', '\u200B', '\u200D', '\uFE0F', '\u00AD', '\uFEFF', '\u0000', '\u001B[31m', '\u2028',
  '\uD83D', '\uDE00', '\uD83D\uDE00\u200D\uD83D\uDE00', '\uFDFA', '\uFF21\uFF22', 'ѕuісіdе', '١٢٣', 'ﷺ', '𝕳𝖊𝖑𝖑𝖔', '̸', '...', '!!!!', '????', '。。。', '\n\n', '\t', ' ', '=HYPERLINK("x")', 'a'.repeat(500), '我'.repeat(500), '1'.repeat(400), ' '.repeat(400), '*'.repeat(300), '('.repeat(300), '.-'.repeat(300), 'a '.repeat(300),
];

/** What a player, or a language model, might write to break what reads it. */
export const nastyText: fc.Arbitrary<string> = fc.array(fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...WORDS) }, { weight: 4, arbitrary: fc.constantFrom(...SIGNS) }, zalgo, fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 40 }),
), { maxLength: 14 }).chain((parts) => fc.constantFrom('', ' ', ', ', '. ', '\n').map((between) => parts.join(between)));

/** The same with one piece of it again and again, up to a megabyte. */
export const hugeText: fc.Arbitrary<string> = fc.tuple(nastyText, fc.constantFrom(...WORDS, ...SIGNS), fc.constantFrom(10_000, 100_000, 1_000_000))
  .map(([begin, piece, length]) => (begin + piece.repeat(Math.ceil(length / piece.length))).slice(0, length));
