export { loadReplyRanker, type ReplyRankerOptions } from './load-reply-ranker.ts';
export type { RankedReply, ReplyRanker } from './reply-ranker.ts';
