import type { ContentFile } from '../content.ts';

/** 不想说，就不说。马上停，不问，不委屈。 */
export const QUIET: ContentFile = {
  language: 'zh',
  rules: [
    { acts: 'any', weight: 4, hears: ['别问(?:我)?'], says: ['好，不问。', '行，我不问了。'] },
    { acts: 'any', weight: 4, hears: ['都说了(?:不想|别)|说过了|跟我妈一样|怎么(?:又|还)'], has: ['quiet'], says: ['是我多嘴，不说了。', '你说过了，我停。'] },
    { acts: 'any', weight: 2, hears: ['不想(?:说|聊|讲|提)|懒得(?:说|讲)|没(?:有)?心情'], says: ['那就不说。', '好，先放着。', '行，不说。'] },
    { acts: 'any', weight: 4, hears: ['不用(?:你)?找话|(?:别|不要)说话|安静(?:点|会儿)|(?:就)?打会儿游戏'], has: ['quiet'], says: ['好，你玩，我在边上。', '行，我不出声。'] },
    { acts: 'any', weight: 3, hears: '^(?:嗯|哦|行|好|没|没有|随便|不)[。！.…]*$', has: ['quiet'], says: ['嗯。', '好。', '行。'] },
    { acts: 'any', weight: 2.5, has: ['quiet'], hears: ['(?:这|那)(?:关|里|儿)的?(?<thing>[\\p{Script=Han}]{1,3}?)(?:做得|画得)?(?:真|挺)?(?:好看|漂亮|美)'], says: ['是好看，这{thing}。', '嗯，这{thing}看着安静。'] },
    { acts: 'any', weight: 5, has: ['quiet'], hears: ['老家在', '推开门|雪大|下雪'], says: ['{hometown}的雪，听着就厚实。', '那样的雪，踩上去得咯吱咯吱响。'] },
    { acts: 'any', weight: 6, hears: ['不是骂你|不是说你|别往心里去|没(?:有)?怪你'], says: ['知道，没往心里去。{hometown}的雪，下回接着说。', '知道，没往心里去。下回想来就来。', '没事，我也没当是骂。回见。'] },
    { acts: 'any', weight: 1, has: ['quiet'], hears: '今天(?:很|真|太)?(?:糟|烦|倒霉|难)|就这样', says: ['嗯，就到这儿。', '好，不往下问。'] },
    { acts: 'any', weight: -1, has: ['quiet'], says: ['嗯，听着呢。', '好的。', '行，随你。', '我在边上。', '都行。', '知道了。'] },
    { acts: ['give-space'], hears: '不|别|没', weight: -4, says: ['没关系，先放着。', '好，不提它。', '行，想说的时候再说。', '那就不说这个，说点别的，或者不说。'] },
  ],
};
