import type { Net } from '../../src/browser/nets/net-file.ts';
import type { CardData, CardOptions } from '../../src/learn/report/model-card.ts';
import type { KnownFaces } from './known-faces.ts';

const FERPLUS = 'labels MIT (Microsoft); pictures collected from the web without a licence for each';
const MUXSPACE = 'Apache-2.0 for the collection; press photographs and frames of films by others';
const licenceOf = (name: string): string => (name.startsWith('FER+') ? FERPLUS : MUXSPACE);

/** What only people know of the student. */
export function cardOf(net: Net, held: readonly KnownFaces[]): Omit<CardOptions, 'metrics'> {
  const learnt = (net.settings['learntFrom'] as string[]).map((line): CardData => {
    const [, name = line, n = '0'] = /^(.*): (\d+) faces$/.exec(line) ?? [];
    return { name: `${name} (landmarks alone)`, licence: licenceOf(name), use: 'training', n: Number(n) };
  });
  const choice = net.settings['heldTenth'] as { readonly withoutFerplus: number; readonly withFerplus: number };
  return {
    name: 'Blendshapes from landmarks',
    purpose: 'Scores the 52 blendshapes of ARKit from 146 of MediaPipe\'s 478 face landmarks, as MediaPipe\'s own blendshape net does. It was distilled from that net (Apache-2.0, Google), so it tells movements of a face, as that net would, and can be no righter.',
    data: [
      ...learnt,
      { name: 'Faces made out of those: mixed, moved, mirrored, turned, stretched, trembling', licence: 'made here; scored by MediaPipe\'s blendshape net (Apache-2.0)', use: 'training', n: Number(net.settings['made']) },
      ...held.map(({ name, scores }) => ({ name, licence: licenceOf(name), use: 'testing', n: scores.length / 52 })),
    ],
    subjects: `No label of any picture was used: the teacher scored landmarks. The pictures show public figures, actors in films and people found on the web; nothing says how they were chosen. Two students were trained alike: on the held tenth of FER+ Train, the one that saw no picture of FER+ reached a mean correlation of ${choice.withoutFerplus.toFixed(4)}, the one that also learnt from FER+ Train ${choice.withFerplus.toFixed(4)}.`,
    failures: [
      'Shapes that MediaPipe\'s net itself hardly ever scores (cheekPuff, cheekSquint, noseSneer, jawForward) stay near nothing here too.',
      'A mouth covered by a hand still gets scores, as with the teacher: ask the face signal whether the mouth is hidden.',
      'It was never shown landmarks of another face mesh than the one that Attune assembles, nor faces turned further than those in the pictures.',
    ],
    intended: ['blendshapes where MediaPipe\'s own bundle, with its blendshape net, is not at hand', 'the input of Attune\'s expression head', 'moving an avatar\'s face with the player\'s'],
    command: 'npm run train -- blendshapes && npm run evaluate -- blendshapes',
  };
}
