/** What the rules of the screen speak of, whatever the language. */
export const CONCEPTS = [
  'me', 'bodyOfMe', 'killMyself', 'suicide', 'die', 'want', 'notWant', 'live', 'goOn', 'cant', 'noReason', 'withoutMe', 'gone', 'better', 'nobody',
  'notices', 'burden', 'deserve', 'sleep', 'neverWake', 'stop', 'everything', 'goodbye', 'last', 'lastOf', 'afterTonight', 'notThere', 'reunite',
  'arranged', 'theyWont', 'dateSet', 'pills', 'ready', 'weapon', 'height', 'stand', 'jump', 'crash', 'howMany', 'lethal', 'afterlife',
  'harmMe', 'cut', 'blood', 'bang', 'relief', 'purge', 'kin', 'hits', 'hitMe', 'beaten', 'threat', 'if', 'force', 'forced', 'coerce', 'intimate', 'lockedUp', 'afraid', 'afraidOf', 'violence',
  'bruise', 'weapons', 'nightVisit', 'online', 'stalk', 'hush', 'breathe', 'breathless', 'chest', 'pain', 'severe', 'numb', 'bodyPart', 'cantFeel', 'bleeds',
  'wontStop', 'cough', 'took', 'tooMany', 'poison', 'unwell', 'allergy', 'swell', 'throat', 'gas', 'gassed', 'collapse', 'attack', 'inhaler', 'lacks',
  'pregnant', 'fell', 'injured', 'sugar', 'low', 'fever', 'feverSign', 'friend', 'says', 'killThem', 'theyDie', 'unconscious', 'hurtingThem',
  'farewell', 'nextDoor', 'screams', 'attackThem', 'trapped', 'hotPlace',
] as const;
export type Concept = (typeof CONCEPTS)[number];

/** How a language says each concept. */
export type Lexicon = Readonly<Record<Concept, string>>;
