import type { Risk } from '../signals/risk.ts';

/**
 * Which concepts together speak of danger. Those beside each other must come in this order and near each other; those
 * on both sides of a + anywhere in the message. A rule with a ! holds in a message about work, news or machines too.
 */
export const CRISIS_RULES: Readonly<Partial<Record<Risk, readonly string[]>>> = {
  'other-in-danger': [
    'friend says theyDie', 'friend want killThem!', 'friend says killThem!', 'friend killThem + afraid', 'friend killThem + screams', 'killThem + height', 'friend killThem', 'friend want theyDie', 'friend unconscious', 'unconscious friend', 'friend stand height', 'friend took tooMany pills', 'friend took + tooMany pills',
    'friend took poison', 'friend weapon + afraid', 'ready pills + friend', 'friend pills tooMany!', 'friend pills + unconscious', 'hurtingThem', 'nextDoor + screams!', 'attackThem!', 'friend trapped hotPlace!', 'friend hotPlace + trapped',
    'friend says goodbye + theyDie', 'friend collapse', 'friend cantFeel', 'friend took pills tooMany',
  ],
  'self-harm': [
    'me killMyself!', 'want killMyself!', 'killMyself me!', 'killMyself want!', 'killMyself + afterTonight', 'want suicide!', 'me suicide', 'want die!', 'suicide noReason', 'die noReason', 'howMany die', 'die howMany',
    'notWant live!', 'notWant goOn', 'cant goOn', 'noReason live!', 'noReason goOn!', 'noReason keepsHere!', 'withoutMe better!', 'better withoutMe!', 'gone better', 'nobody notices gone!', 'nobody gone notices', 'gone nobody notices!', 'gone notices',
    'burden!', 'hopeless!', 'farewell', 'sleep neverWake!', 'everything stop forever', 'want everything stop', 'everything forever stop', 'goodbye + last lastOf', 'goodbye + afterTonight + notThere', 'last lastOf + me + afterTonight', 'last lastOf goodbye',
    'afterTonight notThere!', 'notThere afterTonight!', 'notThere + goodbye!', 'notThere + arranged', 'reunite!', 'arranged + theyWont', 'arranged + keepsHere', 'arranged + notThere', 'arranged + goodbye', 'arranged + withoutMe',
    'dateSet + me', 'dateSet + die', 'pills ready!', 'ready pills!', 'ready weapon + want', 'weapon ready + die', 'weapon ready + afterTonight', 'weapon ready + cant', 'me stand height jump!', 'stand height + jump!', 'height jump', 'me crash!', 'crash', 'painless way lethal!', 'painless way die', 'howMany lethal', 'howMany suicide',
    'howMany killMyself', 'killMyself howMany', 'noReason killMyself', 'killMyself noReason', 'goOn noReason', 'want afterlife', 'me harmMe!', 'harmMe', 'cut bodyOfMe', 'bodyOfMe cut', 'cut blood + me', 'weapon bodyOfMe', 'weapon relief', 'me ready + pills', 'weapon + ready pills', 'howMany painless', 'weapon cut', 'bang relief', 'bang blood', 'relief bang', 'relief cut', 'purge', 'deserve + harmMe', 'deserve die', 'me goodbye forever',
  ],
  abuse: [
    'kin hits hitMe!', 'beaten!', 'kin threat hitMe', 'kin threat + weapon', 'kin if threat', 'kin threat if hitMe', 'kin force forced + afraid', 'kin force forced + violence', 'force + hush', 'kin force forced + hits', 'lockedUp + kin!', 'lockedUp + afraid', 'kin coerce intimate!', 'coerce intimate + kin',
    'afraid homeward', 'afraid afraidOf + violence!', 'afraid kin + violence', 'kin violence + afraid', 'bruise + kin', 'kin weapons', 'nightVisit!', 'online + threat', 'online + force', 'online + coerce', 'online + kin + if', 'stalk + kin', 'stalk + violence', 'hush + afraid', 'hush hush',
  ],
  medical: [
    'breathless breathe!', 'chest pain + severe!', 'pain chest + severe!', 'severe pain chest!', 'cantFeel!', 'bodyPart numb + severe', 'bodyPart numb + bodyPart numb', 'bleeds wontStop!', 'wontStop bleeds!', 'cough bleeds!', 'took tooMany pills!', 'took pills tooMany!', 'tooMany pills took',
    'took pills + unwell', 'pills took + unwell', 'took poison!', 'poison took', 'allergy swell!', 'throat swell!', 'swell throat', 'gas + gassed!', 'me collapse!', 'collapse + unwell', 'collapse + severe', 'attack!', 'inhaler lacks', 'lacks inhaler', 'pregnant + bleeds', 'pregnant + pain severe', 'me fell + injured!',
    'fell injured', 'fell cantFeel', 'sugar low + unwell!', 'sugar low + numb', 'fever + feverSign!', 'dyingNow!',
  ],
};
