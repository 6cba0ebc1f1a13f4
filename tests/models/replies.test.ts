import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LANGUAGES } from 'attune';
import { describe, expect, it } from 'vitest';
import { SHRINK } from '../../models/replies/choices.ts';
import { isTested, readRatedReplies } from '../../models/replies/rated-replies.ts';
import { dataFolder } from '../../scripts/data-folder.ts';
import { parseNet } from '../../src/browser/nets/net-file.ts';
import { readReply } from '../../src/browser/replies/reply-features.ts';
import { createReplyRanker } from '../../src/browser/replies/reply-ranker.ts';
import { fitRidge } from '../../src/learn/linear/ridge.ts';
import { spearman } from '../../src/learn/metrics/rank-correlation.ts';

const net = parseNet(readFileSync(fileURLToPath(new URL('../../models/replies/net.json', import.meta.url)), 'utf8'), 'replies');
const ranker = createReplyRanker(net);
const there = existsSync(dataFolder('empathetic-personas'));

describe.skipIf(!there)('the shipped ranker (skipped where EmpatheticPersonas is missing)', () => {
  const replies = there ? readRatedReplies() : [];
  const tested = replies.filter(isTested);

  it('is tested on nobody whose replies it learnt', () => {
    const taught = new Set(replies.filter((reply) => !isTested(reply)).map(({ group }) => group));
    expect(tested.length).toBeGreaterThan(300);
    for (const { group } of tested) expect(taught.has(group)).toBe(false);
    const words = new Set(replies.filter((reply) => !isTested(reply)).map(({ text }) => text.en.toLowerCase()));
    for (const { text } of tested) expect(words.has(text.en.toLowerCase())).toBe(false);
  });

  it.each(LANGUAGES)('is what was learnt from the other writers (%s)', (language) => {
    const taught = replies.filter((reply) => !isTested(reply));
    const fit = fitRidge(taught.map(({ text }) => readReply(text[language], language)), taught.map(({ mean }) => mean), SHRINK);
    fit.weights.forEach((weight, i) => expect(net.tensors[`${language}/weights`]!.values[i]).toBeCloseTo(weight, 2));
  });

  it.each(LANGUAGES)('is nearer to people than length is (%s)', (language) => {
    const truth = tested.map(({ mean }) => mean);
    const told = tested.map(({ text }) => ranker.rank({ language }, [text[language]])[0]!.rating!);
    expect(spearman(told, truth)).toBeGreaterThan(spearman(tested.map(({ text }) => text[language].length), truth) + 0.03);
  });
});
