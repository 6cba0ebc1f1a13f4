import type { ContentFile } from '../content.ts';

/** Before and after standing up in front of people. Calm and short before, glad after. */
export const STAGE: ContentFile = {
  language: 'en',
  topic: 'stage',
  words: ['stage', 'concert|recital|audition|solo', 'speech|toast|presentation', 'cello|violin|piano|trumpet|guitar|choir|sing(?:ing)? (?:in|at)', 'audience|giggl(?:e|ing|ed)|applause', 'I\'m on in', 'perform(?:ing|ance)?', 'lines?\\b.*forget', 'squeak(?:s|ed)?'],
  rules: [
    { hears: ['(?:I\'m|we\'re) on in (?<soon>[^.,!?]+?)(?: and|[.,!?]|$)', 'in (?<soon><number> minutes|half an hour|an hour)'], weight: 2, acts: 'any', says: ['{Soon}. Your body has noticed what is coming, it sounds like.', 'Not long, then. I\'m right here for the wait.', '{Soon}. That\'s the longest stretch of the whole thing.'] },
    { hears: ['so it\'s worse', 'they\'ve (?:all )?heard me', '(?<crowd><number> (?:hundred )?(?:kids|people|children|students|guests))', 'in front of'], weight: 1.5, says: ['{Crowd}, all at once. That makes it bigger.', '{Crowd}. I see why it feels larger than the hall.', '{Crowd}. Whose face will you look for?', 'That many faces, and all of them turned your way.'] },
    { hears: ['(?:a|the) (?<spot>shift|note|line|bar|passage|sentence|part|jump|chord) (?:in|at|of|where|that)', 'missed (?:it )?every time', 'always (?:miss|forget|stumble)', 'the hard(?:est)? (?:bit|part)'], weight: 1.5, says: ['One {spot} out of the whole piece, and it has taken over the rest.', 'So it\'s that one {spot}. Everything around it sounds like home.', 'And what comes right after it?', '{Echo}. It\'s only a moment long, and it fills the room.'] },
    { hears: ['(?:thumb|hands?|knees?|legs?|voice|mouth|heart|stomach)(?:\'s| is| are|\'ve| has)? (?:gone )?(?:stiff|shaking|shaky|wet|cold|dry|racing|trembling|like)', 'keep thinking of'], weight: 1, says: ['The body gets ready in its own clumsy way.', 'It sounds as if your whole body has joined in.', 'That\'s how a body says that it matters.'] },
    { hears: ['what\'s the worst', 'the worst (?:is|that|thing)', 'and then it goes on', 'doesn\'t stop', 'I suppose'], weight: 2.5, says: ['It goes on. That\'s a steady thought, and it\'s your own.', 'And then the next note comes anyway. You said it.', 'And after the worst, what comes then?', 'You\'ve looked at the worst, and there was something after it.'] },
    { hears: ['<who:name>,? (?:he|she)?(?:\'s| is) (?:going on|playing|before|after|next)', 'as (?:green|white|pale|nervous) as', '(?:he|she)\'s (?:green|nervous|shaking|scared)', 'on right before me'], weight: 2, says: ['So {who} is standing there with the same knees. You\'re not the only one.', 'Somebody else who knows exactly what this feels like.', 'Poor {who}. It sounds as if you two are in the same boat.', 'What would you say to {who} right now?'] },
    { hears: ['(?:stand|sit|go|wait) (?:beside|with|next to|by) (?:him|her|them)', 'together'], weight: 3, says: ['Do that. Two of you is a much better number.', 'Side by side, then. That will mean something.', 'That sounds like a kind thing to do, for both of you. Go and find that spot.', 'What will you say when you get there?'] },
    { hears: ['I squeaked', 'I (?:did|made|played|got through) it', 'nobody (?:giggled|laughed|noticed)', 'I\'m shaking', 'it\'s over', 'they (?:clapped|cheered|stood)', 'it went'], weight: 4, acts: 'any', says: ['You did it, wobbles and all. And it sounds as if you even liked it.', 'And it went on, just as you said it would. How are you now?', 'You stood there and you did it. That shaking is allowed now.', 'You did it. What was the best moment?'] },
    { hears: ['nervous', 'scared|terrified|afraid|frightened', 'stage fright', 'butterflies'], weight: 0.5, says: ['That sounds like a lot of nerves for one body.', 'It makes sense. You\'re about to show something that matters.'] },
  ],
  examples: [
    { heard: 'I have to give a speech at my sister\'s wedding', says: 'For your sister. What do you most want to tell her?' },
    { heard: 'I forgot my lines on stage', says: 'That second must have lasted an hour. What happened then?' },
    { heard: 'I got a standing ovation', says: 'They stood up. What did you do with your hands?' },
    { heard: 'My voice shakes when I speak in front of people', says: 'And then one hears oneself shaking. Is there a place where it doesn\'t?' },
    { heard: 'The audition is tomorrow', says: 'Tomorrow. What are you going to show them?' },
    { heard: 'I didn\'t get the part', says: 'I\'m sorry. You\'d already started to live in it a little, I suppose.' },
  ],
};
