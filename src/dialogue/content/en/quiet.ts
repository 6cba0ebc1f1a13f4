import type { ContentFile } from '../content.ts';

/** Somebody does not want to talk, or not about this. Taken at their word, at once, and without a question. */
export const QUIET: ContentFile = {
  language: 'en',
  rules: [
    { acts: 'any', weight: 4, hears: ['don\'t ask (?:me )?(?:how|what|why)?', 'stop asking'], not: 'answer that', says: ['All right. I won\'t.', 'Then I won\'t ask.', 'No questions from me.'] },
    { acts: 'any', weight: 3, hears: ['(?:I said|told you)[^.]{0,12}(?:don\'t|no)'], says: ['You did. I\'ll leave it.', 'You said so, and that\'s that.', 'Yes. It stays closed.'] },
    { acts: 'any', weight: 2, hears: ['don\'t (?:even |really )?want to (?:talk|say)', 'don\'t feel like talking', 'not (?:going to|gonna) talk', 'rather not', 'none of your business', 'leave me (?:alone|be)', 'want to be left alone'], says: ['That\'s all right. You don\'t have to.', 'Then we leave it there.', 'Fine with me. It\'s yours to keep.'] },
    { acts: 'any', weight: 4, hears: ['(?:just )?be quiet', 'don\'t (?:talk|speak)', 'sh+h?', 'no talking'], says: ['I\'ll stay.', 'Quiet it is.', 'I\'m here, and quiet.'] },
    { acts: 'any', weight: 3, hears: '^(?:no|nah|nope|nothing|whatever)[.!]?$', has: ['quiet'], says: ['That\'s fine.', 'Fine by me.', 'Okay.', 'As you like it.'] },
    { acts: 'any', weight: 3, hears: ['that\'s all I\'m saying', 'and that\'s (?:all|it)', 'no more about'], says: ['All right. That much, and not a word more.', 'Then that\'s all I need to hear.', 'Said and put down. Fine.'] },
    { acts: 'any', weight: 2, has: ['quiet'], hears: ['this (?:bit|part|level|place|room|scene|view|one) (?:with|where|of) (?<thing>(?:the|a|all the) [a-z ]+?) (?:is|looks)'], says: ['It is. {Thing} suits the quiet.', 'Yes. {Thing} is good to look at.'] },
    { acts: 'any', weight: 2, has: ['quiet'], hears: ['you can see (?:it|the [a-z]+) from (?<where>my [a-z ]+)'], says: ['From {where}. That must be a good light to fall asleep by.', 'Right there from {where}. Some people travel for that.'] },
    { acts: 'any', weight: 1, has: ['quiet'], hears: ['^(?:ok|okay|fine|mm+|hm+|yeah|yes|good)[.!]?$'], says: ['Good.', 'Mm, yes.', 'Right.'] },
    { acts: 'any', weight: -1, has: ['quiet'], says: ['All right then.', 'Heard.', 'Okay, {player}.', 'As you like.', 'That\'s fine with me.', 'I\'m around.'] },
    { acts: ['give-space'], hears: '(?:don\'t|won\'t|rather|not) ', says: ['That\'s fine. It can stay where it is.', 'No need to. We can talk about anything else, or nothing.', 'All right, that one stays with you.'] },
  ],
};
