import type { Language } from '../../../core/index.ts';

/** Words that hardly ever end what somebody says: conjunctions, articles, possessives, subjects, some prepositions, and what fills a pause. */
const OPEN_EN = new Set((
  'and but or because if when while although though unless until which whose than the a an my your our their its ' +
  'of from into between during i he she we they i\'m he\'s she\'s we\'re they\'re i\'ve i\'ll i\'d very just um uh er erm'
).split(' '));

/** Beginnings of what one thinks, feels or wants, which lack their object. */
const OPEN_PHRASE_EN = /(?:^|\b(?:and|but|because|so|well|no|yes) )(?:i|we|you|he|she|they) (?:just |really |only |always )?(?:think|thought|feel|felt|mean|guess|want|wanted|need|needed|wish|hope)$|\b(?:going|want|wanted|have|had|need|trying|used) to$/;

const OPEN_ZH = /(?:和|跟|与|还有|而且|并且|但是|可是|不过|因为|由于|所以|因此|如果|要是|假如|虽然|尽管|然后|接着|或者|还是|以及|比如|例如|就是|就像|好像|关于|对于|把|被|给|在|从|向|比|很|非常|特别|我觉得|我感觉|我认为|我想|我希望|我的意思是|那个|这个|嗯|呃|额)$/u;

/**
 * Whether words that were heard up to a pause want more to follow.
 *
 * @returns null where that can't be told
 */
export function isOpenClause(text: string, language: Language): boolean | null {
  const said = text.trim();
  if (said === '') return null;
  if (/(?:[,，、;；:：…–-]|\.\.\.)$/u.test(said)) return true;
  const ends = /[.!?。！？]["'”’]?$/u.test(said);
  const bare = said.replace(/[\s.!?。！？"'”’]+$/u, '');
  if (language === 'zh') {
    if (OPEN_ZH.test(bare)) return true;
    return ends || /[了吗呢吧啊呀嘛的]$/u.test(bare) ? false : null;
  }
  const words = bare.toLowerCase().replaceAll('’', '\'').split(/[^a-z']+/).filter((word) => word !== '');
  if (OPEN_PHRASE_EN.test(words.join(' ')) || OPEN_EN.has(words.at(-1) ?? '')) return true;
  return ends ? false : null;
}
