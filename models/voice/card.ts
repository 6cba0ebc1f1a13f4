import type { Evaluation } from '../../src/learn/evaluation.ts';
import type { CardOptions } from '../../src/learn/report/model-card.ts';
import type { StrangerFigures } from './tell-strangers.ts';

const EMODB = 'CC0 1.0, as audEERING declares for its publication of EmoDB (Burkhardt et al. 2005)';
const RAVDESS = 'CC BY-NC-SA 4.0 (Livingstone and Russo 2018); never learnt from';

const STRANGERS = [
  'Mean variance of valence and arousal (0.333 is unknown) of what is not one voice like those that were learnt from, beside EmoDB as recorded. Each is heard as somebody\'s first utterance by a net that has not heard the speaker it is made of or, where a machine speaks, the sentence.',
  'Each kind was kept from the nets of two speakers: "kind not taught" is how they take it, and the better guess at what nobody thought of. A voice played backwards and Praat\'s synthesiser (eSpeak) were taught to none.',
  'All of it is made up. The laughter is bursts of 4 to 6 a second, cut from a vowel of EmoDB or synthesised; nobody laughs in it. The child is an adult whose recording was sped up. A telephone line counts as usual: some of the sessions that are learnt from have one.',
].join(' ');

/** What only people know of the voice head. */
export function voiceCard(metrics: readonly Evaluation[], strangers: StrangerFigures): Omit<CardOptions, 'metrics'> {
  return {
    name: 'Affect from a voice',
    purpose: 'Tells which of eight emotions, and which valence, arousal and dominance, a voice appears to express, from pitch, loudness, voice quality and spectrum of what was said so far, relative to how the speaker was heard before; never from words.',
    data: [
      { name: 'EmoDB, the copy cut to 2 s', licence: EMODB, use: 'training, with recordings made up from it, and testing by speaker', n: 535 },
      ...metrics.filter(({ data }) => data !== 'EmoDB').map(({ data, n }) => ({ name: data, licence: RAVDESS, use: 'testing', n })),
    ],
    subjects: 'Ten German actors, five women and five men of 21 to 35 years, who spoke ten everyday sentences as if they felt one of seven emotions; 20 listeners agreed on those that were kept. Nobody was recorded feeling anything. Children, the old, and every other language are missing.',
    special: { title: 'Strange voices', about: STRANGERS, rows: strangers },
    failures: [
      'EmoDB has no ratings of valence, arousal and dominance. They are means over where emotions lie in a published table (src/core/affect/emotions-of-affect.ts), so they know no more than the emotions do; valence is the weakest.',
      'EmoDB\'s boredom is a class of the net of its own; it counts as neutral among the eight and as calm for arousal.',
      'Surprise and contempt were not learnt: each keeps 2% whatever is heard.',
      'Happiness is often taken for anger and the reverse: both are loud and high.',
      'Until a few utterances of a speaker were heard, a high voice may appear more aroused than it is, and a low one less.',
      'Settings were chosen on EmoDB, with speakers and sentences both left out, and partly by the same folds that are reported, so those figures are a little kind. RAVDESS was scored four times while the head was made, the last time with the net of strangers: the first score asked for a head that carries further, but no setting was chosen by any.',
      'A voice played backwards is hardly told from one played forwards, and a kind of stranger that was not taught is told less often than one that was; the table of strange voices has the figures.',
      'Confidence beyond EmoDB is too high: expect the calibration error that is given for RAVDESS, not the other.',
    ],
    intended: ['an agent\'s guess of how its player sounds, with its uncertainty, on the player\'s own device and with consent'],
    command: 'npm run train -- voice && npm run evaluate -- voice',
  };
}
