import type { Emotion, Evidence, Seconds } from '../core/index.ts';
import type { Degree, Findings, SenseFinding, Sureness } from './findings.ts';
import { isSeen, type Teller } from './language.ts';
import type { Missing } from './missing.ts';

type Graded = readonly [slight: string, plain: string, strong: string];

const ADJECTIVES: Readonly<Record<Emotion, Graded>> = {
  neutral: ['composed', 'composed', 'composed'],
  happiness: ['a little glad', 'glad', 'very happy'],
  surprise: ['a little surprised', 'surprised', 'astonished'],
  sadness: ['a little sad', 'sad', 'very sad'],
  anger: ['a little annoyed', 'angry', 'very angry'],
  disgust: ['a little put off', 'disgusted', 'deeply disgusted'],
  fear: ['a little uneasy', 'afraid', 'very frightened'],
  contempt: ['a little scornful', 'scornful', 'very scornful'],
};

const NOUNS: Readonly<Record<Emotion, string>> = {
  neutral: 'composure', happiness: 'gladness', surprise: 'surprise', sadness: 'sadness', anger: 'anger', disgust: 'disgust', fear: 'fear', contempt: 'scorn',
};

const SURE: Readonly<Record<Sureness, string>> = {
  guess: ', but that is hardly more than a guess', open: ', though that is far from certain', fair: ', and that seems fairly sure', high: ', and there seems to be little doubt about it',
};

/** What can be seen of a face or heard of a voice, by how strongly. */
const CUES: Readonly<Record<string, Graded>> = {
  smile: ['a faint smile', 'a smile', 'a broad smile'],
  'mouth-corners-down': ['slightly lowered corners of the mouth', 'lowered corners of the mouth', 'clearly lowered corners of the mouth'],
  'brows-raised': ['slightly raised brows', 'raised brows', 'highly raised brows'],
  'brows-lowered': ['a slight frown', 'a frown', 'a deep frown'],
  'eyes-wide': ['slightly widened eyes', 'wide eyes', 'very wide eyes'],
  'mouth-open': ['slightly parted lips', 'an open mouth', 'a wide open mouth'],
  'nose-wrinkled': ['a slightly wrinkled nose', 'a wrinkled nose', 'a clearly wrinkled nose'],
  'lips-pressed': ['slightly pressed lips', 'pressed lips', 'tightly pressed lips'],
  'lip-corner-one-sided': ['one corner of the mouth a little drawn in', 'one corner of the mouth drawn in', 'one corner of the mouth clearly drawn in'],
  'voice-loud': ['a little louder', 'louder', 'much louder'],
  'voice-soft': ['a little softer', 'softer', 'much softer'],
  'pitch-high': ['a little higher', 'higher', 'much higher'],
  'pitch-low': ['a little lower', 'lower', 'much lower'],
  'moves-more': ['a little livelier', 'livelier', 'much livelier'],
  'moves-less': ['a little quieter', 'quieter', 'much quieter'],
};

const EVENTS: Readonly<Record<string, string>> = {
  won: 'you won', lost: 'you lost', stuck: 'you got stuck', progress: 'you made progress', waiting: 'you had to wait', alone: 'you were left alone', startled: 'something startled you',
};

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

const graded = ([slight, plain, strong]: Graded, degree: Degree): string => (degree === 'slight' ? slight : degree === 'plain' ? plain : strong);
const adjective = (emotion: Emotion, degree: Degree): string => graded(ADJECTIVES[emotion], degree);
const join = (parts: readonly string[]): string => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`);
const clauses = (parts: readonly string[]): string => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')}, and ${parts.at(-1)}`);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const number = (count: number): string => NUMBERS[count] ?? String(count);

function cueWords(cues: readonly Evidence[]): string[] {
  return cues.flatMap(({ cue, strength }) => {
    const words = CUES[cue];
    return words ? [graded(words, strength < 0.35 ? 'slight' : strength < 0.7 ? 'plain' : 'strong')] : [];
  });
}

function duration(seconds: Seconds): string {
  if (seconds < 3) return 'a moment';
  if (seconds < 12) return 'a few seconds';
  if (seconds < 50) return `about ${10 * Math.round(seconds / 10)} seconds`;
  if (seconds < 90) return 'about a minute';
  const minutes = Math.round(seconds / 60);
  if (minutes < 50) return `about ${number(minutes)} minutes`;
  const hours = Math.round(minutes / 60);
  return hours === 1 ? 'about an hour' : `about ${number(hours)} hours`;
}

function feeling(findings: Findings): string {
  const { phase, felt, sureness, otherwise, pleasant, excited } = findings;
  if (phase === 'absent') return 'Nobody seems to be there, so there is nothing to tell.';
  if (phase === 'calibrating') return 'It is too early to say how you feel: Attune is still getting to know you.';
  if (phase === 'uncertain') return 'How you feel cannot be made out at the moment: what is seen, heard and read tells too little.';
  const seems = isSeen(findings) ? 'You appear' : 'You seem';
  const [first, second] = felt;
  if (!first) {
    const leaning = [['unpleasant', null, 'pleasant'][pleasant + 1], ['calm', null, 'lively'][excited + 1]].filter((each) => each !== null && each !== undefined);
    return leaning.length === 0 ? 'No single feeling stands out.' : `No single feeling stands out, but things seem rather ${join(leaning)} for you.`;
  }
  if (second) return `${seems} ${adjective(first.emotion, first.degree)} and ${adjective(second.emotion, second.degree)} at once${SURE[sureness]}.`;
  const told = first.emotion === 'neutral' ? 'composed, as if nothing much moved you' : adjective(first.emotion, first.degree);
  return `${seems} ${told}${SURE[sureness]}.${otherwise ? ` It might also be ${NOUNS[otherwise]}.` : ''}`;
}

function course({ felt, lasted, course: going, peakAgo, passed }: Findings): string | null {
  if (felt.length === 0) {
    const before = passed ? `The ${NOUNS[passed.emotion]} from before has not shown for ${duration(passed.ago)}` : null;
    const now = going === 'brighter' ? 'things seem to be getting brighter' : going === 'heavier' ? 'things seem to be getting heavier' : null;
    return before && now ? `${before}, and ${now}.` : before ? `${before}.` : now ? `${capital(now)}.` : null;
  }
  const since = lasted < 3 ? 'It seems to have begun just now' : `It has seemed that way for ${duration(lasted)}`;
  switch (going) {
    case 'brighter': return `${since}, and things seem to be getting brighter.`;
    case 'heavier': return `${since}, and things seem to be getting heavier.`;
    case 'peak': return `${since}, and it appears to be at its strongest now.`;
    case 'eased': return `${since}; it seemed strongest ${duration(peakAgo ?? 0)} ago and appears to have eased since.`;
    case 'steady': return lasted < 3 ? `${since}.` : `${since}, without much change.`;
    case null: return `${since}.`;
  }
}

/** What the cues of a sense are, after a comma or colon; empty where there are none. */
function details({ sense, cues }: SenseFinding, before: string): string {
  const words = cueWords(cues);
  if (words.length === 0) return '';
  return `${before}${join(words)}${sense === 'voice' || sense === 'motion' ? ' than usual' : ''}`;
}

function eventOf({ cues }: SenseFinding): string {
  return EVENTS[cues[0]?.cue ?? ''] ?? 'what has just happened';
}

function countOf(words: number): string {
  return words === 1 ? 'one of them carries feeling' : `${number(words)} of them carry feeling`;
}

function supports(finding: SenseFinding, { felt, supports: all }: Findings): string {
  const it = finding.emotions.length > 1 ? 'both' : felt.length > 1 ? `the ${NOUNS[finding.emotions[0]]}` : 'it';
  const most = all.length > 1 && all[0] === finding ? ' most clearly' : '';
  switch (finding.sense) {
    case 'face': return `Your face seems to show ${it}${most}${details(finding, ', with ') || ', though no single movement stands out'}.`;
    case 'voice': return cueWords(finding.cues).length > 0 ? `Your voice seems to carry ${it}${most}: it sounds ${details(finding, '')}.` : `Your voice seems to carry ${it}${most}, by its tone.`;
    case 'text': return `Your last words seem to speak of ${it}${most}${finding.words === null ? '' : `; ${countOf(finding.words)}`}.`;
    case 'context': return `What happened would fit ${it}: ${eventOf(finding)}.`;
    case 'report': return `You said so yourself${felt.length > 1 ? ` of ${it}` : ''}, and that counts for more than what is seen and heard.`;
    case 'motion': return `The way you move would fit ${it}${details(finding, ': ')}.`;
  }
}

/** A sense and what it seems to say, as a clause. */
function clause(finding: SenseFinding): string {
  const [emotion] = finding.emotions;
  const said = adjective(emotion, finding.degree);
  switch (finding.sense) {
    case 'face': return `your face looks ${said}`;
    case 'voice': return `your voice sounds ${said}`;
    case 'text': return `your words sound ${said}`;
    case 'context': return `what happened (${eventOf(finding)}) would rather make one ${said}`;
    case 'report': return `you say yourself that you feel ${emotion === 'neutral' ? 'fine' : adjective(emotion, 'plain')}`;
    case 'motion': return `the way you move seems ${said}`;
  }
}

function conflict({ strong, pleased, displeased }: NonNullable<Findings['conflict']>): string {
  return `The senses ${strong ? 'plainly disagree' : 'disagree'}: ${clause(pleased)}, but ${clause(displeased)}.`;
}

function against(finding: SenseFinding, { felt }: Findings): string {
  return `${felt.length > 0 ? 'On the other hand,' : 'Taken alone,'} ${clause(finding)}${finding.sense === 'face' ? details(finding, ', with ') : finding.sense === 'voice' ? details(finding, ', ') : ''}.`;
}

function gap(missing: Missing): string {
  switch (missing.what) {
    case 'face': return { off: 'the camera is off', starting: 'the camera is still starting', refused: 'the camera was not allowed', failed: 'the camera does not work', nothing: 'no face has been in view lately' }[missing.why];
    case 'voice': return { off: 'the microphone is off', starting: 'the microphone is still starting', refused: 'the microphone was not allowed', failed: 'the microphone does not work', nothing: 'no voice has been heard lately' }[missing.why];
    case 'words': return 'nothing telling has been said or written lately';
    case 'mouth': return 'only brows and eyes count because your mouth can hardly be seen';
    case 'clear-face': return 'your face can hardly be made out';
  }
}

function gaps(missing: readonly Missing[]): string[] {
  const [first, second] = missing;
  const both = first && second && 'why' in first && 'why' in second && first.why === 'off' && second.why === 'off';
  return both ? ['the camera and the microphone are off', ...missing.slice(2).map(gap)] : missing.map(gap);
}

/** Findings in plain English, spoken to the player. */
export const ENGLISH: Teller = {
  feeling, course, supports, conflict, against, space: ' ',
  missing: (missing) => `Not everything could be noticed: ${clauses(gaps(missing))}.`,
};

