/** Words of the page on which somebody labels their own expressions. */
export const collect = {
  consent: {
    title: 'Before you begin',
    what: 'If you allow it, this page measures for a few seconds at a time how your face moves or how your voice sounds, when you press record, and you say what it showed.',
    why: 'From a few dozen of your own labels it can learn how you express things, so that characters read you less wrongly.',
    choose: 'What may be used?',
    microphoneHelp: 'How your voice sounds. What you say is not made out.',
    wordsHelp: 'Keeps what you write beside its figures, so that others can judge it. Otherwise only figures stay.',
  },
  lead: 'Record a few seconds, say what they showed, and repeat. Only figures are kept, no picture and no sound. They stay in this page until you save or delete them, or close it.',
  senses: { face: 'Face', voice: 'Voice', text: 'Words' },
  free: 'Whatever I like', person: 'Person {{letter}}',
  capture: {
    title: 'Record', which: 'What is recorded', prompt: 'What to express', text: 'What you would write', read: 'Read it', record_one: 'Record {{count}} second', record_other: 'Record {{count}} seconds',
    open: { face: 'Open the camera', voice: 'Open the microphone' },
    now: { face: 'Recording your face. Hold it.', voice: 'Recording your voice. Speak now.', text: 'Reading.' },
  },
  asks: {
    free: { face: 'Make any face, or let your face do what it does.', voice: 'Say anything, in any tone.', text: 'Write anything, as you would write it to a friend.' },
    face: 'Make a face as if {{scene}}.', voice: 'Say “The parcel is on the table” as if {{scene}}.', text: 'Write what you would write if {{scene}}.',
  },
  scenes: {
    neutral: 'nothing in particular were going on', happiness: 'a friend whom you missed stood at the door', surprise: 'all the lights went out at once', sadness: 'something that you loved were gone',
    anger: 'somebody pushed in front of you once more', disgust: 'the milk turned out to be sour', fear: 'something moved in the dark cellar', contempt: 'somebody boasted of what others did',
  },
  label: {
    title: 'What did it show?', category: 'It appears', untold: 'I can’t tell', intensity: 'How strongly it shows', tell: 'Also say what I felt meanwhile', felt: 'I felt', feltIntensity: 'How strongly I felt it',
    keep: 'Keep it', discard: 'Discard', unusable: 'This can’t be learnt from',
  },
  faults: {
    'not-finite': 'Something in it could not be measured.', unseen: 'Too little of it could be seen or heard. Look at the camera, or speak a little longer.', 'too-short': 'It is too short.',
    poor: 'It was seen or heard too badly. More light, or less noise, may help.', duplicate: 'It is the same as an earlier one.', unlabelled: 'Nobody has said what it shows.',
  },
  episodes: {
    title_one: '{{count}} episode', title_other: '{{count}} episodes', help: 'What it showed, as labelled, and what it is read as. Choose another letter when somebody else sits down.', list: 'Episodes, the newest first', person: 'Whose expressions are recorded',
    none: 'Nothing yet.', unlabelled: 'No label', read: 'read as {{emotion}}', unread: 'not read', unusual: 'Unusual for this person: {{what}}. It is kept.', remove: 'Delete {{id}}',
  },
  voice: { loudness: 'Loudness', pitch: 'Pitch', range: 'Range of pitch', semitones: 'semitones' },
  raters: {
    title: 'A second opinion', who: 'Who judges', help: 'Somebody else judges the same episodes, in another order and without seeing what was said before. Faces are drawn from figures; written lines are only here if they were kept.',
    nothing: 'There is nothing to judge yet.', done: 'This rater has judged everything that can be shown.', next: 'Next', voice: 'No sound was kept. Judge it if you heard it; otherwise say that you can’t tell.', drawing: 'A face, drawn from how far each part of it moved',
  },
  agreement: { title: 'How far raters agree', units: 'Episodes that two or more have judged', category: 'On what it shows (alpha, 95 %)', intensity: 'On how strongly (alpha, 95 %)', help: '1 is perfect, 0 is chance. 0.8 is usually asked for, and emotions seldom reach it.' },
  adapt: {
    title: 'Suit it to me', help: 'At least {{least}} labels of one kind, four of each emotion that is to be learnt. It is only used if labels that were held out are read better with it.',
    labels_one: '{{count}} label', labels_other: '{{count}} labels', do: 'Suit it to me', is: 'It suits you already, from this visit or an earlier one.', asItWas: 'Read me as everybody again', inUse: 'Read as suits you, by your own labels: {{senses}}.',
  },
  verdicts: {
    'too-few': 'Too few labels: {{labels}} can be used, of {{least}}. Each emotion needs four, and there must be two emotions.',
    'no-better': 'Nothing was changed. On labels that were held out it errs no less: {{before}} of them wrong as it is, {{after}} with it.',
    chance: 'Nothing was changed. It errs in {{after}} instead of {{before}} of the labels that were held out, but chance may do that. More labels may tell.',
    accepted: 'You are read by it from now on in the Playground, on this device. Of labels that were held out ({{emotions}}), {{after}} are read wrongly now, {{before}} before.',
  },
  folder: { title: 'Take it along', help: 'A zip of lines of JSON, without names, dates, pictures or sound. “npm run train” takes it.', save: 'Save as a folder', open: 'Open a folder' },
};
