import type { ContentFile } from '../content.ts';

/** Good news and small victories. The thing itself is celebrated, and nothing bigger put in its place. */
export const WINS: ContentFile = {
  language: 'en',
  topic: 'win',
  words: ['I (?:won|did it|managed|finished|passed|made it|swam|ran|cooked|baked|learnt|learned)', 'first (?:time|length|lap|loaf|mile|place)', 'two wins|a win', 'proud of', 'finally (?:did|got|made|managed)', 'whole length', 'I did it'],
  facts: [{ slot: 'feat', hears: ['(?:this morning|today|yesterday|just) I (?<feat>(?:swam|ran|cooked|baked|climbed|cycled|walked|wrote|fixed|built|read|finished|learnt|learned|played) [^.,!?]+)', 'I (?:just |finally )(?<feat>(?:swam|ran|cooked|baked|climbed|cycled|walked|wrote|fixed|built|read|finished|learnt|learned|played) [^.,!?]+)'] }],
  rules: [
    { hears: ['I (?:just |finally )?(?<feat>(?:swam|ran|cooked|baked|climbed|cycled|walked|wrote|fixed|built|read|finished|learnt|learned|played) (?:a|an|the|my|all|for)[^.,!?]+)'], weight: 2, acts: 'any', says: ['You {feat}. That\'s the one I want to hear about.', 'You {feat}. How did that feel, right at the end?'] },
    { hears: ['I\'m (?<old><number>)[.,]', 'never (?:learnt|learned|could|dared)', 'couldn\'t (?:swim|read|ride|drive|cook|dance|speak)[^.]* (?:till|until)'], weight: 2, has: ['feat'], says: ['All that time without it, and then you went and learned. What made you start?', 'So it was never there to begin with, and you built it from nothing. What got you going?'] },
    { hears: ['<n:number> (?:metres|meters|miles|kilometres|pages|lengths|laps|minutes)', 'swallowed', 'every (?:metre|step|bit) of'], weight: 2, says: ['Not an elegant road, by the sound of it, and you still arrived.', 'So it was hard won, one mouthful at a time.', '{N} of them. When did you know you\'d make it?'], has: ['feat'] },
    { hears: ['(?:instructor|teacher|coach|trainer)(?:\'s| is)? (?:called )?<who:name>', 'clapp(?:ed|ing)', 'cheer(?:ed|ing)', 'walked along'], weight: 2, says: ['{Who} clapping all the way. It sounds as if she wanted it nearly as much as you.', 'That\'s a person worth having at the edge of things.', 'So you had {who} beside you for every bit of it.', 'What did {who} say at the end?'] },
    { hears: ['because of (?<why>(?:my |the )?[^.]+)', 'for my <kin>', 'you always (?<always>[^\'".]+)'], weight: 2, says: ['“You always {always}.” So that\'s the sentence that did it.', 'So it began with one small remark. They hit home sometimes.', 'And was that when you made up your mind?', '{Why}. That\'s as good a reason as any.'] },
    { hears: ['don\'t want to (?<old>[^.]+)\\. I want to (?<new>[^.]+)', 'I want to be (?<new>in it[^.]*)'], weight: 3, says: ['So that\'s what it\'s for: to {new}.', 'To {new}. That says it all.', 'Then somebody else may {old}, this time.', 'What will be the first thing you do?'] },
    { hears: ['only said', 'just said', '\'oh,', 'took the shine off', 'didn\'t (?:even )?(?:care|notice|congratulate)', 'is that (?:it|all)'], weight: 3, says: ['That\'s a cold little “oh”. The thing itself hasn\'t got any smaller by it.', 'It does take the air out for a moment. You know what it took.', 'What would you have liked to hear?', 'From where {friend} stands it may look small. From where you were it was the whole way.'] },
    { hears: ['still,', 'a lot more than (?:none|nothing)', 'none at all', 'better than nothing', 'somebody else is', 'more than (?:none|last)'], weight: 3, says: ['You {feat}. Nobody can make that smaller. Well done, truly.', '{Player}, from none to one is the longest step there is.', 'None, and now one. That\'s the whole difference.', 'Shine back on, by the sound of it. Well done, truly.', 'And what comes to mind when you think of it now?'] },
    { hears: ['two wins', 'I won', 'we won', 'first place', 'beat (?:my|the) (?:record|best)'], weight: 1, acts: 'any', says: ['That\'s a good day\'s work. Which one feels bigger?', 'Well won. Tell me how it went.'] },
  ],
  examples: [
    { heard: 'I ran five kilometres without stopping', says: 'Without stopping once. When did you know that you\'d make it?' },
    { heard: 'I learned to ride a bike at forty', says: 'At forty, on two wheels. Where did you go first?' },
    { heard: 'I cooked dinner and it actually tasted good', says: 'It did. What was it, and who got to taste it?' },
    { heard: 'I made my bed for the first time in weeks', says: 'For the first time in weeks. It can be a big thing, a made bed.' },
    { heard: 'I asked for help today', says: 'You asked. That isn\'t the easy way, whatever people say. How was it?' },
    { heard: 'I have been sober for a month', says: 'A whole month, day by day. Which day was the hardest?' },
    { heard: 'We got the flat', says: 'You got it. What are you going to put in it first?' },
    { heard: 'It is my birthday today', says: 'Happy birthday to you. How are you spending it?' },
  ],
};
