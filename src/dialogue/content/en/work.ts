import type { ContentFile } from '../content.ts';

/** Jobs: found, lost, dreaded, embarrassing. */
export const WORK: ContentFile = {
  language: 'en',
  topic: 'work',
  words: ['jobs?', 'work', 'boss', 'office', 'interview', 'applications?', 'colleagues?', 'meeting', 'hired|fired|sacked|laid off|redundant', 'promotion|promoted', '(?:night|late|early) shifts?|on lates|on nights', 'contract', 'reply(?:ed|) (?:to )?all|replied to all', 'slides|email'],
  rules: [
    { hears: ['got (?:it|the (?:job|place|part|role)|in)!?', 'got the job', 'they (?:hired|took|want) me', 'I(?:\'ve| have)? (?:been|got) (?:promoted|hired|accepted)', 'I\'m in!'], weight: 2, not: ['got it wrong', 'applied', 'got in the'], says: ['You got it. Tell me everything.', 'You got the job. How did you hear?', 'That\'s wonderful news. Start from the beginning, where were you?'] },
    { hears: ['I\'ll be (?<doing>(?:looking after|working with|working in|teaching|running|helping|making|driving|building|caring for) [^.,!?]+)'], weight: 1, says: ['{Doing}, every working day. It sounds as if that suits you down to the ground.', 'So it\'s {doing} from now on. What a thing to be able to say.', '{Doing}. How did you come to want that?'] },
    { hears: ['(?:they|she|he) (?:rang|called|phoned|emailed|wrote)', 'shook my hand', 'I (?:yelled|screamed|shouted|jumped|danced|cried)'], weight: 1, says: ['{Gist}. What a way to get such a call.', 'So everybody around you got a share of it too. What went through your head?', 'I can picture heads turning.'] , has: ['goodNews'] },
    { hears: ['<tries:number> (?:applications|interviews|rejections|letters)'], weight: 2, says: ['{Tries} applications. That took stamina, each and every one.', '{Tries} of them. It\'s not luck, then, it\'s staying power.', '{Tries} of them. What kept you going?'] },
    { hears: ['(?:bit|little|also|kind of) (?:scary|scared|nervous|frightening)', 'haven\'t worked (?:since|for)', 'first (?:job|day)', 'what if I can\'t'], weight: 2, says: ['Both can be there, the joy and the wobble. It\'s a big change, after all.', 'Of course that part is there too. It doesn\'t undo the good news.', 'And the wobbly part, what is it about?'] },
    { hears: ['(?:I )?start (?:on|in|next) (?<startDay>[^.,!?]+)', 'first day is (?<startDay>[^.,!?]+)'], weight: 1, says: ['So {startDay} it is. A date to put on the fridge.', '{StartDay}. Now it has a date, it\'s really real.', '{StartDay}. What are you looking forward to most?'] },
    { hears: ['(?:at least|but|anyway)[^.]{0,20}(?:can wait|are patient|is patient)', 'while I learn', 'I\'ll learn'], weight: 2, says: ['Nobody is rushing you, then. That\'s a good way to begin.', 'Time to learn is worth a lot. It sounds as if you\'ll be in good company.', 'What will you want to learn first?'] },
    { hears: ['tonight|celebrate|celebrating|fish and chips|champagne|cake|takeaway|dinner'], weight: 1, has: ['goodNews'], says: ['After {tries} tries, that feast is well earned. Enjoy it.', 'That belongs to a day like this. Enjoy it.', 'Exactly what such an evening is for. Have a lovely one.', 'Who will be at the table?'] },
    { hears: ['(?:laid off|made redundant|fired|sacked|lost my job|let me go)'], weight: 2, says: ['I\'m sorry. That takes the floor away for a moment, even when one saw it coming.', 'That\'s a hard blow, whatever the reason was. How long had you been there?'] },
    { hears: ['replied to all', 'reply all', 'sent it to (?<who>[^.,!?]+)', 'wrong (?:person|chat|number|window|group)', 'everyone (?:saw|heard|read|laughed)'], weight: 2, says: ['Oh no. That sinking moment, just after pressing send.', 'Sent, and no way to call it back. I can see why you\'d want to vanish.', 'And there it was, in front of everybody. That\'s a horrible drop.'] },
    { hears: ['<crowd:number> (?:other )?people', '<crowd:number> others'], weight: 2.5, has: ['shame'], says: ['{Crowd} of them, on top. That must have felt cold all over.', 'And {crowd} people watching. I can see why you want to vanish.', 'And then, what did you do?'] },
    { hears: ['seen by', 'nobody\'s said (?:anything|a word)'], weight: 2, has: ['shame'], says: ['The silence must be louder than any answer.', 'Seen, and no word. So you\'re left to fill it in yourself.', 'And what do you imagine they\'re thinking?', 'That number on its own says nothing, and it won\'t let you alone.'] },
    { hears: ['meeting|presentation|present (?:it|to)|budget|deadline'], weight: 0.5, says: ['And {event} is already running in your head before it has begun.', 'It sounds as if you\'re holding {event} over and over without being let off.', 'What is it about {event} that worries you?', 'What part of it do you keep going through?'] },
    { hears: ['hate (?:my|this) job', 'can\'t stand (?:my|the) (?:job|boss|office)', 'want to quit', 'my boss'], weight: 0.5, says: ['It sounds as if it costs you a lot just to walk in there.', 'What is the part that gets to you most?', 'That sounds wearing, day after day.'] },
  ],
  facts: [
    { slot: 'goodNews', is: 'yes', hears: ['got (?:it|the (?:job|place|part|role))', 'hired|promoted|accepted', 'passed|I won\\b|we won\\b', 'good news'] },
    { slot: 'startDay', hears: ['(?:I )?start (?:on|in|next) (?<startDay>[^.,!?]+)'] },
  ],
  examples: [
    { heard: 'My boss never says anything nice about my work', says: 'So you put it in, and nothing comes back. That goes flat after a while.' },
    { heard: 'I have an interview tomorrow and I am nervous', says: 'Tomorrow already. What would you like them to see in you?' },
    { heard: 'They gave the promotion to somebody else', says: 'And you had to smile and say congratulations. That stings.' },
    { heard: 'I work from home and speak to nobody all day', says: 'A whole day without a voice that isn\'t from a screen. That gets lonely.' },
    { heard: 'I made a big mistake at work today', says: 'It sounds as if it\'s still going round. What happened?' },
    { heard: 'I quit my job today', says: 'Today. Does it feel more like a door closing or one opening?' },
    { heard: 'I am so behind with everything', says: 'Everything at once has no beginning. Is there one thing that pulls at you most?' },
    { heard: 'My colleague takes credit for my ideas', says: 'You think it up, and another name gets put on it. That\'s infuriating.' },
    { heard: 'It was a long day at work', says: 'A long one. What took the most out of you?' },
    { heard: 'I finally finished the project', says: 'Finished. How does it feel to have it off the desk?' },
  ],
};
