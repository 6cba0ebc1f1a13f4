import type { ContentFile } from '../content.ts';

/** Something was not delivered, did not work or was unfair. It is heard out; nothing is pretended. */
export const COMPLAINT: ContentFile = {
  language: 'en',
  topic: 'complaint',
  words: ['parcels?|package|delivery|delivered|courier', 'refund|invoice|receipt|order', 'customer service|hotline|call centre', 'complain(?:t|ing)?', 'cut off|on hold', 'broken|faulty|doesn\'t work', 'bus|train(?:s)? (?:is|was|were) (?:late|cancelled)', 'website says'],
  rules: [
    { hears: ['your lot', 'you (?:people|lot|guys)', 'where(?:\'s| is) my (?<thing>parcel|order|package|delivery|refund)', 'bring my (?<thing>parcel|order|package)'], weight: 4, acts: 'any', says: ['I\'m not the delivery firm, and I can\'t trace it for you. But you can tell me. What was in it?', 'That isn\'t me, I\'m only somebody to talk to. It\'s still days late, and that\'s annoying.'] },
    { hears: ['nothing to do with', 'got to tell somebody', 'somebody has to (?:hear|listen)', 'not (?:the|from) (?:company|shop|delivery)', 'needed to (?:vent|moan|rant)'], weight: 3, acts: 'any', says: ['Nothing at all to do with them, I\'m afraid. But tell me, I\'ve got time.', 'No, I can\'t move a single parcel. I can listen to all of it, though.', 'No, that\'s not me. But what happened?'] },
    { hears: ['for my <who:kin>'], weight: 1.5, says: ['So it isn\'t about a box. It\'s about {child}.', '{Echo}. Now I see why it matters which day it comes.', 'For your {who}. What is the occasion?', 'For your {who}. That makes the waiting worse.'] },
    { hears: ['(?:rung|called|phoned|rang|tried) (?:them )?<n:number> times', 'get the music', 'cut off', 'on hold', 'a robot', 'nobody (?:answers|picks up)'], weight: 1.5, says: ['{N} times, and every time you\'re back at the beginning. That would try anybody.', 'Music, and then nothing. As if they\'d hung up with a smile.', 'So there is nobody at the other end to even be cross with.', 'And when somebody did answer, what did they say?'] },
    { hears: ['the moon', 'on mars', 'around the world'], weight: 6, says: ['The moon would at least explain the delivery times.', 'By the sound of it, it has seen more of the world than either of us.'] },
    { hears: ['(?:website|app|tracking) says', 'out for delivery', 'says (?:it\'s )?(?:delivered|signed)'], weight: 1.5, says: ['So the screen says one thing, and your doorstep another.', 'And what does the screen say now?'] },
    { hears: ['that\'s all (?:she|he) (?:asked for|wants|wanted)', '(?:she|he) (?:wants|wanted) to (?<what>[^.!?]+)', 'looking forward'], weight: 1.5, says: ['{What}. A small wish, and that\'s what makes it sting.', 'You want her to have just that, it sounds like.', 'So much depends on so little.', 'What would she say, if it came in time?'], has: ['child'] },
    { hears: ['I suppose (?<what>the [^.!?]+) (?:might|could)', 'could (?:try|ask|get) (?:the|another)', 'instead'], weight: 1, says: ['Not quite the thing itself, but a way round it.', 'You\'re already looking for another way. It sounds as if {child} is in good hands.', 'A second best, just in case. That\'s well thought of.'] },
    { hears: ['hang on', 'wait[,!]', 'there\'s the (?:bell|door|phone)'], weight: 3, acts: 'any', says: ['Go, go. I\'ll wait.', 'Quick, have a look.'] },
    { hears: ['it was only', 'what a (?:nice|kind|lovely) (?<who>man|woman|person|lad|girl)', '(?:he|she|they)(?:\'ll| will| says (?:he|she|they)\'ll) (?:look|try|ask|bring|help)'], weight: 2.5, acts: 'any', says: ['Help from the last corner you expected. I hope it works out, for {child}\'s sake.', 'What luck, after all those calls. One kind person and the day turns round.', 'Kindness turned up after all, from another door.'] },
  ],
  examples: [
    { heard: 'The train was cancelled again', says: 'Again. Where should you have been by now?' },
    { heard: 'My internet keeps cutting out', says: 'And always in the middle of something. What was it this time?' },
    { heard: 'They charged me twice', says: 'Twice for the same thing. I can\'t look into it, but that\'s worth a call in writing.' },
    { heard: 'The neighbours are so loud at night', says: 'At night, when it counts. How long has it been going on?' },
    { heard: 'The washing machine broke down', says: 'In the middle of a load, by any chance?' },
    { heard: 'I waited three hours at the doctor', says: 'Three hours on those chairs. Did you get seen in the end?' },
    { heard: 'Somebody scratched my car and drove off', says: 'And not even a note. That\'s the part that galls.' },
    { heard: 'I want to speak to the manager', says: 'There is no manager behind me, only a program that listens. What happened?' },
  ],
};
