/** Words of the page for headsets, and of the panels in them. */
export const xr = {
  loading: '{{name}} is coming: {{percent}}%',
  consent: {
    title: 'Before you meet {{name}}',
    what: '{{name}} reads what you write and, in a headset, how you move head and hands: a nod, a wave, a hand held out. With your permission also the tone of your voice and what you say.',
    why: 'So that {{name}} can keep a good distance, look at you, and answer.',
  },
  enter: { vr: 'Enter VR', ar: 'Enter AR' },
  insecure: 'A headset needs a secure address (https). You can meet {{name}} on this page all the same.',
  unsupported: 'This browser offers no headset. You can meet {{name}} on this page all the same.',
  vrOnly: 'This headset shows no view of your own room, so there is VR only.',
  arOnly: 'This device shows your own room only, so there is AR only.',
  panel: {
    say: { hello: 'Hello!', good: 'I feel good today.', hard: 'I had a hard day.', tell: 'Tell me something.', yes: 'Yes', no: 'No' },
    hear: 'Talk by voice', hears: 'Stop listening', hearsHelp: 'Stop listening to my voice',
    askTitle: 'May {{name}} hear your voice?', askText: 'Tone and words are read on this device. The sound is neither kept nor sent anywhere. The browser may ask, too.', allow: 'Yes, listen', deny: 'Not now',
    move: 'Move', leave: 'Leave',
    placeTitle: 'Where should {{name}} stand?', placeText: 'Point at the floor until a ring appears. Then press the trigger, pinch, or tap.',
  },
};
