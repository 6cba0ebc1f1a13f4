/**
 * `npm run evaluate -- portraits [ID...]`: a blind check of the avatars' expressions without people.
 *
 * Two readers trained on photographs say what they see in every emotion at three intensities, and beside
 * them Attune's own. All read faces that smile in real photographs first, so that a miss tells about
 * the avatar and not about the reader. The two don't know contempt, and drawn faces are not what any
 * was trained on: large eyes look surprised to them. So each portrait is also read against the same character's neutral face,
 * by the emotion whose log odds rise most.
 */
import { avatarIds } from '../avatars/build.ts';
import { EMOTIONS, type Emotion } from '../src/index.ts';
import { FACE_CROPS } from '../tests/e2e/face-crops.ts';
import { cropFace } from '../tests/e2e/fake-camera.ts';
import { showProgress } from '../src/learn/progress.ts';
import type { Answer } from '../src/learn/metrics/answers.ts';
import { loadFaceModel } from './faces/face-model.ts';
import { facesOf } from './faces/faces-of.ts';
import { readByPeers } from './faces/peers.ts';
import type { PeerWay } from './faces/peers-page.ts';
import { answerOf, readFaces } from './faces/read-faces.ts';
import { INTENSITIES, openStudio } from './studio.ts';

const SIZE = 512;
const BACKGROUND = '#d9d4cc';

const OWN = 'Attune';
/** Portraits have room around the face, as the peers' usual detectors like it. */
const PEERS: Readonly<Record<string, PeerWay>> = { '@vladmandic/face-api': 'face-api, SSD detector', '@vladmandic/human': 'human' };

/** The probability of each emotion that a reader knows; null where it found no face. */
type Scores = ReadonlyMap<Emotion, number> | null;

type Tally = Map<Emotion, Map<Emotion | null, number>>;

function count(tally: Tally, shown: Emotion, read: Emotion | null): void {
  const row = tally.get(shown) ?? new Map<Emotion | null, number>();
  row.set(read, (row.get(read) ?? 0) + 1);
  tally.set(shown, row);
}

function scoresOf(answer: Answer, known: readonly Emotion[]): Scores {
  return answer && new Map(known.map((emotion) => [emotion, answer[EMOTIONS.indexOf(emotion)] ?? 0]));
}

function likeliest(scores: Scores): Emotion | null {
  return scores && [...scores].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

/** Readers round to nothing what they think impossible. */
const LEAST = 1e-4;

function risenMost(scores: Scores, neutral: Scores): Emotion | null {
  if (!scores || !neutral) return null;
  const logOdds = (score = 0): number => Math.log(Math.max(LEAST, score)) - Math.log(Math.max(LEAST, 1 - score));
  return likeliest(new Map([...scores].map(([emotion, score]) => [emotion, logOdds(score) - logOdds(neutral.get(emotion))])));
}

function print(title: string, tally: Tally): void {
  const columns = [...EMOTIONS, null];
  const pad = (text: string | number, width = 10): string => String(text).padStart(width);
  let [faces, found, right] = [0, 0, 0];
  for (const [shown, row] of tally) {
    for (const [read, n] of row) {
      faces += n;
      if (read !== null) found += n;
      if (read === shown) right += n;
    }
  }
  console.log(`\n${title}: a face found in ${found} of ${faces}; read as shown ${right}`);
  console.log(`${pad('shown')}${columns.map((column) => pad(column ?? 'no face')).join('')}`);
  for (const [shown, row] of tally) console.log(`${pad(shown)}${columns.map((column) => pad(row.get(column) ?? '.')).join('')}`);
}

const asked = process.argv.slice(2);
const ids = asked.length > 0 ? asked : avatarIds();
const known = avatarIds();
for (const id of ids) {
  if (!known.includes(id)) throw new Error(`Expected the name of an avatar, but got "${id}". There are: ${known.join(', ')}.`);
}

const smiling = FACE_CROPS.filter(({ expression }) => expression === 'smiling').map(cropFace);
// A neutral face has no intensity: it is read once.
const shown = ids.flatMap((id) => EMOTIONS.flatMap((emotion) => (emotion === 'neutral' ? [1] : INTENSITIES).map((intensity) => ({ id, emotion, intensity }))));
const studio = await openStudio();
const portraits: string[] = [];
try {
  for (const { id, emotion, intensity } of shown) portraits.push(await studio.portrait(id, { emotion, intensity, size: SIZE, background: BACKGROUND }));
} finally {
  await studio.close();
}

const pictures = [...smiling, ...portraits].map((url, index) => ({
  name: `portrait ${index}`, bytes: () => Promise.resolve(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')),
  votes: null, label: null, agreement: null, subject: null, split: null,
}));
const readers = new Map<string, Scores[]>(Object.keys(PEERS).map((name) => [name, []]));
const progress = showProgress('Portraits', pictures.length);
let done = 0;
await readByPeers(pictures.map(({ bytes }) => bytes), Object.values(PEERS), (index, readings) => {
  Object.keys(PEERS).forEach((name, which) => { readers.get(name)![index] = scoresOf(readings[which]!.answer, EMOTIONS.filter((emotion) => emotion !== 'contempt')); });
  done += 1;
  progress.update(done);
});
progress.stop();
const own = loadFaceModel();
const { scores: said } = await readFaces(await facesOf({ name: 'portraits', pictures, remarks: [] }, { blendshapes: false }), () => own);
readers.set(OWN, said.map((each) => scoresOf(each && answerOf(each.whole), EMOTIONS)));

for (const [name, scores] of readers) {
  const right = scores.slice(0, smiling.length).filter((each) => likeliest(each) === 'happiness').length;
  console.log(`${name} reads happiness in ${right} of ${smiling.length} photographs of smiling people`);
}
for (const id of ids) {
  for (const [name, scores] of readers) {
    const rows = shown.map(({ id: of, emotion }, index) => ({ of, emotion, scores: scores[smiling.length + index] ?? null })).filter(({ of }) => of === id);
    const neutral = rows.find(({ emotion }) => emotion === 'neutral')?.scores ?? null;
    const plain: Tally = new Map();
    const against: Tally = new Map();
    for (const { emotion, scores: read } of rows) {
      count(plain, emotion, likeliest(read));
      if (emotion !== 'neutral') count(against, emotion, risenMost(read, neutral));
    }
    print(`${id}, by ${name}`, plain);
    if (neutral) print(`${id}, by ${name}, against the neutral face`, against);
  }
}
