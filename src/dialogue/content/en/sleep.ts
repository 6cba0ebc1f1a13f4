import type { ContentFile } from '../content.ts';

/** Awake at night: slow, low and brief. */
export const SLEEP: ContentFile = {
  language: 'en',
  topic: 'sleep',
  words: ['can\'t sleep|couldn\'t sleep', 'awake', 'insomnia|sleepless', 'ten past (?:two|three|four)|past (?:two|three|four)', 'night now', 'counting (?:sheep)?', 'tired out', 'nightmares?', 'the screen off', 'in bed'],
  rules: [
    { hears: ['can\'t sleep', 'still awake', 'can\'t (?:fall|get) (?:a)?sleep'], weight: 2, acts: 'any', says: ['The nights are long at that hour. I\'m here, and nothing has to happen.', 'Awake, then. We can keep it slow.', 'That\'s a quiet, wide hour to be up in.'] },
    { hears: ['(?<nth>second|third|fourth|fifth|sixth|seventh) night', 'nights in a row', 'every night', 'over and over', 'going round', 'in my head'], weight: 1.5, says: ['The {nth} night already. And the head does the whole day again, in the dark.', 'Round and round, and no one to say that\'s enough for now.', 'So you live through it every night, before it has even happened.'], not: 'read' },
    { hears: ['never (?:blinks|smiles|laughs|says)', '(?:woman|man|boss) called', 'present (?:it )?to', 'it\'s the (?<what>[a-z]+) (?:thing|meeting|talk)'], weight: 1.5, says: ['And that face turns up in your bedroom at night. No wonder.', 'The {what} thing. It can\'t be done tonight, whatever your head says.', 'That face is keeping you company at the wrong hour.'] },
    { hears: ['got to <n:number>', 'count(?:ed|ing)', 'tried (?:the )?(?:counting|sheep|milk|tea|reading|breathing)'], weight: 1.5, says: ['{N}. That\'s rather good, and rather the trouble.', 'The one race one shouldn\'t win.', 'So even the sheep turned into work.'] },
    { hears: ['nothing else', 'just (?:tired|exhausted|worn out)', 'tired out', 'won\'t shut up', 'head won\'t', 'mind won\'t'], weight: 1.5, says: ['Tired through and through, and the head still talks. That\'s hard.', 'It sounds as if everything is tired except that one voice.', 'All right. Then we needn\'t look for anything else.'] },
    { hears: ['when I was (?:little|small|young|a (?:kid|child|boy|girl))', 'read me', 'used to (?:read|sing|tell)', 'my <who:kin>(?: used to)? (?:read|sang|told|hummed|rocked)'], weight: 2, says: ['A voice in the dark that asked nothing of you. Your {who} knew how it\'s done.', 'That sounds like the right kind of list: it goes on without you.', 'That voice is still there. You could let it go first, and just follow.', 'What did his voice sound like?'] },
    { acts: 'any', hears: ['(?:speak|talk) (?:a bit |a little )?(?:quieter|softer|lower|more quietly|slower)', 'not so loud', 'quieter', 'slow down'], weight: 4, says: ['Of course. Like this.', 'Yes. Softly, then.'] },
    { acts: 'any', hears: ['(?:turn|put) (?:the |this |my )?(?:screen|phone|light|lamp)?[^.]*(?:off|away|down)', 'good ?night', 'try (?:to sleep|again)', 'go (?:back )?to bed'], weight: 4, says: ['Good night. Let the old voice do the rest.', 'Good night. The morning can look after itself.', 'Sleep well, or rest well. Either is enough.'] },
    { hears: ['I\'m (?:just )?(?:so )?tired', 'exhausted', 'worn out'], says: ['That sounds like a tiredness that goes all the way down.', 'You sound worn right through.'] },
    { has: ['night'], says: ['No hurry. The night has room.', 'It\'s all right just to lie there and do nothing.', 'Slowly, then.', 'I\'m here. You needn\'t keep me company.', 'That sounds wearing.', 'Let it be unfinished for tonight.', 'Mm. I hear you.'] },
  ],
  examples: [
    { heard: 'I had a nightmare', says: 'It can take a while to come back from one. You\'re here now, in your own room.' },
    { heard: 'I am so tired but my mind is racing', says: 'The body lies down and the head keeps running. What does it keep running to?' },
    { heard: 'I woke up at four again', says: 'Four again. It\'s a lonely sort of hour.' },
    { heard: 'I finally slept through the night', says: 'A whole night. How does the world look after it?' },
    { heard: 'The baby was up all night', says: 'And so were you. I hope somebody makes you a very large tea.' },
    { heard: 'I slept badly', says: 'It does sound like a heavy start. Was something on your mind?' },
  ],
};
