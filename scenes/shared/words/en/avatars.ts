/** Words of the Avatars page. */
export const avatars = {
  panel: 'What the avatar can do',
  parts: { feelings: 'Feelings', speech: 'Speech', gestures: 'Gestures', gaze: 'Gaze', body: 'Body', portrait: 'Portrait' },
  feelings: {
    presets: 'One feeling', intensity: 'How strongly', slight: 'Slightly', clear: 'Clearly', full: 'Fully',
    plane: 'Pleasant and excited', valence: 'Pleasant', arousal: 'Excited', dominance: 'In control', content: 'content', mix: 'Mixed by hand', sum: 'Together they fill at most one whole face.', shared: 'Together this is more than one whole face, so each gives way in proportion.',
  },
  speech: {
    sentence: 'A sentence', example: 'Hello, it is good to see you here today.', sentenceHelp: 'In English. The first time, the voice is fetched: 21 MB from this server.',
    say: 'Say it', stop: 'Stop', sound: 'With sound', shapes: 'Mouth shapes', closed: 'closed', opening: 'How far',
    shapesHelp: 'The fifteen shapes that speech is made of, each with the letters it stands for.',
  },
  gestures: {
    title: 'Gestures', stop: 'Stop', strength: 'Strength', posture: 'Posture', postureHelp: 'How the body rests between gestures.',
    nod: 'Nod', shake: 'Shake head', tilt: 'Tilt head', 'look-down': 'Look down', wave: 'Wave', handshake: 'Shake hands', 'high-five': 'High five', bow: 'Bow', clap: 'Clap softly', 'hand-to-heart': 'Hand to heart',
    shrug: 'Shrug', think: 'Think', 'open-palms': 'Open palms', count: 'Count', point: 'Point', 'lean-in': 'Lean in',
    postures: { neutral: 'At ease', open: 'Open', closed: 'Reserved', 'leaning-in': 'Leaning in' },
  },
  body: {
    poses: 'Still poses', none: 'As usual', 't-pose': 'T-pose', 'arms-crossed': 'Arms crossed', 'arms-up': 'Arms up', sitting: 'Sitting', walking: 'Walking',
    posesHelp: 'To look the character over from all sides. A gesture ends the pose.',
    life: 'Life', idle: 'Move a little when idle', idleHelp: 'Breath, small shifts of weight, glances. Follows your system unless you change it.',
    clip: 'A clip', clipHelp: 'Drop a .vrma file anywhere on the page, or open one. It plays over everything else and stays on this device.', open: 'Open a .vrma file', playing: 'Playing {{name}}.', stop: 'Stop', loop: 'Again and again',
  },
  portrait: {
    title: 'A picture of the face', shows: 'It shows what is chosen under Feelings: {{feeling}}.', strongest: 'It shows one feeling, the strongest of your mix: {{feeling}}.',
    view: 'From where', front: 'From the front', 'three-quarter': 'From the side', size: 'Size', clear: 'Transparent background', ground: 'Background',
    take: 'Take the picture', picture: 'The picture', alt: 'Portrait of {{name}}', save: 'Save as PNG',
  },
  gaze: {
    whom: 'Look at', where: 'A direction', sideways: 'Sideways', upDown: 'Up and down',
    viewer: 'You', viewerHelp: 'The eyes follow the camera as you look around.', pointer: 'The pointer', pointerHelp: 'The eyes follow the mouse or the finger.',
    ahead: 'Straight ahead', aheadHelp: 'Whatever you do.', aside: 'A direction', asideHelp: 'The one chosen below.',
  },
  label: {
    title: 'Who this is', who: 'Character', more: 'About this avatar', file: 'Open a VRM file of your own', own: 'Open your own VRM',
    ownHelp: 'Or drop a file anywhere on the page. It is read here and never uploaded.', licence: 'Licence:', noLicence: 'the file states none',
    figures: 'VRM {{version}}, {{triangles}} triangles',
  },
  lacks: {
    title: 'What it lacks', nothing: 'It can show everything.', and: ', ',
    emotion: { approximately: 'shows {{names}} approximately', not: 'cannot show {{names}}' },
    viseme: { approximately: 'forms some sounds approximately: {{names}}', not: 'cannot form the sounds {{names}}' },
    blink: { approximately: 'blinks approximately', not: 'does not blink' },
    bone: { approximately: 'has no {{names}} of its own; what is next to it moves instead', not: 'cannot move its {{names}}' },
    'look-at': { approximately: 'looks with the whole head, as its eyes are fixed', not: 'cannot look at anything' },
    springs: { approximately: 'has hair and clothes that swing a little', not: 'has hair and clothes that do not swing' },
    emotions: { happiness: 'joy', surprise: 'surprise', sadness: 'sadness', anger: 'anger', disgust: 'disgust', fear: 'fear', contempt: 'scorn' },
    bones: { neck: 'neck', chest: 'chest', leftShoulder: 'left shoulder', rightShoulder: 'right shoulder' },
  },
  view: { title: 'View', face: 'The face', upper: 'Head and hands', whole: 'The whole body', turnLeft: 'Turn to the left', turnRight: 'Turn to the right', reset: 'Back to the front' },
  drop: { title: 'Let go to open it', text: 'A .vrm avatar or a .vrma clip. It is read on this device and never uploaded.' },
  problems: {
    file: { title: '“{{title}}” is not an avatar', text: 'The present one stays. Choose a .vrm file as an avatar editor exports it.' },
    missing: { title: '{{title}} is not here', text: 'Run “npm run assets” so that the file lies on this server, then choose again. Whoever is on stage stays.' },
    motion: { title: '“{{title}}” cannot be played', text: 'The avatar goes on as before. Choose a .vrma file, or a .vrm file to change the avatar.' },
    portrait: { title: 'No picture of {{title}} could be made', text: 'Choose a smaller size and try again. Everything else goes on.' },
    speech: { title: 'The sentence could not be said', text: 'Run “npm run assets” so that the voice lies on this server, then try again. Everything else goes on.' },
    'webgl-missing': { title: 'No avatar can be drawn', text: 'This browser draws nothing in three dimensions. Turn on hardware acceleration, then load the page again.' },
  },
};
