import type { Crisis } from '../signals/risk.ts';

/**
 * Which concepts together speak of danger. Those beside each other must come in this order and near each other; those
 * on both sides of a + anywhere in the message. A rule with a ! holds in a message about work, news or machines too.
 *
 * Written by hand; kept, and told apart, by how often each is right on the lines of models/safety, which no rule was made from.
 */
export type CrisisRules = Readonly<Record<Crisis, readonly string[]>>;

/** Right in at least 95 of 100 lines in which no other of them speaks: nobody else is asked. */
export const OUTRIGHT_RULES: CrisisRules = {
  'other-in-danger': ['friend took poison', 'friend pills + unconscious', 'friend trapped hotPlace!'],
  'self-harm': ['killMyself + afterTonight', 'gone better', 'reunite!', 'dateSet + die', 'me stand height jump!', 'stand height + jump!', 'deserve + harmMe', 'better withoutMe!'],
  abuse: ['kin force forced + hits', 'kin coerce intimate!', 'coerce intimate + kin'],
  medical: ['severe pain chest!', 'throat swell!', 'fever + feverSign!', 'sugar low + unwell!'],
};

/** Right in most lines: a reader that listens for danger may know better. */
export const SUSPECT_RULES: CrisisRules = {
  'other-in-danger': [
    'friend says killThem!', 'friend pills tooMany!', 'hurtingThem', 'friend hotPlace + trapped', 'friend cantFeel', 'friend says theyDie', 'friend want killThem!',
    'friend killThem', 'friend want theyDie', 'friend unconscious', 'friend stand height', 'friend took tooMany pills', 'friend took + tooMany pills', 'friend weapon + afraid',
    'ready pills + friend', 'nextDoor + screams!', 'attackThem!', 'friend says goodbye + theyDie',
  ],
  'self-harm': [
    'withoutMe better!', 'afterTonight notThere!', 'notThere + goodbye!', 'pills ready!', 'me harmMe!', 'cut blood + me', 'weapon bodyOfMe', 'purge', 'me killMyself!',
    'want killMyself!', 'killMyself me!', 'killMyself want!', 'want suicide!', 'me suicide', 'want die!', 'die noReason', 'howMany die', 'notWant live!', 'notWant goOn',
    'nobody notices gone!', 'gone notices', 'burden!', 'farewell', 'sleep neverWake!', 'want everything stop', 'goodbye + last lastOf', 'goodbye + afterTonight + notThere',
    'notThere + arranged', 'arranged + theyWont', 'arranged + notThere', 'dateSet + me', 'ready pills!', 'ready weapon + want', 'weapon ready + cant', 'height jump', 'me crash!',
    'howMany lethal', 'want afterlife', 'harmMe', 'cut bodyOfMe', 'bodyOfMe cut', 'me ready + pills', 'bang relief', 'bang blood', 'relief cut',
  ],
  abuse: [
    'kin if threat', 'kin force forced + violence', 'lockedUp + afraid', 'nightVisit!', 'online + threat', 'online + coerce', 'online + kin + if', 'stalk + kin', 'hush + afraid',
    'kin hits hitMe!', 'beaten!', 'kin threat hitMe', 'kin threat + weapon', 'kin force forced + afraid', 'force + hush', 'lockedUp + kin!', 'afraid afraidOf + violence!',
    'afraid kin + violence', 'kin violence + afraid', 'bruise + kin', 'kin weapons', 'stalk + violence',
  ],
  medical: [
    'chest pain + severe!', 'pain chest + severe!', 'bleeds wontStop!', 'wontStop bleeds!', 'cough bleeds!', 'took tooMany pills!', 'took pills tooMany!', 'took pills + unwell',
    'pills took + unwell', 'allergy swell!', 'swell throat', 'collapse + unwell', 'inhaler lacks', 'pregnant + bleeds', 'fell injured', 'breathless breathe!', 'cantFeel!',
    'bodyPart numb + severe', 'bodyPart numb + bodyPart numb', 'took poison!', 'poison took', 'gas + gassed!', 'me collapse!', 'collapse + severe', 'attack!',
    'pregnant + pain severe', 'me fell + injured!', 'fell cantFeel',
  ],
};
