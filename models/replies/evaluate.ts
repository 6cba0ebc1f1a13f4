/**
 * `npm run evaluate -- replies [--json]`: how well the ranker's order of replies is people's, on writers that it did not learn
 * from; beside length, chance and the raters among themselves. Then how it ranks what the agent itself says.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseNet } from '../../src/browser/nets/net-file.ts';
import { createReplyRanker } from '../../src/browser/replies/reply-ranker.ts';
import { LANGUAGES } from '../../src/index.ts';
import { evaluationLine } from '../../src/learn/evaluation.ts';
import { writeReport } from '../../src/learn/report/write-report.ts';
import { ROOT } from '../../scripts/run.ts';
import { repliesCard } from './card.ts';
import { measureReplies } from './measure.ts';
import { rankOwnLines } from './own-lines.ts';
import { isTested, readRatedReplies } from './rated-replies.ts';
import { tellReplies } from './tell-replies.ts';

const { values: flags } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const ranker = createReplyRanker(parseNet(readFileSync(join(ROOT, 'models/replies/net.json'), 'utf8'), 'replies'));
const replies = readRatedReplies();
const tested = replies.filter(isTested);
const split = 'one in three of the writers, scored once; learnt and chosen on the others. The truth is the mean of three ratings; intervals by writer';
const [english, chinese] = [measureReplies(ranker, tested, 'en', split), measureReplies(ranker, tested, 'zh', `${split}. Machine-translated; rated in English`)] as const;
await writeReport(join(ROOT, 'models/replies'), english, { title: 'Replies by how empathetic people find them', also: [{ evaluation: chinese }], card: repliesCard([english, chinese], replies.length - tested.length) });
tellReplies([english, chinese], Object.fromEntries(LANGUAGES.map((language) => [language, rankOwnLines(ranker, language)])));
if (flags.json) console.log(evaluationLine(english));
