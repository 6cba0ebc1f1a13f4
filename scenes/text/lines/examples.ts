import type { Language } from 'attune';

/** Lines to begin with, each for something that is easily misread. */
export const EXAMPLES: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'I finally got the job, I could dance all the way home!',
    'The garden looks lovely, but I miss my grandmother every single day.',
    'I am not happy with how you treated my sister.',
    'Whatever. It is soooo typical that nobody called back 😒',
    'Could you show me how to reset my password?',
    'The train leaves from platform four at half past nine.',
  ],
  zh: [
    '终于拿到录取通知书了，开心得一晚上没睡着！',
    '新家很漂亮，可是我好想以前的邻居。',
    '我一点也不满意你们这样对待老人。',
    '外面打雷，一个人在家有点害怕😨',
    '请问怎么修改收货地址？',
    '会议改到下午三点，在二楼。',
  ],
};
