import type { ContentFile } from '../content.ts';

/** Brothers and sisters, parents, small children: love and envy, joy and tiredness, both at once. */
export const FAMILY: ContentFile = {
  language: 'en',
  topic: 'family',
  words: ['(?:my|our) (?:brother|sister|mum|mom|mother|dad|father|parents|wife|husband|kids?|son|daughter|twins|baby)', 'twins', 'jealous|envy|envious', 'favourite|golden (?:boy|child)', 'toddler|newborn|nappy|nappies', '(?:they\'re|both|finally) (?:both )?asleep', '\\bDad\\b|\\bMum\\b'],
  rules: [
    { hears: ['(?:my|our) <kin> (?:is|was|has been|got|fell) (?:so |very |really |still )?(?:ill|sick|unwell|poorly|in hospital)', '(?:he|she)(?:\'s| is| was) (?:still )?in (?:hospital|intensive care)'], weight: 2, says: ['I\'m sorry. A worry like that comes along wherever you go.', 'It\'s hard when somebody dear is ill and there is so little one can do.', 'How are things there today?'] },
    { hears: ['(?:brother|sister)(?:\'s| has)? (?:bought|got|won|been|had)', 'of course (?:he|she|they) (?:has|have|did|does|is)'], weight: 2, says: ['Of course. There\'s a whole childhood in those two words.', 'It sounds as if that isn\'t the first time.', 'And there you stand and are supposed to clap.', 'What was your first thought when you heard?'] },
    { hears: ['never once', 'never (?:been|come|came|asked|visited|called|helped)', 'always (?:him|her|the same)', 'twice already', 'only (?:has )?eyes for'], weight: 1.5, says: ['So it\'s counted in visits. Twice there, and not once with you.', 'It\'s not about the thing itself, it sounds like. It\'s about who gets the time.', 'That sort of sum adds itself up, whether one wants it or not.', 'What would you have liked instead?'] },
    { hears: ['I\'m jealous', 'jealous of', 'envy|envious', 'gravestone', 'how (?:childish|silly|pathetic)', 'at my age'], weight: 2, says: ['{Echo}. It\'s a small thing with a big thing behind it.', 'Nothing to be ashamed of. You can want a thing at any age.', 'Envy often knows quite well what is missing.', '{Echo}. What is it about them?'] },
    { hears: ['it was always (?:like that|the same)', '(?:he|she) (?:played|was|got|did)[^.]*, I (?:played|was|got|did)', 'guess who', 'as (?:kids|children)', 'growing up'], weight: 2, says: ['So it has a long history, this. And you still have every detail of it.', 'You had a ringside seat for it, even back then.', 'Old, and still sore to the touch.'] },
    { hears: ['(?:he|she)(?:\'s| is) not (?:horrid|horrible|nasty|mean|bad|awful)', 'that\'s the worst of it', 'asked me to (?<what>[^.,!?]+)', '(?:he|she) means well'], weight: 2.5, says: ['It would be easier if he were unkind. Then one could just be cross.', 'So he\'s nice about it, and that leaves you nowhere to put it.', 'He wants you there, it sounds like. That must make it more tangled.', 'And what did you say?'] },
    { hears: ['out of spite', 'I said \'', 'on purpose', 'to annoy (?:him|her)'], weight: 2, says: ['Ha. A sweet little revenge.', 'Spite, and with a sense of humour.', 'A small revenge, and nobody hurt. One needs that sometimes.', 'And was it worth it?'] },
    { hears: ['I(?:\'d| would) (?:just )?like (?<wish>(?:dad|mum|him|her|them|my) [^.]*)', 'that\'s all it is', 'all I (?:want|wanted|need)', 'just want (?<wish>(?:him|her|them|dad|mum) to [^.!?]+)'], weight: 3, says: ['So that\'s it: {wish}. It isn\'t much, and it\'s everything.', 'You\'d like him to turn up for you, with no occasion needed.', 'What would you two do with that hour?', 'It sounds as if it was never about the thing. It\'s the hour that goes with it.'] },
    { hears: ['I could ask (?:him|her|dad|mum|them)', 'there\'s a (?<thing>[a-z]+) (?:behind|under|in|on)', 'could ask'], weight: 2.5, says: ['A {thing} is as good a reason as any. It may be waiting for exactly that.', 'You could. It\'s a small question that says a lot.', 'It sounds as if you\'ve just found your excuse.', 'When could you ask?'] },
    { hears: ['looks awful', 'really (?:did|painted|bought|made) it', 'took me (?:at my word|seriously)'], weight: 2, says: ['Taken at your word. There\'s something fond in that.', 'And what did you answer?', 'He really did. It sounds as if he wanted that room to be yours.', 'Awful, and all for you, {player}. It must be hard to stay cross after that.'] },

    { hears: ['I\'ve (?:only )?got (?:five|ten|two) minutes', 'both asleep', 'finally asleep', 'don\'t breathe'], weight: 2.5, acts: 'any', says: ['Not a sound from me. These minutes are yours.', 'I\'m whispering. Sit down first.'] },
    { hears: ['twins\\b', '<a:name> and <b:name>, (?<old><number> (?:months|years|weeks))', '(?<old><number> (?:months|weeks)) old'], weight: 2, says: ['{A} and {b}, and never both at the same time, it sounds like.', 'Two of them at {old}. That\'s a lot of small people.', '{A} and {b}. Who is who?'] },
    { hears: ['put the (?<what>[a-z]+) in the (?<where>[a-z ]+?)(?: this| and|[.,])', 'in the fridge', 'forgot (?:my own|what day|the)', 'not even joking'], weight: 2.5, says: ['The {what} in the {where}. It makes perfect sense on that little sleep.', 'Somewhere in there is a very tired logic.', 'That\'s what a head does when it runs on fumes. It\'s funny, and it isn\'t.'] },
    { hears: ['I love (?:them|him|her)[^.]*(?:but|do)', 'just to (?:eat|drink|sit|be)', 'on my own,? and I cried', 'shut myself', 'hid in', 'locked (?:myself|the)'], weight: 3, says: ['You love them, and you needed one door between you and everybody. Both are true.', 'A closed door and a minute to yourself. It sounds as if you were at the very end of your strength.', 'Of course you love them. And even love has to sit down sometimes.'] },
    { hears: ['my (?<who>wife|husband|partner)(?:\'s| is)? (?:on|away|at|working|out)', 'so it\'s (?:just )?me', 'on my own with', 'single(?:-| )handed', 'from <number> (?:o\'clock )?onwards'], weight: 2, says: ['So from then on there\'s nobody to hand anything to.', 'That\'s a long shift, and nobody relieves you.', 'All of it, every day this week, on one pair of legs.', 'How do you get through to the evening?'] },
    { hears: ['everyone says [^.!?]*(?:enjoy|moment|fast|precious)', 'enjoy every (?:moment|minute|second)', 'they grow up so fast', 'you\'ll miss (?:it|this)'], weight: 3, says: ['One would be plenty. That\'s a modest wish.', 'It\'s easily said by people who have slept. One quiet one would do.', 'Every moment is a lot of moments. I hope this one counts as yours.', 'What would your one moment look like?'] },
    { hears: ['(?:did|has|had)? ?offer(?:ed)?', 'I told (?:him|her|them) no', 'said no', 'look as if I (?:could|can) (?:manage|cope)', 'didn\'t want to (?:ask|bother|seem)'], weight: 3, says: ['He offered, and you wanted to look as if you could manage. Nobody manages this alone.', 'It sounds as if saying no cost more than it saved.', 'That offer may still be standing there, with its coat on.', 'What would it be like to say yes?'] },
    { hears: ['tell me to (?<order>[^.!?]+)'], not: 'don\'?t tell', weight: 5, acts: 'any', says: ['{Order}. Go on.', '{Order}. Now, while you mean it.'] },
  ],
  examples: [
    { heard: 'My mum never listens to me', says: 'So you talk, and it goes past her. What do you wish she\'d heard?' },
    { heard: 'I had a fight with my dad', says: 'With your dad. Is it still in the air?' },
    { heard: 'My sister is the favourite', says: 'How do you notice it?' },
    { heard: 'My son took his first steps today', says: 'His first steps. Who did he walk to?' },
    { heard: 'My parents are getting divorced', says: 'I\'m sorry. That moves the floor under everybody. How did you hear?' },
    { heard: 'I am pregnant', says: 'That\'s big news. How is it sitting with you?' },
    { heard: 'My grandmother is in hospital', says: 'That\'s a worry that follows you around. How is she today?' },
    { heard: 'The kids won\'t stop fighting', says: 'And you\'re the referee, without a whistle.' },
    { heard: 'I shouted at my kids and I feel awful', says: 'It was louder than you wanted. And it sounds as if you\'ve been sorry ever since.' },
    { heard: 'My brother and I finally talked', says: 'Finally. Who started?' },
  ],
};
