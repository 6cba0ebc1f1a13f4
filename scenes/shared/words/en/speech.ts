/** Words of the page of voices. */
export const speech = {
  lead: 'Hear how feeling changes a voice, and see what the change is made of.',
  status: { silent: 'Silent', making: 'Making the sound', speaking: 'Speaking', fetching: 'Fetching the voice' },
  sentence: 'A sentence', sentenceHelp: 'In English. *Stars* stress a word. The first time, the voice is fetched: 21 MB from this server.',
  voice: 'Voice', voices: { feminine: 'Feminine', masculine: 'Masculine', older: 'Older', young: 'Young', robot: 'Robot' },
  say: 'Say it', stop: 'Stop',
  tone: 'How it is said', toneHelp: 'Drag anywhere; letting go says it. Up is excited, to the right is pleasant.',
  presets: { neutral: 'Neutral', happy: 'Happy', tense: 'Tense', calm: 'Calm', concerned: 'Concerned', sad: 'Sad' },
  noFace: 'Sound and pictures of it go on.',
  picture: {
    title: 'What you hear', play: 'Play from the line', cursor: 'Place in the sentence', seconds: '{{seconds}} s',
    wave: 'Sound', pitch: 'Pitch, estimated from the sound', phones: 'Phones', mouth: 'Mouth shapes',
    help: 'Click or use the arrow keys to move the line: the mouth moves with it. Phones are named as in ARPAbet, shapes as in the OVR set; how high a shape stands is how far it shows. Vowels are green, closing lips red-brown.',
    empty: 'Say something, and its sound, pitch, phones and mouth shapes appear here.',
    unseen: 'This voice belongs to the browser, which keeps its sound to itself: it can be heard, but neither drawn nor saved.',
  },
  reading: { phone: 'phone {{phone}}', pause: 'pause', mouth: 'mouth {{shape}}', rest: 'at rest', unvoiced: 'no pitch' },
  save: { wav: 'Sound, WAV', phones: 'Phones, CSV', visemes: 'Shapes, CSV', picture: 'Picture, PNG', link: 'Copy link', copied: 'Copied' },
  notes: {
    unspoken: { title: 'No voice here speaks Chinese', text: 'So the words are only shown. Install a Chinese voice in the settings of your system, then say it again.' },
    unsayable: { title: 'There is nothing to say in it', text: 'Write some words in English.' },
    unseen: { title: 'A voice of the browser speaks', text: 'The character’s own voices speak English only.' },
  },
};
