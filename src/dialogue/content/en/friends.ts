import type { ContentFile } from '../content.ts';

/** A quarrel, a silence, a friendship that hurts. Nobody is judged, the player least of all. */
export const FRIENDS: ContentFile = {
  language: 'en',
  topic: 'friends',
  words: ['aren\'t speaking|not speaking|won\'t speak', 'argument|argued|quarrel(?:led)?|row|fight|fought|fell out|falling out', '(?:best )?friends?', 'said sorry|apologi[sz]e', 'behind my back', 'sent (?:her|him|them) a message', 'betrayed|let me down'],
  rules: [
    { hears: ['(?:<friend:name> and I|we)(?: are|\'re)?(?: not|n\'t| aren\'t) (?:speaking|talking)', 'fell out with <friend:name>'], weight: 2, says: ['You and {friend}, not speaking. That must be loud in its own way.', 'That must leave a hole in the day. What happened with {friend}?'] },
    { hears: ['(?<years><number>|many) years of', 'since (?:school|we were)', 'known (?:her|him|each other)'], weight: 1, says: ['{Years} years don\'t just go quiet without it hurting.', 'After so long, one knows exactly what a silence means.', '{Years} years. What has kept you two together all that time?'] },
    { hears: ['told (?:the whole|everyone|everybody|them all|my)[^.]*', 'in front of (?:everyone|everybody|them|the)', '(?:as|for) a joke', 'behind my back', 'my secret'], weight: 1.5, says: ['That was yours to tell, and it was told for a laugh.', 'In front of everybody, too. A joke can go straight through a person.', 'It sounds as if you were suddenly on show.', 'What went through you, just then?'] },
    { hears: ['I laughed too', 'I (?:just )?(?:smiled|nodded|said nothing|kept quiet)', 'went home and', 'at midnight', 'pretended'], weight: 1.5, says: ['You laughed along, and afterwards it had to come out somewhere.', 'So the laugh was for them, and the rest came out at home.', 'What would you rather have said?', '{Gist}. So that\'s where it went.'] },
    { hears: ['wasn\'t (?:a )?nice', 'sent (?:her|him|them) (?:a|an) (?:message|text|email)', 'I (?:said|wrote|called) (?:her|him|she|he|them)(?: was| were)? [^.]*', 'said (?:some|something|things)'], weight: 1, says: ['It sounds as if you hit back where it would hurt, and now it hurts you too.', 'Out it went, and there\'s no fetching it back. What do you think now when you read it?'] },
    { hears: ['because I knew (?:where|how|it)', 'knew (?:where it\'d|it would) (?:land|hurt)', 'picked it because', 'on purpose', 'I wanted (?:it|her|him) to'], weight: 3, says: ['That\'s an honest thing to say. You knew just where to aim.', 'It takes something to see that, and to say it out loud.', 'You could have dressed that up, and you didn\'t.', 'And what would you say now, if you could?'] },
    { hears: ['whose fault', 'who(?:\'s| is) right', 'am I (?:wrong|right|the bad)', '(?:is|was) it my fault', 'hers or mine', 'his or mine', 'tell me honestly', 'what do you think,? (?:was|am|is)'], weight: 4, acts: 'any', says: ['I wasn\'t there, so I won\'t sit in judgement. What would you want {friend} to know, if you could say one thing?', 'I can\'t hand out the blame. I hear a hurt on both sides, and I wonder what you\'d like {friend} to understand.'] },
    { hears: ['I\'d want (?:her|him|them) to know', 'want (?:her|him|them) to (?:know|understand|see)', 'and that I\'m sorry', '\\bboth\\b'], weight: 3, says: ['Both, yes. That it hurt, and that you\'re sorry. They fit in one breath.', 'That\'s clear, and it\'s fair to both of you.', 'Those are two true things. Neither cancels the other.', 'Which of the two is harder to say?'] },
    { hears: ['I\'ll (?:write|text|call|ring|apologi[sz]e|say|tell|message)[^.]*', 'not a long one', 'going to (?:write|apologi[sz]e|say sorry)'], weight: 2.5, says: ['Short sounds right. Before {when}, so {friend} knows you\'re there.', 'A few honest lines are enough. I hope they find {friend} well, {player}.', 'That\'s a door opened. I hope {friend} sees it.', 'What will the first line be?'] },
    { hears: ['(?:she|he)\'s got (?:her|his) (?<theirEvent>[^.]+) on <day>', '(?:she|he) always said I\'d be', 'the one (?:she|he) (?:rings|calls|tells)'], weight: 4, says: ['So there\'s a place in her day that was always kept for you.', 'And you\'d like to be that one still, it sounds like.', 'That phone call would have been yours.', 'Would you still like to be the one?'] },
    { hears: ['(?:she|he|they) (?:ignores?|ignored|left me out|forgot|cancelled|lied)'], says: ['That leaves you standing there. Do you know why?', 'It sounds as if you counted on them, and there was nobody.'] },
  ],
  examples: [
    { heard: 'My best friend is moving away', says: 'Away from your everyday. What will you miss first?' },
    { heard: 'They went out without inviting me', says: 'And you heard of it afterwards. It stings to be the one left out.' },
    { heard: 'I said something I regret', says: 'It\'s still ringing in your ears, then. What was it?' },
    { heard: 'She apologised today', says: 'She did. And how did it land with you?' },
    { heard: 'He lied to me about the money', says: 'So it\'s the money and the lie. Which one weighs more?' },
    { heard: 'We made up', says: 'You made up. Who took the first step?' },
    { heard: 'I don\'t know how to say sorry', says: 'What would you like them to hear first?' },
    { heard: 'I always have to be the one who calls', says: 'Always you. It makes one wonder what would happen if the phone stayed still.' },
  ],
};
