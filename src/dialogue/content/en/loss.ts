import type { ContentFile } from '../content.ts';

/** Somebody or some animal has died. Room is left; nothing is hurried, replaced or explained away. */
export const LOSS: ContentFile = {
  language: 'en',
  topic: 'loss',
  words: ['<lost>', 'funeral', 'buried', 'the vet', 'grave', 'ashes', 'grief', 'grieving', 'miss (?:him|her|them|it) so', 'gone now'],
  rules: [
    { hears: '(?:my|our) <pet>[^.]{0,30}? (?:<lost>)', has: ['age', 'petName'], weight: 1, says: ['I\'m sorry. {Age} years is a long time to have {petName} around.', 'I\'m sorry about {petName}. {Age} years, that is a whole stretch of life together.'] },
    { hears: ['(?:my|our) <pet>[^.]{0,30}? (?:<lost>)', 'had to (?:say goodbye to|put down) (?:my|our) <pet>', 'lost (?:my|our) <pet>'], says: ['I\'m sorry about {petName}.', 'I\'m sorry. A house sounds different without its {petKind}.', 'That\'s a real loss. Tell me about {petName}, if you like.', 'I\'m sorry. Would you like to tell me what your {petKind} was like?'] },
    { hears: '(?:my|our) <who:kin> (?:<lost>)', says: ['I\'m so sorry about your {who}.', 'I\'m sorry. There are no good words for losing your {who}, so I\'ll just listen.', 'Your {who}. I\'m sorry. You can say as much or as little as you want.'] },
    { hears: ['I still (?:look|listen|reach|wait|set|turn|call|lay|expect|hear|check)', 'keep (?:looking|listening|waiting|expecting|turning|hearing)', 'every time I (?:come|walk|open|pass)'], has: ['loss'], weight: 1, says: ['Of course you still look. {PetName} taught you to, day after day.', 'A habit like that doesn\'t know yet that {petName} is gone.', 'What goes through you when you look and nobody is there?', 'It makes sense that you still do. It was part of every day.'] },
    { hears: ['I still (?:look|listen|reach|wait|set|turn|call|lay|expect|hear|check)', 'keep (?:looking|listening|waiting|expecting|turning|hearing)'], has: ['lostOne'], weight: 1, says: ['Of course you still do. So many years don\'t stop on one day.', 'It makes sense. Part of you still expects your {lostOne}.'] },
    { hears: '(?:he|she|it)(?:\'d| would| used to| always| was always)', says: ['{Echo}. You can tell how well you knew each other.', 'You knew all those little habits by heart.', 'That sounds like a creature of habit, and a dear one.'], has: ['loss'] },
    { hears: ['only (?:a|an) (?<what>\\p{L}+)', 'just (?:a|an) (?<what>\\p{L}+)', 'get (?:a )?(?:new one|another|over it)', 'move on'], weight: 1, says: ['“Only a {what}” is a small phrase for {petName}. It may have been meant kindly and still sting.', 'Words like “only a {what}” are often meant to help, and they can still land hard.', '“Only a {what}.” What did you feel when you heard that?'] },
    { hears: ['don\'t want (?:a new one|another|a different)', 'want (?:that|this) one', 'want (?:him|her) back', 'no other'], weight: 1, says: ['That one, yes. Nobody else is {petName}.', 'It was never any {petKind} you wanted. It was {petName}.', 'Missing is for that one, not for the next one.', 'What was there about {petName} that no other has?'] },
    { hears: ['(?:once|one day|one time) (?:ate|stole|chewed|dug|ran|jumped|rolled|bit|pulled|knocked|broke|hid)', 'the (?:silly|funny|daft) thing', 'made (?:me|us) laugh'], weight: 1, says: ['{Echo}. {PetName} clearly had opinions.', 'That is a story to keep. {PetName} sounds like quite a character.', '{Echo}. Were you very cross with {petName}?', 'What a rascal. It\'s good that the funny stories are still there too.'] },
    { hears: ['photo|picture|frame|candle|stone|plant (?:a|some)|collar|lead'], not: 'find', weight: 1.5, says: ['That sounds like a fitting place for {petName}.', 'It sounds right. Somewhere to look that isn\'t empty.', 'A small place of his own. That\'s a loving idea.', 'What do you want to see when you look at it?'], has: ['loss'] },
    { hears: ['wasn\'t there', 'too late', 'should have', 'if only', 'could have (?:done|gone|stayed|come)', 'never got to'], weight: 1, says: ['It sounds as if that moment keeps coming back. You\'d have wanted to be there.', 'That\'s a heavy thing to carry along with the missing.', 'What would you have said, if you had been there?', 'You\'d give a lot to have that hour again, it sounds like.'] },
    { hears: ['(?:my|our) (?:mum|mom|dad|brother|sister|husband|wife|kids)[^.]{0,20}(?:doesn\'t|don\'t|won\'t|hasn\'t|can\'t|cries|cried)'], says: ['Everybody misses in their own way, it seems.', 'It sounds as if the whole family walks around that gap.'] },
    { has: ['loss'], says: ['I\'m listening. Tell me whatever comes up.', 'Take your time. {PetName} is worth it.', 'That sounds like something you\'ll keep.', 'It sounds as if {petName} left a big gap.', 'There\'s no right way to miss somebody.', 'Thank you for showing me a bit of {petName}.', 'Some days are going to be about just this.', 'What do you find yourself thinking of most?', 'When do you notice it most?', 'It\'s all right to stay with this for a while.'] },
  ],
  examples: [
    { heard: 'The house is so quiet without her', says: 'It sounds as if even the quiet reminds you of her.' },
    { heard: 'I can\'t bring myself to put his bowl away', says: 'Then let the bowl stay where it is. There is no date by which it must be gone.' },
    { heard: 'It happened so suddenly, nobody was ready', says: 'So there was no time to say anything first. That makes it harder to believe.' },
    { heard: 'I cried in the supermarket by the pet food', says: 'Of all places. Grief doesn\'t ask whether the place is suitable.' },
    { heard: 'The funeral is next week and I have to speak', says: 'That\'s a lot to ask of anybody. What would you most want people to know?' },
    { heard: 'She was ill for a long time', says: 'Then you had a long goodbye, and that wears people out too.' },
    { heard: 'Everyone has gone back to normal but me', says: 'It sounds lonely, when the others have moved on and you\'re still in it.' },
    { heard: 'I keep finding his hair on my jumper', says: 'Small traces everywhere. They hurt and they comfort, both.' },
    { heard: 'I dreamt about her last night', says: 'Was it a dream you were glad of?' },
    { heard: 'People say he had a good long life', says: 'He may have, and you would still have taken more of it.' },
  ],
};
