import type { ContentFile } from '../content.ts';

/** Losing, winning and being stuck in a game. Short, beside the player, and without tips that nobody asked for. */
export const GAME: ContentFile = {
  language: 'en',
  topic: 'game',
  words: ['boss', 'level', 'game', 'puzzle', 'quests?', 'lives|respawn|checkpoint', 'pad|controller|joystick', 'died again|killed me', 'phase', 'room', 'beam|mirror|lever|switch', 'hints?', 'lag|lagging', 'score', 'dodged?'],
  rules: [
    { hears: ['(?<count><number>|a hundred|a thousand) times', '(?<count><number>) (?:tries|goes|deaths|attempts)'], not: 'he took', weight: 1, says: ['{Count} times. No wonder you\'ve had enough of it.', '{Count} times, that would wear anybody down.', '{Count}. And you\'re still here.', '{Count} times. Where does it get you, always?'] },
    { hears: ['^(?<count><number>)[.!]'], has: ['count'], weight: 3, says: ['{Count}, and closer than ever.', '{Count}, and this time it was nearly enough.', '{Count}, and so close. What was different this time?'] },
    { hears: ['sliver', 'nearly (?:had|got|there)', 'almost (?:had|got|there)', 'so close', 'one (?:more )?hit'], weight: 1, says: ['That close. You\'ve nearly worn it down.', 'Down to almost nothing. That was well fought.'] },
    { hears: ['cheats?|cheating', 'unfair|not fair', 'hit me anyway', 'rigged|broken', 'bugged?', 'lag'], weight: 1, says: ['You dodged, and it hit you all the same. That\'s galling.', 'It sounds as if you did it right and it didn\'t count.', 'That would drive anybody up the wall.'] },
    { acts: 'any', hears: ['don\'t (?:you )?(?:dare )?tell me to (?<what>calm down|relax|breathe|chill)'], weight: 4, says: ['I won\'t. Shout away, I can take it.', 'Not a word about that. It earned every bit of it.'] },
    { hears: ['not going to (?:throw|smash|break|hit)', 'wouldn\'t really (?:throw|smash|break)'], weight: 3, says: ['Then {someone} gets it back in one piece.', 'Good. It sounded close for a moment.', 'All the better for it.'] },
    { hears: ['(?:throw|smash|break|throwing|smashing)[^.]{0,20}(?:pad|controller|phone|tv|wall|it)'], weight: 1, says: ['That\'s how far it has got you. Be as cross as you like.', 'It has really got to you.', 'What was the last straw?'] },
    { hears: ['(?:second|third|last|final|first) (?:phase|round|wave|stage|part)', 'never know (?:where|when|what)', 'don\'t know (?:where|when) (?:it|he|she)'], weight: 1, says: ['{Echo}, that\'s where it gets you. Not seeing it coming is the worst of it.', 'So that\'s the wall. Everything before it you can do.'] },
    { hears: ['yes!|get in|finally|beat (?:it|him|her|the boss)|did it|got (?:him|her|it)!?$|killed (?:him|her|it)'], weight: 2, acts: ['share-joy', 'celebrate', 'ask-more', 'chat', 'reflect', 'calm', 'comfort', 'welcome-thanks', 'answer', 'explain-self'], says: ['You did it. {Friend} should hear about this.', 'You did it. After all that. What finally worked?', 'There. Down it went, and you stayed on your feet.'] },
    { hears: ['(?:he|she|they) took <theirs:number>', '(?:needed|took|had) <theirs:number>'], weight: 4, has: ['friend'], says: ['You did it, and {friend} took {theirs}. That\'s a message worth sending.', 'Done. {Friend} will want to hear that.', 'You did it. What are you going to write to {friend}?'] },

    { acts: 'any', hears: ['no (?:hints?|help|tips|spoilers)', 'don\'t (?:give|tell) me', 'on my own', 'just want to (?:grumble|moan|vent|complain)'], weight: 3, says: ['No hints. Grumble all you like, I\'m listening.', 'Not one hint from me. It\'s yours to crack.', 'Understood. I\'ll keep my hands off it.'] },
    { acts: 'any', hears: ['don\'t answer that', 'don\'t tell me'], weight: 4, says: ['My lips are sealed.', 'Not a word from me about it.'] },
    { hears: ['(?:been|stuck) (?:in|on|at) (?:this|that|the) [^.]{2,30} for (?<long>[^.,!?]+)', 'for (?<long>an hour|hours|two hours|ages|days)'], weight: 1, says: ['{Long} in there. It sounds like it has got under your skin.', '{Long}. That is real patience, even if it doesn\'t feel like it.', '{Long} in there. What is it that holds you up?'] },
    { hears: ['wretched|stupid|bloody|damned?|cursed|annoying (?<what>[a-z]+)'], says: ['It sounds as if that thing is personally insulting you by now.', 'It does seem to be in the way on purpose.', 'And it\'s always that one thing?'] },
    { hears: ['^oh[.!,… ]', '\\bOH\\b', 'you can (?:push|pull|turn|move|jump|open|use|swap)', 'I (?:see|get it) now', 'wait[,.!]'], weight: 1.5, says: ['Oh. You saw something there.', 'There it goes. Something just fell into place.', 'Ha, so it moves. Well spotted.', 'Oh. What did you just see?'] },
    { hears: ['(?:going to|gonna|let me|I\'ll) (?:try|do|move|go)', 'other way (?:round|around)'], weight: 0.5, says: ['Go on, I\'m watching with you.', 'That sounds worth trying.', 'Good. Let\'s see what it does.'], has: ['noHints'] },
    { hears: ['no hints at all', 'without (?:a|any|one) (?:single )?hints?', 'all by myself', 'done,? with no'], weight: 5, acts: 'any', says: ['Without a single hint. {Someone} will have to hear about this at length.', 'All on your own, and nobody can take that off you.', 'No hints at all. How does that feel?'] },
    { hears: ['what a way to spend', 'ten minutes', 'hours? and', 'waste of'], weight: 1, has: ['noHints'], says: ['One for the records, and no hints used.', 'And every minute of it yours. Not a bad {when}.', 'There are worse ways to spend it, and you won in the end.', 'Was it worth every minute?'] },
    { hears: ['(?:give me|need|want|could I have|can I have|any)[^.]{0,12} (?:a |one )?(?:tiny |small )?(?:hint|tip|clue)', 'help me with this (?:level|puzzle|boss)'], lacks: ['noHints'], weight: 2, says: ['I can\'t see the way through from here, but this often helps: what happens just before it goes wrong?', 'Only a small one, since I can\'t see the whole board: look at what you do first, and try leaving it out.'] },
    { hears: ['(?:too|so) (?:slow|old|stupid|bad|rubbish|useless)', 'rubbish at this', 'I suck', 'useless at'], weight: 1.5, says: ['That\'s a hard verdict after a hard level. It\'s built to trip people up.', 'It sounds as if the game has you doubting yourself now. It does that to people.'] },
    { acts: ['calm'], hears: '<cross>|boss|lost|died|stuck', weight: -5, says: ['It\'s a beast, that one. I\'m with you.', 'You\'re right to be fed up with it.', 'Grr is fair.', 'That sounds infuriating.', 'It keeps taking it away from you at the last moment.'] },
    { hears: 'game|level|boss|puzzle|room|score', weight: -5, says: ['I\'m watching with you.', 'It has your full attention, that one.', 'And on you go.'] },
  ],
  examples: [
    { heard: 'I lost all my progress', says: 'All of it. That\'s the kind of thing that makes you stare at the screen.' },
    { heard: 'My team keeps leaving in the middle of the match', says: 'And then you stand there alone with it. That\'s no fun.' },
    { heard: 'I finally beat the last boss', says: 'The last one. How long had it been standing in your way?' },
    { heard: 'I reached a new high score', says: 'A new best. What went differently this time?' },
    { heard: 'This level is impossible', says: 'It certainly acts that way. Where does it always end?' },
    { heard: 'Can we play something together', says: 'I can keep you company while you play. What are you in the mood for?' },
    { heard: 'I keep falling off the same ledge', says: 'The same ledge, over and over. It must know your name by now.' },
    { heard: 'Some kid insulted me in the chat', says: 'That spoils it quickly. It says more about the chat than about you.' },
  ],
};
