import type { ContentFile } from '../content.ts';

/** 没人说话，只是游戏里发生了什么。 */
export const GAME_EVENTS: ContentFile = {
  language: 'zh',
  rules: [
    { unasked: true, acts: ['celebrate'], lacks: ['quiet'], says: ['成了，是你打下来的。', '过了，漂亮。', '这一下稳。', '走通了，全是你自己的。', '嗯，往前了一步。', '这下顺了。', '好，拿下。', '看见了，真不赖。'] },
    { unasked: true, acts: ['celebrate'], has: ['quiet'], weight: 1, says: ['不错。', '嗯，好。', '过了。', '顺。'] },
    { unasked: true, acts: ['encourage'], skills: ['affirmation'], lacks: ['quiet'], says: ['唉，就差一点，我站你这边。', '这一下太刁了。', '没事，喘口气再说。', '这关是真硬。', '看见了，可惜。', '它快撑不住了。', '再来不再来，都听你的。', '这也太欺负人了。'] },
    { unasked: true, acts: ['encourage'], skills: ['suggestion'], lacks: ['quiet', 'noHints'], says: ['要是愿意，先看它一轮，什么都别按。', '可以喝口水再来，也算一招。'] },
    { unasked: true, acts: ['encourage'], has: ['quiet'], weight: 1, says: ['难。', '可惜。', '还早。'] },
    { unasked: true, acts: ['reassure'], says: ['吓一跳。', '这一声真突然。', '先缓缓。'] },
  ],
};
