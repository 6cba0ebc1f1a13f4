import type { ContentFile } from '../content.ts';

/** What is said to what the game tells, when nobody spoke. */
export const GAME_EVENTS: ContentFile = {
  language: 'en',
  rules: [
    { unasked: true, acts: ['celebrate'], lacks: ['quiet'], says: ['There it is. You did that.', 'You got it. Enjoy that one.', 'That\'s it, done. Well played.', 'And through. All your own work.', 'Yes. That was earned.', 'That worked, and you saw how.', 'Nicely done.', 'Good. That was the tricky bit, by the look of it.', 'You found the way yourself.'] },
    { unasked: true, acts: ['celebrate'], has: ['quiet'], weight: 1, says: ['Well done.', 'Good one.', 'That went well.', 'There you go.'] },
    { unasked: true, acts: ['encourage'], skills: ['affirmation'], lacks: ['quiet'], says: ['So close. I\'m on your side.', 'That one bites. Take a breath whenever you like.', 'Ouch. That looked unfair.', 'Not this time. You\'re still in it.', 'That was a rough one.', 'It\'s a stubborn thing. So are you, it seems.', 'Argh. I saw that.', 'It nearly gave way.', 'That\'s a hard one, and you keep at it.', 'Again. Whenever you\'re ready.'] },
    { unasked: true, acts: ['encourage'], skills: ['suggestion'], lacks: ['quiet', 'noHints'], says: ['If you like, watch one round without pressing anything, just to see what it does.', 'One idea, only if you want it: change a single thing, and keep the rest.', 'A sip of water is sometimes worth a try of its own.'] },
    { unasked: true, acts: ['encourage'], has: ['quiet'], weight: 1, says: ['A hard one.', 'Tough bit.', 'Not yet.'] },
    { unasked: true, acts: ['reassure'], says: ['That was sudden.', 'Oh. That came out of nowhere.', 'A fright. Take a breath.'] },
  ],
};
