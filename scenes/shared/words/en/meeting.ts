/** Words of a meeting in the playground: what is asked before it, and what is seen in it. */
export const meeting = {
  consent: {
    title: 'Before you meet {{name}}',
    what: {
      emotion: 'If you allow it, {{name}} sees how your face moves, hears how your voice sounds and what you say, and reads what you type.',
      'expression-reactive': 'If you allow it, {{name}} sees whether and where you are, hears when you speak and what you say, and reads what you type. No feeling is read from face or voice.',
      'text-only': '{{name}} reads what you type. No camera and no microphone is used here.',
    },
    why: { emotion: 'It helps {{name}} to notice how things seem for you, and to answer kindly.', 'expression-reactive': 'It helps {{name}} to look at you, to let you finish, and to answer kindly.', 'text-only': 'It helps {{name}} to answer kindly.' },
    reactive: { face: 'Whether your face is there, and where it turns.', voice: 'When you speak and, in English, what you say.' },
    where: 'All of it happens on this device. Nothing is sent anywhere, and no picture or sound is kept.',
    choose: 'What may {{name}} use?',
    camera: 'Camera',
    cameraHelp: 'How your face moves, and where it turns.',
    peopleHelp: 'How faces move, and where they turn: yours, and those of others beside you, up to {{count}} in all. Ask them first.',
    microphone: 'Microphone',
    microphoneHelp: 'How your voice sounds and, in English, what you say.',
    words: 'A record of the words',
    wordsHelp: 'Writes an event log with what is said. It stays in this page until you export or delete it.',
    memory: 'Remember me on this device',
    memoryHelp: 'Your name, what you like and what you talked about, as sentences that you can change or delete.',
    begin: 'Begin',
    without: 'Continue without',
    later: 'You can change each of these at any time. Stop releases everything at once.',
  },
  stage: {
    avatar: '{{name}}, the character',
    preparing: 'Getting {{name}} ready',
    voice: 'Getting the voice ready',
    face: 'Getting ready to see',
    hearing: 'Getting ready to hear',
    words: 'Getting ready to understand words',
    noPicture: '{{name}} can be read but not seen',
    noPictureHelp: 'The conversation goes on in writing.',
  },
  caption: {
    you: 'You', empty: 'Write something, or just be here for a while.', region: 'What is said',
    correct: '{{text}} (correct what was heard)', correctDoubtful: '{{text}} (perhaps heard wrongly; correct it)', doubtful: 'heard right?',
  },
  composer: {
    placeholder: 'Write to {{name}}', correct: 'What you really said', leave: 'Leave it as it was heard', send: 'Send', end: 'End the meeting',
    openMicrophone: 'Turn the microphone on', closeMicrophone: 'Turn the microphone off', openCamera: 'Turn the camera on', closeCamera: 'Turn the camera off',
  },
  reading: {
    both: 'Camera and microphone on', face: 'Camera on', voice: 'Microphone on', none: 'Camera and microphone off', stop: 'Stop',
    stopHelp: 'Releases camera and microphone and ends the meeting', delete: 'Delete',
  },
  phase: { absent: 'Waiting for you', calibrating: 'Getting to know you', tracking: 'With you', uncertain: 'Not sure' },
  offline: 'You are offline. Nothing is missing: everything runs on this device.',
  vr: {
    enter: 'Enter VR', unsupported: 'This browser offers no headset for virtual reality.', insecure: 'Virtual reality needs a secure address (https).',
    failed: 'The headset did not start a session. Put it on and try again.',
  },
  characters: {
    title: 'Whom would you like to meet?', anew: 'Choosing somebody else begins a new meeting.', missing: '{{name}} is not on this server. Run “npm run assets”, then choose again.',
    mira: 'Warm and steady. Listens first, and answers calmly.',
    emil: 'Quiet, of few words. Gives you room and keeps calm.',
    pip: 'A lively little fox. Curious, playful, and glad with you.',
  },
  transcript: {
    title: 'The conversation', open: 'Whole conversation', close: 'Close the conversation', empty: 'Nothing has been said yet.', newest: 'To the newest',
    why: 'Why', whyThis: 'Why was this said: {{text}}', heard: 'put right', take: 'Copy or save', copied: 'Copied', copy: 'Copy as text', saveText: 'Save as text', saveJson: 'Save with the reasons (JSON)',
    because: 'Because', aim: 'Aim', how: 'How', words: 'Words', dash: ' – ',
    by: { written: 'by people, no language model', model: 'by the language model', 'stand-in': 'by people: the language model gave none that could be said' },
    skills: {
      question: 'with a question', restatement: 'by saying again what was told', reflection: 'by naming what it seems to feel like', 'self-disclosure': 'by telling a little in return', affirmation: 'by seeing what is good or understandable in it',
      suggestion: 'with a suggestion', information: 'with information',
    },
  },
  help: {
    title: 'People who answer', close: 'Close this card', emergency: 'In danger now: your local emergency number, such as 112, 911 or 999.', anywhere: 'Helplines in most countries:',
    country: 'Your country', countryHelp: 'Its numbers are told if somebody may be in danger. Guessed from the browser’s language.', elsewhere: 'Elsewhere', of: 'Numbers for: {{country}}.', nowhere: 'The country is not known.', change: 'Change it',
  },
  stopped: {
    title: 'Everything is off', text: 'Camera and microphone are released. What was said and felt is still in this page’s memory until you delete it or close the page.',
    again: 'Start again', deletedTitle: 'Deleted', deletedText: 'Nothing of this meeting is left on this page, and nothing is remembered on this device.',
  },
};
