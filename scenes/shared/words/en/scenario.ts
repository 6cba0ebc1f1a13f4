/** Words of the page that runs scenarios; the words of a pack's own panel lie with the pack. */
export const scenario = {
  title: 'At work', lead: 'A character with a task: what it knows, how it decides and what it counts are plain files, and yours may stand beside them. Each runs on this device.',
  opening: 'Getting the scenario ready', choices: 'What you may say', counted: 'What is counted', reached: 'reached', notYet: 'not yet',
  consent: {
    choose: 'What may be used?',
    what: {
      emotion: 'If you allow it, the character sees how your face moves, hears how your voice sounds and what you say, and reads what you type.',
      'expression-reactive': 'If you allow it, the character sees whether and where you are, hears when you speak and what you say, and reads what you type. No feeling is read from face or voice.',
      'text-only': 'The character reads what you type. No camera and no microphone is used here.',
    },
  },
  packs: {
    service: {
      title: 'A help desk', line: 'Robin answers for a parcel shop, asks back when it is not sure, and calls a person when that is better. You see both sides of the desk.',
      why: 'It helps Robin to notice when something goes wrong for you, to be brief then, and to call a person in time.',
    },
    companion: {
      title: 'A companion for every day', line: 'Wren asks how it is, breathes with you, has one small idea, and shows how weeks went. No doctor, and nothing leaves the device.',
      why: 'It helps Wren to notice a heavy moment and to say less then. What you say of how you feel always counts more than how you look.',
    },
    assistant: {
      title: 'An assistant for small things', line: 'Sol keeps notes, reminders and timers, by voice or in writing, and asks less of you on a full day.',
      why: 'It helps Sol to notice when it is too much: then it lists one thing instead of five, and offers to put off what can wait.',
    },
    social: {
      title: 'A host for several', line: 'Juno sits with a group at one device, draws in who was not heard, cools what heats up, and is silent while the talk flows.',
      why: 'It helps Juno to notice how the group seems to feel: as many faces as there are seats, from left to right. Nobody is recognised; names are what you type.',
    },
    entertainment: {
      title: 'An evening of stories and questions', line: 'Marlo tells a story in which you choose the way, and asks questions that suit what you know. A director keeps an eye on how exciting it gets.',
      why: 'It helps Marlo to notice when it gets too eerie or too dull for you, and to choose what comes next by that.',
    },
    'tutor-fractions': {
      title: 'A lesson: fractions', line: 'Mira explains, asks exercises that suit what you know, and helps in steps. Whoever is stuck gets a smaller one.',
      why: 'It helps Mira to notice when it gets hard or dull for you, and to choose the next exercise by that.',
    },
    'tutor-first-program': {
      title: 'A lesson: a first program', line: 'Reading and writing small programs, from one step after another to functions, at your own pace.',
      why: 'It helps Mira to notice when it gets hard or dull for you, and to choose the next exercise by that.',
    },
  },
};
