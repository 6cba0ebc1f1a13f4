/** Words of the page about what suits somebody. */
export const adapt = {
  lead: 'A character can learn how somebody likes to be talked with: from their ratings, and from what they do. Here it meets simulated people, whose tastes it does not know. Nothing leaves this page.',
  who: 'Which person it meets', kind: 'Their tastes', kinds: { linear: 'Simple tastes', curved: 'Tangled tastes' },
  kindHelp: 'Simple tastes add up as the learner assumes. Tangled ones depend on mood and on each other, so it can only come near them.',
  turns_one: '{{count}} turn', turns_other: '{{count}} turns', change: 'Their taste changes', forget: 'Forget all',
  right: 'How right it is', met: 'Turns', rated: 'Of these rated', within: 'Ratings within the interval of {{share}}', error: 'Error of its predictions', errorOfMean: 'Error of the mean so far', noticed: 'Noticed another taste at turn', never: 'never',
  progress: 'How content they are', noTurns: 'No turns yet', progressOf: 'At the end {{chosen}}; as the character is {{own}}; at best {{best}}',
  lines: { best: 'the best there is', chosen: 'as it has learnt', own: 'the character as it is' },
  learnt: 'What it has learnt', truth: 'Show their real taste',
  legend: 'Dots: what less and more seem to add to their satisfaction, right of the line a gain; lines hold 95 %. The bar below: how often less, the character’s own way and more were used.',
  tried: 'Used: less {{less}}, own way {{own}}, more {{more}} times', side: { less: 'less', more: 'more' },
  notKnown: 'It does not know yet.',
  sure: { perhaps: 'Perhaps they {{what}}.', probably: 'They probably {{what}}.', surely: 'They quite surely {{what}}.' },
  respects: { verbosity: 'Words', warmth: 'Warmth', mirroring: 'Shared joy', pace: 'Pace', initiative: 'Initiative', asking: 'Questions' },
  leanings: {
    verbosity: { less: 'like short answers', own: 'like answers as long as they are', more: 'like longer answers' },
    warmth: { less: 'like a cooler face', own: 'like the face as it is', more: 'like more smiles' },
    mirroring: { less: 'want joy met quietly', own: 'like how it shares joy', more: 'want joy shared' },
    pace: { less: 'like slow, quiet speech', own: 'like the pace as it is', more: 'like quick, lively speech' },
    initiative: { less: 'want to be left to speak first', own: 'like how soon it speaks up', more: 'like it to speak up sooner' },
    asking: { less: 'want a listener', own: 'like as many questions as it asks', more: 'like being asked' },
  },
};
