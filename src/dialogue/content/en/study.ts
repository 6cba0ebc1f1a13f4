import type { ContentFile } from '../content.ts';

/** Exams, school and learning. */
export const STUDY: ContentFile = {
  language: 'en',
  topic: 'study',
  words: ['exams?', '(?<!driving )test', 'revis(?:e|ing|ion)', 'homework', 'chemistry|maths|math|physics|biology|history|geography', 'grades?', 'school', 'university|uni|college', 'essay|dissertation|thesis', 'studying|study', 'lecture', 'the mock'],
  rules: [
    { hears: ['(?:exam|test|<event>|chemistry|maths|physics|biology|history)[^.!?]{0,25}(?:on |is )?<when:day>', 'got <event:word> on <when:day>'], says: ['{When} is close, and it sounds as if your head is full and empty at once.', '{When}. So it\'s near enough to feel.', 'With {when} coming, no wonder it\'s on your mind. What worries you the most about it?'] },
    { hears: ['can\'t remember', 'it\'s gone', 'goes blank', 'went blank', 'forget everything', 'nothing (?:sticks|stays)', 'head\'s (?:like|full|empty)', 'brain\'s'], weight: 1, says: ['It sounds maddening, having it one minute and losing it the next.', 'So it goes in, and then it won\'t stay where you put it.', 'A head can get too full to find anything in it.', 'That sounds like a tired head more than an empty one.'] },
    { hears: ['should be (?:revising|studying|working|doing)', 'supposed to be (?:revising|studying|working)', 'putting (?:it|this) off', 'procrastinat'], weight: 1, says: ['Opening something else is a way of catching your breath. Good to meet you, {player}.', 'It\'s hard to sit down to a thing that scares you.', 'You\'re allowed a few minutes off from it.', 'What does it feel like when you do sit down to it, {player}?'] },
    { hears: ['if I (?:don\'t|fail|can\'t|do badly)', 'I(?:\'ll)? lose (?:the|my) (?:place|spot)', 'need (?:a|an|at least)', 'depends on (?:it|this)'], weight: 1, says: ['So it isn\'t only a grade, there is a whole plan hanging on it.', 'That\'s a lot to hang on one morning.', 'What would it mean to you, if it came off?', 'It sounds as if {event} has the whole next year on its back.'] },
    { hears: ['already told (?:my|everyone|them)', '(?:she|he|they) (?:believes?|is sure|are sure|expects?)', 'how sure (?:she|he|they)', 'let (?:them|him|her|everyone) down', 'proud of me'], weight: 1, says: ['It sounds as if that faith is lovely and heavy at the same time.', 'Somebody is counting on you gladly, and that can weigh something too.', 'What would you like to say to the ones who are so sure?', '{Echo}. Somebody believes in you rather firmly.'] },
    { hears: ['(?:did|have) (?:get|got|pass|passed|done|manage)', 'isn\'t impossible', 'last time I (?:got|passed)', 'did (?:all right|okay|well)', 'got (?:a|an) [AB]\\b'], weight: 1.5, says: ['That counts. You have done it once already, with the same head.', '{Echo}. So there is proof that it has been in there.', 'Good that you remember that part as well. It isn\'t luck alone.', '{Echo}. What was different that time?'] },
    { hears: ['(?:half an hour|an hour|one chapter|twenty minutes|a page|a bit) (?:on|of)', 'then (?:bed|sleep|a break|tea)', 'one (?:chapter|topic|page) at a time'], weight: 2, says: ['That\'s a plan with an end to it. Good luck on {when}, {player}, and enjoy the tea.', 'Small, clear, and then bed. That sounds sensible, {player}. I hope {when} is kind to you.', 'A bit of work and then rest. That sounds like enough for one evening.'] },
    { not: 'the (?:stupid|silly|best|worst|hard|good|bad|funny|last|first|other|whole|next|nice) (?:part|bit)', hears: ['the (?<what>[a-z]+) (?:stuff|part|bit|chapter|topic)', '(?:stuck|struggling) (?:on|with) (?<what>[a-z ]{3,20})'], says: ['So {what} is the stubborn one.', 'Of everything, it\'s {what} that keeps slipping away.', 'What happens when you come to {what}?'] },
    { hears: ['teacher|lecturer|tutor|examiner'], says: ['How does that sit with you?', 'It sounds as if you feel watched in there.'] },
  ],
  examples: [
    { heard: 'I studied all night and I still feel like I know nothing', says: 'A whole night, and it doesn\'t feel like enough. Tired heads are bad judges of what they know.' },
    { heard: 'I failed my maths test', says: 'That must have been a blow when you saw it. What happened?' },
    { heard: 'Everyone else in my class gets it straight away', says: 'It looks like that from the outside. It sounds discouraging to sit among them.' },
    { heard: 'My parents expect top marks', says: 'So there are more people sitting that exam with you than there should be.' },
    { heard: 'I have to hand in my essay tomorrow and I have not started', says: 'Tomorrow is close. What is the smallest piece you could begin with?' },
    { heard: 'I got an A', says: 'An A. And what was it like when you saw it?' },
    { heard: 'I passed my driving test', says: 'You passed. Where will the first drive go?' },
    { heard: 'I don\'t know what to do after school', says: 'That\'s a wide open question. Is anything on the list that makes you curious?' },
    { heard: 'I hate group work', says: 'Is it the work, or the group?' },
    { heard: 'The teacher shouted at me in front of everyone', says: 'In front of everyone, too. That sounds humiliating.' },
  ],
};
