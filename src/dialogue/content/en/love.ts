import type { ContentFile } from '../content.ts';

/** Parting from a partner, and the smile that covers it. */
export const LOVE: ContentFile = {
  language: 'en',
  topic: 'love',
  words: ['moved out', 'broke up|split up|breakup|divorce|separated', 'left me', 'dumped', 'my ex\\b', 'girlfriend|boyfriend', 'in love|crush', '(?:he|she) left', 'smiling'],
  rules: [
    { hears: ['<who:name>(?:\'s| has)? (?:moved out|left(?: me)?|gone)', 'broke up with me', 'we (?:broke|split) up', '(?:he|she) (?:left|moved out)'], weight: 2, acts: 'any', says: ['{Who} has moved out. That\'s a big sentence, however lightly it comes.', 'That\'s a lot to come home to. I\'m sorry.', '{Who} has moved out. How is it in the evenings?'] },
    { hears: ['it\'s a relief', 'all mine now', 'I never (?:cooked|liked|wanted|needed)', 'better off', 'couldn\'t care less', 'good riddance'], weight: 1.5, acts: 'any', says: ['More room, yes. It may also be a lot of quiet.', 'Some of it may be relief. It needn\'t be all of it.', 'That\'s one side of it. If there is another, it can come too.', 'And the other side of it?'] },
    { hears: ['I\'m smiling', 'see,? I\'m (?:fine|smiling|laughing)', 'I do that,? smile'], weight: 2.5, acts: 'any', says: ['You are, and the words sound a little heavier than the smile. I may be wrong, you can put that aside.', 'The smile is there. I only wondered whether something else is there too.', 'The smile is there. Is anything else there too?'] },
    { hears: ['<years:number> years', '(?:he|she) left on', 'like it was'], weight: 2, says: ['{Years} years, and then one ordinary day. That\'s hard to fit together.', '{Years} years. One would think they deserved a better ending.', '{Years} years. Did you see it coming?'] },
    { hears: ['chin up|be strong|don\'t cry|big (?:girls|boys) don\'t|keep smiling|grin and bear', 'my (?:mother|mum|father|dad) (?:used to say|always said|would say)'], weight: 2.5, says: ['So you learned early to smile through it. You needn\'t do it for me, {player}.', 'That\'s a brave old rule, and a lonely one. Here it doesn\'t apply.', 'Did anybody ever let you off that rule, {player}?'] },
    { hears: ['(?:don\'t )?miss (?:him|her|them|the)[^.]*\\. I miss (?<what>[^.!?]+)', 'I miss (?<what>(?:him|her|his|hers|our|the way|waking|hearing|talking)[^.!?]*)'], weight: 3, says: ['It\'s {what}. The small sounds in a house, nobody warns you about those.', '{What}. So that\'s the gap in the day.', 'So that\'s what the quiet is made of.', 'It\'s {what}. When do you notice it most?'] },
    { hears: ['now I\'m crying', 'I\'m crying', 'makes me cry', 'tears'], weight: 2.5, acts: 'any', says: ['Let them come. It does sound truer than the smile.', 'Then cry. It doesn\'t need a special day.', 'That\'s all right. I\'m not in any hurry, {player}.'] },
  ],
  examples: [
    { heard: 'My girlfriend broke up with me yesterday', says: 'Yesterday. So it\'s hardly a day old. I\'m sorry.' },
    { heard: 'He never texted me back', says: 'And the phone just lies there. How long have you been waiting?' },
    { heard: 'I think I am in love', says: 'What gave it away?' },
    { heard: 'We argue about everything lately', says: 'Everything, and lately. Did something begin it?' },
    { heard: 'I saw my ex with somebody new', says: 'Seeing it is different from knowing it. That must have gone right through.' },
    { heard: 'She said yes', says: 'She said yes. Where were you when you asked?' },
    { heard: 'Our anniversary would have been tomorrow', says: 'So tomorrow is a date with nowhere to go. How would you like to spend it?' },
    { heard: 'I don\'t know if he still loves me', says: 'Not knowing can be worse than an answer. What makes you wonder?' },
  ],
};
