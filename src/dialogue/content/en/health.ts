import type { ContentFile } from '../content.ts';

/** A worry about one's health. Taken seriously; nothing is judged from here, and a doctor's look is backed. */
export const HEALTH: ContentFile = {
  language: 'en',
  topic: 'health',
  words: ['moles?\\b|lump|rash|lentil', 'doctor|surgery(?:\'s)?|\\bGP\\b|clinic|hospital|appointment', 'symptoms?|ill(?:ness)?|sick|cancer|results|test results|scan|blood test|blood pressure', 'headaches?|dizzy|pain|ache', 'doesn\'t hurt', 'is it (?:something )?(?:bad|serious|dangerous)'],
  rules: [
    { hears: ['(?:there\'s|I have|I\'ve got|found) an? (?<what>mole|lump|rash|spot|mark) (?<where>on|in|under) (?<part>my [a-z]+)', 'been looking at it', 'keep (?:looking at|checking|touching|googling)'], weight: 2.5, says: ['So you\'ve been going back to that mirror all evening. It sounds as if it won\'t let you go.', 'A whole evening of looking. That\'s a tiring kind of looking.'] },
    { hears: ['I worry about (?:things|everything)', 'calls me (?<nick>the [^.,!?]+|[^.,!?]+)', 'always (?:worry|worrying|been a worrier)'], weight: 2.5, says: ['Good to meet you, {player}. {Nick}, because you see weather coming before the others do.', '{Nick}. It sounds as if it\'s said with some love, {player}.', '{Nick}. Does it suit you, {player}?'] },
    { hears: ['doesn\'t (?:hurt|itch|bleed)', '(?:browner|bigger|darker|redder) than', 'than I remember'], weight: 2, says: ['So it\'s mostly the not being sure.', 'No pain, and still it won\'t leave you in peace.', 'What is it that won\'t let you go?'] },
    { hears: ['(?:could|can|would) you (?:tell|say|look|check|judge)[^?]*', 'is it (?:something )?(?:bad|serious|dangerous|cancer)', 'what (?:do you think )?(?:is|could) it(?: be)?\\?', 'do you think it\'s'], weight: 4, acts: 'any', says: ['I can\'t judge that, and I won\'t guess. A doctor can have a look, and that\'s the sensible way to know.', 'That\'s beyond me. Somebody who has learned it should see it with their own eyes.'] },
    { hears: ['see that you can\'t', 'only half believe', 'you\'re (?:not a|no) doctor', 'of course you can\'t'], weight: 3.5, says: ['Quite right. A guess from me would be worth nothing to you.', 'And you\'d be right to. It wants a pair of eyes, not an opinion.'] },
    { hears: ['my (?<who>aunt|mum|mother|dad|father|uncle|friend|sister|brother|nan|neighbour)(?: <rel:name>)? (?:had|got)', 'was nothing', 'sent (?:her|him|me) home', 'with a plaster'], weight: 2.5, says: ['{Rel} sounds like a good person to think of tonight.', 'Quite put out, after all that. I\'d have liked to see that face.', 'So somebody in the family has walked that road and come home grumbling.', 'What did she say, afterwards?'] },
    { hears: ['(?:got|have) (?:the|their) (?:surgery\'s )?number', 'they open', 'keep not (?:ringing|calling|going)', 'because then it\'s real', 'afraid to (?:ring|call|go|know)', 'putting off'], weight: 3, says: ['As long as nobody has rung, it can still be nothing. And it can go on all night, too.', 'Ringing makes it real, and it also hands it to somebody who knows.', 'So the number is there. It sounds as if half of you has already rung.', 'What would make it easier to ring?'] },
    { hears: ['one phone call', 'before my (?<meal>toast|breakfast|tea|coffee|work)', '(?<time><clock>)[,.]? (?:before|first thing)', 'sit next to me', 'first thing (?:tomorrow|in the morning)', 'I(?:\'ll| will) (?:ring|call|go|make an appointment)'], weight: 3, says: ['One call, before the {meal}, with {ally} beside you. That\'s a good plan, {player}.', 'That\'s the right call to make. And not alone, either.', 'Good. It\'s a short call, and then somebody else carries part of it.', 'Who would you like to have beside you?'] },
    { hears: ['no more (?<what>mirrors?|googling|searching|looking|checking)', 'a crick', 'enough for (?:tonight|today)', 'stop (?:looking|checking|googling)'], weight: 3, acts: 'any', says: ['No more {what}. It will keep until the morning, and so will you. Rest that neck.', 'Enough for one evening. Good night, {player}, and I hope the morning is kind.'] },
  ],
  facts: [{ slot: 'ally', hears: ['<ally:name> (?:can|could|will|is going to|comes?) (?:sit|come|go|be|with)', 'with <ally:name>'] }],
  examples: [
    { heard: 'I have a cold and everything hurts', says: 'That sounds miserable. Is there somebody who can bring you soup?' },
    { heard: 'I am waiting for my test results', says: 'Waiting is its own sort of illness. When will you hear?' },
    { heard: 'I am scared of the dentist', says: 'You\'re far from the only one. What is the worst bit of it?' },
    { heard: 'I twisted my ankle', says: 'Ouch. Have you been able to put it up?' },
    { heard: 'My back hurts from sitting all day', says: 'That sounds sore. If it stays, it\'s worth letting somebody look at it.' },
    { heard: 'The doctor said everything is fine', says: 'Good words, and from somebody who knows. How was it to hear that?' },
  ],
};
