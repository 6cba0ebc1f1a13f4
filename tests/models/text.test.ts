import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headOf, teachHead } from '../../models/text/teach-head.ts';
import { featurise } from '../../models/text/featurise.ts';
import { makeContrasts } from '../../models/text/contrasts.ts';
import { broken, readPairs } from '../../models/text/minimal-pairs.ts';
import { dataFolder } from '../../scripts/data-folder.ts';
import { readGoEmotions } from '../../scripts/texts/corpora.ts';
import { formatNet, type Net, parseNet } from '../../src/browser/nets/net-file.ts';
import { createTextAnalyser } from '../../src/browser/text/create-text-analyser.ts';
import { createNgramHead } from '../../src/browser/text/ngram-head.ts';
import { EMOTIONS, likeliest, UNIFORM, UNKNOWN, UNKNOWN_VARIANCE } from '../../src/index.ts';
import { scoreRow } from '../../src/learn/linear/train-linear.ts';
import { createRandom } from '../../src/learn/random.ts';

const text = readFileSync(fileURLToPath(new URL('../../models/text/net.json', import.meta.url)), 'utf8');
const { analyse } = createTextAnalyser({ light: parseNet(text, 'text') });

/** What is shown of some text by ranges of it. */
const stretches = (whole: string, ranges: readonly { start: number; end: number }[]): string[] => ranges.map(({ start, end }) => whole.slice(start, end));

describe('the light reading of words', () => {
  it('needs at most 2 MB for both languages', () => {
    expect(text.length).toBeLessThanOrEqual(2_000_000);
  });

  it.each(['', '   ', '...', 'qzx vrrgh plomb', '12 34', '\u0000\ud83d', '鱤齉'])('knows nothing of "%s"', (unknown) => {
    const { emotions, valence, arousal, dominance, labels, evidence } = analyse(unknown);
    expect(emotions).toEqual(UNIFORM);
    expect([valence, arousal, dominance]).toEqual([UNKNOWN, UNKNOWN, UNKNOWN]);
    expect([labels, evidence]).toEqual([null, []]);
  });

  it.each(['The shop is on the second floor.', 'The meeting is at five.', '图书馆在二楼。'])('takes "%s" for neutral', (plain) => {
    expect(likeliest(analyse(plain).emotions)).toBe('neutral');
  });

  it.each([
    ['I love this so much, thank you!', 'happiness'], ['My grandfather died and I can\'t stop crying.', 'sadness'], ['How dare you, this is outrageous!', 'anger'], ['I am terrified of tomorrow.', 'fear'],
    ['That is disgusting, it makes me sick.', 'disgust'], ['Wow, I did not expect that!', 'surprise'], ['今天真开心！', 'happiness'], ['我很担心明天的手术。', 'fear'], ['气死我了！', 'anger'], ['我很难过，一直哭。', 'sadness'],
  ])('hears in "%s" %s', (said, emotion) => {
    expect(likeliest(analyse(said).emotions)).toBe(emotion);
  });

  it('hears more in what is meant more strongly', () => {
    const [less, plain, more] = ['I am a bit annoyed.', 'I am annoyed.', 'I am extremely annoyed.'].map((said) => analyse(said));
    expect(less!.emotions.anger).toBeLessThan(plain!.emotions.anger);
    expect(plain!.emotions.anger).toBeLessThan(more!.emotions.anger);
    expect(less!.arousal.mean).toBeLessThan(more!.arousal.mean);
  });

  it('turns what is denied, and asks whose feelings are asked after', () => {
    expect(analyse('I am happy.').valence.mean).toBeGreaterThan(0.3);
    expect(analyse('I am not happy.').valence.mean).toBeLessThan(0);
    expect(likeliest(analyse('Are you angry?').emotions)).not.toBe('anger');
  });

  it('keeps both of two mixed feelings, clause by clause', () => {
    const whole = 'I am so happy for you, but I am scared of the dark.';
    const { emotions, clauses } = analyse(whole);
    expect([...EMOTIONS].sort((a, b) => emotions[b] - emotions[a]).slice(0, 2).sort()).toEqual(['fear', 'happiness']);
    expect(stretches(whole, clauses)).toEqual(['I am so happy for you,', 'but I am scared of the dark.']);
  });

  it('shows which words moved it', () => {
    const whole = 'Well, the ﬁlm was wonderful 😍';
    const { evidence } = analyse(whole);
    expect(stretches(whole, evidence.slice(0, 2)).sort()).toEqual(['wonderful', '😍']);
    expect(evidence[0]!.weight).toBeGreaterThan(0);
  });

  it('believes an emoji rather than the words', () => {
    expect(analyse('Great job 🙄').valence.mean).toBeLessThan(0);
  });

  it.each([['a paste of 100 kB', 'so happy '.repeat(12_000)], ['brackets', '<'.repeat(100_000)], ['markup', '<img src=x onerror=alert(1)>'.repeat(4000)], ['marks on marks', `z${'\u0301'.repeat(100_000)}`], ['one word', 'a-'.repeat(50_000)], ['emoji', '😂'.repeat(50_000)], ['Chinese', '不'.repeat(100_000)], ['clauses', 'but '.repeat(25_000)], ['right to left', '\u202E\u200F'.repeat(50_000)]])('reads %s in bounded time, and says how much of it', (_, hostile) => {
    const began = performance.now();
    const { read } = analyse(hostile);
    expect(read).toBeLessThanOrEqual(4000);
    expect(performance.now() - began).toBeLessThan(1500);
  });

  it('gives probabilities, finite beliefs and ranges within the text, whatever comes', () => {
    const piece = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom('not ', 'very ', 'happy', ' but ', '😂', '不', '开心', '!!!', '\ud800', '\u202e', '<b>', "n't", 'SAD', '\u200d', '?', '，'));
    fc.assert(fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const whole = pieces.join('');
      const { emotions, valence, arousal, dominance, evidence, clauses, known, labels } = analyse(whole);
      expect(EMOTIONS.reduce((sum, emotion) => sum + emotions[emotion], 0)).toBeCloseTo(1, 6);
      for (const each of [valence, arousal, dominance]) {
        expect(Math.abs(each.mean)).toBeLessThanOrEqual(1);
        expect(each.variance).toBeGreaterThan(0);
        expect(each.variance).toBeLessThanOrEqual(UNKNOWN_VARIANCE);
      }
      for (const { start, end } of [...evidence, ...clauses]) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(whole.length);
      }
      expect(known).toBeGreaterThanOrEqual(0);
      for (const probability of Object.values(labels ?? {})) expect(Number.isFinite(probability)).toBe(true);
    }), { numRuns: 300 });
  });

  it('holds what the dev half of the minimal pairs asks, nine of ten', () => {
    const pairs = readPairs('dev');
    const right = pairs.filter((pair) => broken(pair, analyse(pair.a, pair.language), analyse(pair.b, pair.language)).length === 0);
    expect(right.length / pairs.length).toBeGreaterThanOrEqual(0.9);
  });

  it.each(['en', 'zh'] as const)('reads negation, measures, emoji and clauses as rules ask in pairs that were made up (%s)', (language) => {
    const pairs = makeContrasts(900, 11).filter((pair) => pair.language === language);
    const right = pairs.filter((pair) => broken(pair, analyse(pair.a, language), analyse(pair.b, language)).length === 0);
    expect(right.length / pairs.length).toBeGreaterThanOrEqual(language === 'en' ? 0.97 : 0.93);
  });

  const corpus = dataFolder('goemotions');
  it.skipIf(!existsSync(corpus))(`answers nearly every comment of GoEmotions (skipped where ${corpus} is missing; see ATTUNE_DATA)`, () => {
    const comments = readGoEmotions('dev').slice(0, 300);
    expect(comments.filter((comment) => analyse(comment.text, 'en').known > 0).length).toBeGreaterThan(290);
  });
});

describe('the full reading of words', () => {
  const load = (model: string): Net => parseNet(readFileSync(fileURLToPath(new URL(`../../models/${model}/net.json`, import.meta.url)), 'utf8'), model);
  const asked: string[][] = [];
  const encode = async (texts: readonly string[]): Promise<Float32Array> => {
    asked.push([...texts]);
    return new Float32Array(texts.length * 512);
  };
  const light = load('text');
  const full = { net: load('text-full'), encode };
  const whole = createTextAnalyser({ light, full, dimensions: load('text-dimensions') });

  it('encodes all English texts at once, well-formed and cut, and no Chinese ones', async () => {
    asked.length = 0;
    const read = await whole.analyseFully(['I am happy', '我很开心', 'lone \ud83d', 'x '.repeat(9000), '']);
    expect(read.map(({ size, language }) => `${size} ${language}`)).toEqual(['full en', 'light zh', 'full en', 'full en', 'light en']);
    expect(asked).toEqual([['I am happy', 'lone  ', 'x '.repeat(2000)]]);
  });

  it('follows what the embedding adds', async () => {
    const told = await Promise.all([0, 1].map(async (seed) => {
      const random = createRandom(seed);
      const { analyseFully } = createTextAnalyser({ light, full: { net: full.net, encode: async () => Float32Array.from({ length: 512 }, () => random.normal() / 22) } });
      return (await analyseFully(['It was a day']))[0]!;
    }));
    expect(told[0]!.emotions).not.toEqual(told[1]!.emotions);
  });

  it('takes the dimensions from their own file only where it is given', async () => {
    const [own] = await whole.analyseFully(['A dull day at the office']);
    const [derived] = await createTextAnalyser({ light, full }).analyseFully(['A dull day at the office']);
    expect(own!.emotions).toEqual(derived!.emotions);
    expect(own!.valence).not.toEqual(derived!.valence);
  });

  it('knows nothing of unknown words either', async () => {
    const [unknown] = await whole.analyseFully(['qzx vrrgh plomb']);
    expect([unknown!.emotions, unknown!.valence]).toEqual([UNIFORM, UNKNOWN]);
  });
});

describe('trainer and runtime', () => {
  it('agree on the scores of a head, but for its rounding to bytes', () => {
    const lines = ['a good day', 'a bad day', 'a good dog', 'a bad dog', 'good news', 'bad news'];
    const head = teachHead({
      texts: lines.map((line) => featurise(line, 'en')), columns: 2, blocks: [{ from: 0, to: 2, link: 'softmax' }], most: 100, epochs: 20, title: 'test', worth: new Float32Array(lines.length).fill(1),
      targets: Float32Array.from(lines.flatMap((line) => (line.includes('good') ? [1, 0] : [0, 1]))),
    });
    const net = parseNet(formatNet({ model: 'text', ...headOf('en', head) }), 'text');
    const runtime = createNgramHead(net, 'en', 2);
    for (const line of lines) {
      const { ngrams } = featurise(line, 'en');
      const found = runtime.find(ngrams);
      const taught = scoreRow(found, head, new Float32Array(2));
      runtime.score(found).forEach((score, c) => expect(score).toBeCloseTo(taught[c]!, 1));
    }
    expect(runtime.score(runtime.find(featurise('good', 'en').ngrams))[0]).toBeGreaterThan(runtime.score(runtime.find(featurise('bad', 'en').ngrams))[0]!);
  });
});
