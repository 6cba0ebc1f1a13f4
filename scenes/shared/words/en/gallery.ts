/** Words of the gallery. */
export const gallery = {
  title: 'Characters that notice',
  lead: 'Attune lets a character notice how things seem for you and answer kindly. Everything runs on your own device.',
  scenes: 'Scenes',
  needs: 'Likes to have',
  without: 'Works without',
  colon: ' ',
  open: 'Open',
  equipment: { camera: 'camera', microphone: 'microphone', headset: 'headset' },
  playground: {
    title: 'Playground',
    line: 'Sit down with Mira, Emil or Pip, talk, and look under the hood whenever you want to.',
    without: 'all of them: write, and read the answers.',
    picture: 'Mira, head and shoulders, in a softly lit room',
  },
  'game-three': {
    title: 'Pip’s fireflies',
    line: 'Catch falling lights with Pip, who feels with you. The game slows down where it frustrates you, and speeds up where it bores you.',
    without: 'all of them: then it goes by how you play.',
    picture: 'A clearing at dusk: a jar with lights, and Pip, a small fox with a scarf, watching',
  },
  avatars: {
    title: 'Avatars',
    line: 'See what Mira, Emil and Pip can show, or bring a VRM of your own.',
    without: 'anything but a screen.',
    picture: 'Pip, a small fox with a scarf, smiling',
  },
  microphone: {
    title: 'Microphone',
    line: 'See what is heard in a voice: how loud, how high, when it speaks, and how it appears.',
    without: 'a microphone: drop sound files instead.',
    picture: 'Charts of how high a voice is, and of when it speaks',
  },
  text: {
    title: 'Text',
    line: 'Write or paste lines, or open a table of thousands: how they come across, what they want, and which words say so.',
    without: 'anything but words.',
    picture: 'Sentences with the words underlined that make them sound glad, sad or afraid',
  },
  speech: {
    title: 'Voice',
    line: 'Let a character say a sentence happily, sadly or tensely, and see its sound, pitch, phones and mouth side by side.',
    without: 'loudspeakers, too: everything is also drawn.',
    picture: 'The sound of a sentence above its pitch, its phones and the shapes of the mouth',
  },
  replay: {
    title: 'Replay',
    line: 'Look through a recorded session: every signal over time, played, compared and annotated.',
    without: 'a recording: a sample session is made up for you.',
    picture: 'A time line of coloured bands and lines: what somebody appeared to feel, and when',
  },
  kiosk: {
    title: 'Kiosk',
    line: 'A character for a museum or a hall: it waits, asks before it looks or listens, and forgets each visitor.',
    without: 'either: touch a sentence, or write.',
    picture: 'Mira above a large button that says: touch here to begin',
  },
};
