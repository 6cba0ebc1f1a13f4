import type { ContentFile } from '../content.ts';

/** What is worth keeping of what somebody tells, whatever it is about. */
export const FACTS: ContentFile = {
  language: 'en',
  classes: {
    event: ['(?:driving|maths|math|physics|chemistry|biology|history|piano|music|final|big|job|work|budget|team|school|birthday|leaving|house) (?:exam|test|interview|presentation|meeting|concert|party|recital|deadline|talk|trip)', 'exams?', 'driving test', 'test', 'interview', 'presentation', 'audition', 'concert', 'recital', 'wedding', 'operation', 'appointment', 'meeting', 'deadline', 'race', 'match', 'party', 'speech'],
    lost: ['died', 'has died', 'passed away', 'passed on', 'was put to sleep', 'had to be put (?:down|to sleep)', 'is gone', 'didn\'t make it'],
  },
  facts: [
    { slot: 'player', first: true, hears: ['(?:I\'m|I am|my name\'s|my name is|call me) <player:name>(?= by the way|[.,!?]| and|$)', '(?:said|says|say) \'[^\']*, <player:name>[.!?]?\''] },
    { slot: 'player', first: true, hears: '(?:my name is|my name\'s|call me) <player:anyname>' },
    { slot: 'petName', hears: ['(?:my|our|the) <pet>,? (?:called |named )?<petName:name>', '<pet>[^.]{0,30}? (?:called|named|name was|name is) <petName:name>', '(?:my|our) <pet> (?:<lost>)[^.!?]*[.!?] <petName:name>[.,!?]'] },
    { slot: 'petKind', hears: '(?:my|our) (?<petKind><pet>)' },
    { slot: 'loss', is: 'yes', hears: ['(?:my|our) <pet>[^.]{0,30}? (?:<lost>)', 'we (?:lost|buried) (?:my|our) <pet>', 'had to (?:say goodbye to|put down) (?:my|our) <pet>'] },
    { slot: 'lostOne', hears: ['(?:my|our) <lostOne:kin> (?:<lost>)', '(?:I|we) (?:lost|buried) (?:my|our) <lostOne:kin>', '(?:since|when) (?:my|our) <lostOne:kin> died'] },
    { slot: 'age', hears: '(?:he|she|it) was <age:number>(?=[.,!?]| years| when| and|$)' },
    { slot: 'event', hears: ['(?:I\'ve|I have|I) got (?:my |an? |the )?(?<event><event>)', '(?:my|the|an?|our|her|his) (?<event><event>)', '(?:I\'ve|I have) got <event:word> (?:on )?<day>'] },
    { slot: 'when', hears: ['(?:<event>)(?:\'s)?[^.!?]{0,20}? (?:on |is )?<when:day>', '(?:I\'ve|I have) got [\\p{L} ]{2,30}? (?:on )?<when:day>', '(?:I\'m on|I go on|it starts|I start|it\'s) (?:in|at|on) (?<when><number> (?:minutes|hours|days)|<day>)'] },
    { slot: 'friend', hears: ['(?:my|our) (?:best )?(?:friend|mate|flatmate|roommate|neighbour),? (?:there, )?<friend:name>', '<friend:name> and I', '(?:could|might|should|going to|will|\'ll) (?:ring|call|text|message|write to|phone|see|ask) <friend:name>', '(?:texting|ringing|calling|phoning) <friend:name>'] },
    { slot: 'someone', hears: ['(?:my|our) <person>,? <someone:name>', '(?:called|named) (?:Mrs |Mr |Miss )?<someone:name>'] },
    { slot: 'child', hears: ['(?:my|our) (?:son|daughter|grandson|granddaughter|nephew|niece|little boy|little girl|baby),? <child:name>', '(?:my|our) (?:son|daughter|grandson|granddaughter|little boy|little girl)[^.!?]*[.!?] <child:name>[.,]'] },
    { slot: 'town', hears: ['(?:moved|came) to <town:name>', 'home\'s <town:name>', '(?:home is|I\'m from|I am from|I come from) <town:name>'] },
    { slot: 'till', hears: '(?:lent|mine|borrowed|have it|need it)[^.!?]*(?:till|until) <till:day>' },
    { slot: 'plan', hears: ['(?:I\'ll|I will|I\'m going to|I am going to|I might|I may|I could|maybe I\'ll|we\'ll|we could) (?<plan>(?:actually )?(?:ring|call|phone|write|text|message|go|put|draw|try|ask|tell|talk|send|take|make|cook|bake|visit|stand|find|look|start|learn|buy|get|read|walk|turn|feed|see|bring|invite|paint|plant|fix|practise|practice|revise|rest|sleep|meet|say)\\b[^.,;:!?…—()\\n]*)', '(?:to|should) (?<plan>(?:ring|call|phone|text|write to) [^.,;:!?…—()\\n]+)'], not: 'don\'t tell|I could have|try not' },
    { slot: 'noHints', is: 'yes', hears: ['no (?:hints?|help|tips|spoilers)', 'don\'t (?:give me|tell me) (?:a |any |the )?(?:hints?|answer|solution|tips?|how)', 'without (?:a hint|hints|help)', 'on my own', 'don\'t answer that'] },
    { slot: 'quiet', lasts: 3, is: 'yes', hears: ['don\'t (?:ask|talk to) me', 'don\'t (?:even |really )?want to talk', '(?:just )?be quiet', 'leave me (?:alone|be)', 'want to be left alone', 'not in the mood to talk', 'don\'t feel like talking', 'stop asking', 'no more questions', 'rather not (?:say|talk)'] },
    { slot: 'night', is: 'yes', hears: ['can\'t sleep', 'couldn\'t sleep', 'still awake', 'middle of the night', 'lie awake', 'lying awake', '(?:two|three|four) (?:in the morning|a\\.?m\\.?)'] },
    { slot: 'hurry', is: 'yes', hears: ['I\'ve (?:only )?got (?:five|two|three|ten|a few) minutes', 'I\'m on in', 'in a hurry', 'quick(?:ly)? (?:chat|word)'] },
    { slot: 'liked', hears: 'this (?:bit|part|level|place|room|scene|view) (?:with|of) (?<liked>(?:the|a|all the) [a-z ]+?) (?:is|looks) (?:nice|lovely|good|beautiful|pretty)' },
    { slot: 'count', hears: ['<count:number> (?:times|goes|tries|attempts|deaths)', '^<count:number>[.!]'] },
    { slot: 'tries', hears: '<tries:number> (?:applications|interviews|attempts|drafts|versions|lessons|years of trying)' },
  ],
};
