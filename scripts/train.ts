import { ADAPTED_SENSES } from '../src/adapt/index.ts';
import { runChoice } from './choose.ts';
import { run } from './run.ts';

/** `npm run train -- NAME`: fits what Attune ships from real data; the data is never copied. */

const [name = '', ...rest] = process.argv.slice(2);
// One's own labels make a correction of what ships, and never become part of it.
if ((ADAPTED_SENSES as readonly string[]).includes(name) && rest.some((each) => each.startsWith('--data'))) process.exit(await run('tsx', ['scripts/train-collected.ts', name, ...rest]));

await runChoice('train', {
  blendshapes: { about: 'the student of MediaPipe\'s blendshape net, from landmarks of ferplus and muxspace-faces', script: 'models/blendshapes/train.ts' },
  boundaries: { about: 'what hears that a message asks for a boundary, on lines by blind authors', script: 'models/boundaries/train.ts' },
  face: { about: 'the expression head, on FER+ and muxspace-faces; and again without FER+; --data FOLDER: a correction by episodes of your own', script: 'models/face/train.ts' },
  'face-geometry': { about: 'population prior and smile score of the face geometry, from muxspace-faces', script: 'scripts/measure-faces.ts' },
  finance: { about: 'what tells good from bad financial news, on lines and rule-made sentences of our own', script: 'models/finance/train.ts' },
  fusion: { about: 'how face and voice are trusted and go together, from the votes of CREMA-D', script: 'models/fusion/train.ts' },
  mouth: { about: 'what tells the mouth by the sound of speech alone, on speech that Flite makes', script: 'models/mouth/train.ts' },
  replies: { about: 'what ranks replies by how empathetic people find them, on the ratings of EmpatheticPersonas', script: 'models/replies/train.ts' },
  safety: { about: 'what hears danger in words, on lines by blind authors; --ablation: what each part is worth', script: 'models/safety/train.ts' },
  text: { about: 'what reads words, on GoEmotions, EmpatheticPersonas and EmoBank; --data FOLDER: a correction by episodes of your own', script: 'models/text/train.ts' },
  voice: { about: 'the voice head on EmoDB, by speaker; --rivals: other kinds of net beside it; --data FOLDER: a correction by episodes of your own', script: 'models/voice/train.ts' },
});
