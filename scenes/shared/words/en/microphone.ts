/** Words of the Microphone page. */
export const microphone = {
  lead: 'What is heard in a voice, while it is heard.',
  consent: {
    title: 'Before anything is heard',
    what: 'If you allow it, this page hears how your voice sounds: how loud and how high it is, when you speak, which feeling it appears to carry, and in English what you say.',
    why: 'It shows what a character would notice in a voice, so that you can judge for yourself how well.',
    choose: 'What may be used?',
  },
  heard: { microphone: 'Microphone on', files: 'Reading a file', nothing: 'Nothing is heard' },
  stopHelp: 'Releases the microphone and stops every file', deleteHelp: 'Forgets everything that was measured',
  source: 'Microphone', off: 'Off. Files can be read without it.', listening: 'Speak as you like. No sound is kept.', rests: 'It rests while a file is read.', without: 'It cannot be used now. Files can be read without it.',
  files: {
    title: 'Sound files', help: 'Drop WAV, FLAC, Opus or MP3 anywhere on this page. They are played aloud and heard as a microphone hears, each as a new voice. They stay on this device.',
    choose: 'Choose files', stop: 'Stop reading', position: '{{position}} of {{length}}', progress: 'How far “{{name}}” has been read',
    states: { waiting: 'waiting', decoding: 'opening', playing: 'reading', read: 'read', stopped: 'stopped', failed: 'not read' },
    failures: {
      'too-large': '“{{name}}” is larger than 50 MB, too much to hold in memory. Cut it into shorter files.',
      undecodable: '“{{name}}” is no sound that this browser can decode. Try it as WAV, or in a current Chrome or Firefox.',
      silent: '“{{name}}” holds no sound at all. Choose another file.',
      unheard: '“{{name}}” could not be heard, because listening did not start. See the note above, then choose the file again.',
    },
  },
  drop: { title: 'Let go to read it', text: 'WAV, FLAC, Opus or MP3. It is read on this device and never uploaded.' },
  stretch: 'How much time the charts show', stretches: { seconds15: '15 s', minute: '1 min', minutes5: '5 min' },
  export: 'Export as CSV', nothing: 'Nothing is heard.', unvoiced: 'unvoiced',
  level: { title: 'Level', level: 'Level', room: 'Room', clipped: 'Cut off', now: 'Now {{level}}, the room {{room}}', tooLoud: 'Too loud: cut off' },
  activity: {
    title: 'Speech', probability: 'Probability of speech', help: 'Shaded: what was taken for speech, from its onset to its end.',
    degraded: 'The speech detector is missing, so speech is found by loudness alone, and any sound may be taken for it.',
  },
  affect: { title: 'How it appears' },
  appears: {
    title: 'It appears', one: 'The voice appears {{names}}: {{word}}, {{share}}.', several: 'The voice appears {{names}}. What was heard cannot tell which.',
    noModel: 'No model has read the tone of this voice. This comes from its loudness and pitch alone, which tell how excited it sounds but hardly whether that is pleasant.',
  },
  words: {
    title: 'What is said', switch: 'Make out words', none: 'No words yet. English is made out, on this device.', off: 'Off: only the tone is heard.', sure: 'sure of {{share}}',
  },
  utterance: {
    title: 'The last utterance', none: 'Nobody has spoken yet.', unknown: 'How it sounds is unknown: too little was heard to say.',
    length: 'Length', range: 'Pitch range', semitones: '{{value}} semitones', first: 'First figures after',
  },
};
