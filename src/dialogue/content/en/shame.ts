import type { ContentFile } from '../content.ts';

/** Something embarrassing. Beside the shame first; the laughing is left to the player. */
export const SHAME: ContentFile = {
  language: 'en',
  topic: 'shame',
  words: ['embarrass(?:ed|ing|ment)', 'asham(?:ed)', 'mortified', 'the ground to (?:open|swallow)', 'so (?:stupid|awkward|embarrassing)', 'my face (?:is|was|went)', 'like a worm', 'replied to all', 'humiliat'],
  facts: [
    { slot: 'shame', is: 'yes', hears: ['embarrass', 'asham', 'mortified', 'ground to (?:open|swallow)', 'replied to all', 'so awkward', 'humiliat'] },
    { slot: 'hurtOne', hears: ['sent it to <hurtOne:name>', '<hurtOne:name>\'s (?:nice|kind|lovely|sweet)', 'wrote \'<hurtOne:name>\'s'] },
  ],
  rules: [
    { hears: ['the ground to (?:open|swallow)', 'want to (?:disappear|vanish|hide)', 'sink into'], weight: 2.5, acts: 'any', says: ['Oh no. Tell me, I won\'t laugh.', 'That sinking feeling. What happened?'] },
    { hears: ['I (?:wrote|said|called|sent) \'(?<words>[^\']+(?:\'s [^\']+)?)\'', 'sent it to (?<who>[^.,!?]+)', 'in front of'], weight: 2.5, says: ['And {hurtOne} of all people. I can see why you\'d like to be elsewhere.', 'That moment when it can\'t be taken back. It must have felt cold all over.', 'Oh. And no way to fetch it back.', 'Oh. And when did you notice?'] },
    { hears: ['my face (?:is|was|went)', '(?:sat|hid|stayed) in (?:my|the) (?<where>car|toilet|bathroom|kitchen|stairwell|cupboard)', 'over my head'], weight: 2.5, says: ['In the {where}, all by yourself. It sounds like a long lunch.', 'A burning face takes its time to cool.', 'You wanted to be invisible for a while. Who wouldn\'t.', 'And what went round in your head in there?'] },
    { hears: ['nobody(?:\'s| has) said', 'seen by', 'no(?:body| one) (?:answered|replied|says)', 'that\'s worse'], weight: 3, says: ['Silence leaves all the room for imagining.', 'Nobody says a thing, and so it goes on and on in your head.', 'What do you fear they think?'] },
    { hears: ['<who:name>\'s (?:so |really )?(?:nice|kind|lovely|sweet)', 'I feel like a (?<animal>worm|rat|fool|monster|snake)', 'terrible person', 'he didn\'t deserve'], weight: 3, says: ['It sounds as if it hurts you most because {who} is kind.', 'That\'s what makes it sting: he\'s done nothing but be nice.', 'You wouldn\'t feel it like that if you didn\'t care about him.', 'What would you like {hurtOne} to know?'] },
    { hears: ['(?:written|wrote|typed) [^.]*(?:deleted|rubbed out|thrown)', 'sounds like an excuse', 'don\'t know how to (?:say|apologi[sz]e)', 'how do I (?:say|apologi[sz]e)'], weight: 3, says: ['On paper it all turns into an excuse, it seems.', 'On paper it all turns into an excuse. What would you say if he stood in front of you?', 'So the word is there, and no sentence fits it. How would you say it to his face?'] },
    { hears: ['to (?:his|her|their) face', 'I\'d say', 'that\'s the whole thing', 'it was mean'], weight: 3.5, says: ['That\'s it. It\'s short, it\'s true, and there\'s no excuse in it.', 'You just said it. There isn\'t a word too many.'] },
    { hears: ['(?:at|till|until) (?:his|her|the) desk', 'till <clock>', 'oh dear', 'I\'m going', 'here (?:I )?goes?'], weight: 3, acts: 'any', says: ['Go. Just say those words.', 'Go on. You already have the sentence.'] },
    { hears: ['(?<who>he|she|they) laughed[^]*(?:sting|stung|hurt)'], weight: 5, acts: 'any', says: ['{Who} laughed, and told you that it stung. And you let both stand. That was well done.', 'A laugh and the truth. It sounds as if you two are all right, and you heard the sting too.', '{Who} laughed. And what was it like to hear the rest?'] },
    { hears: ['(?<who>he|she|they) (?:laughed|smiled|forgave|hugged)', 'was nice about it'], weight: 4, acts: 'any', says: ['And the ground didn\'t open after all. How do you feel now?', 'It sounds as if you can breathe again.'] },
  ],
  examples: [
    { heard: 'I called my teacher mum', says: 'In front of the whole class? That one burns, and it happens in every school there is.' },
    { heard: 'I waved at someone who was not waving at me', says: 'And then the hand has to go somewhere. Where did yours end up?' },
    { heard: 'I fell over in front of everyone', says: 'Ouch, twice over. Did you hurt yourself?' },
    { heard: 'I forgot his name while introducing him', says: 'That gap where a name should be. It lasts for years in there.' },
    { heard: 'I sent a message to the wrong person', says: 'Oh no. How far from the right person was it?' },
    { heard: 'Everybody laughed at me', says: 'Everybody. That\'s a sound one doesn\'t forget quickly. What happened?' },
  ],
};
