/**
 * `npm run evaluate -- face-peers`: which way of asking suits each peer best.
 *
 * Asked on the tenth of FER+ Train that all choices are made on; the answers stand in scripts/faces/peers.ts.
 */
import { EMOTIONS } from '../src/index.ts';
import { judge } from '../src/learn/metrics/answers.ts';
import { confusionOf, scoresOf } from '../src/learn/metrics/classification.ts';
import { isHeldTenth } from '../src/learn/splits.ts';
import { dataFolder } from './data-folder.ts';
import { facesOf } from './faces/faces-of.ts';
import { readLabelledFaces } from './faces/labelled-faces.ts';
import { peerAnswers } from './faces/peer-answers.ts';
import { PEER_WAYS } from './faces/peers-page.ts';
import { describe } from './statistics.ts';

const train = await readLabelledFaces(dataFolder('ferplus'), 'train');
const { pictures } = await facesOf({ ...train, pictures: train.pictures.filter(({ name, label }) => isHeldTenth(name) && label !== null) }, { blendshapes: false });
// The SSD detector is slow here and finds next to nothing in faces that fill the picture: a few tell enough.
const SSD = 'face-api, SSD detector';
const FEW = 100;
for (const [ways, asked] of [[PEER_WAYS.filter((way) => way !== SSD), pictures], [[SSD], pictures.slice(0, FEW)]] as const) {
  const truth = asked.map(({ label }) => EMOTIONS.indexOf(label!));
  for (const [way, readings] of await peerAnswers(asked, ways)) {
    const judged = judge(EMOTIONS, truth, readings.map(({ answer }) => answer));
    const { accuracy, macroF1 } = scoresOf(EMOTIONS, confusionOf(judged));
    const { p50, p95 } = describe(readings.map(({ milliseconds }) => milliseconds));
    const found = readings.filter(({ answer }) => answer).length;
    console.log(`${way}: accuracy ${accuracy.toFixed(3)}, macro-F1 ${macroF1.toFixed(3)}, answered ${found} of ${asked.length}, ${p50.toFixed(0)} ms (p95 ${p95.toFixed(0)})`);
  }
}
