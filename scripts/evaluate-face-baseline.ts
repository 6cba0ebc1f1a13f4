/**
 * `npm run evaluate -- face-baseline`: whether knowing a person's resting face makes the reading of their others righter.
 *
 * On two women of face-samples, labelled by eye, and on the people of muxspace-faces with at least three
 * pictures, one of them neutral. Those are read by a head that never saw them, and how much of a resting
 * face is allowed for was estimated on others. People are told apart by the names of the files, and no name
 * is printed.
 */
import { dataFolder } from './data-folder.ts';
import { groupFolds } from '../src/learn/splits.ts';
import { type FaceModel, learntFrom, loadFaceModel } from './faces/face-model.ts';
import { facesOf, type FoundFaces } from './faces/faces-of.ts';
import { readLabelledFaces } from './faces/labelled-faces.ts';
import { FOLDS, loadFolds } from './faces/muxspace-folds.ts';
import { baselineWorth, bestBaselineShare, type Compared, type PersonFace } from './faces/person-baseline.ts';
import { readFaces } from './faces/read-faces.ts';

const samples = await facesOf(await readLabelledFaces(dataFolder('face-samples')), { blendshapes: false });
const shipped = loadFaceModel();
tell('face-samples', await facesByPerson(samples, () => shipped, (name) => /stock-emotions-([ab])-/.exec(name)?.[1] ?? null));

const muxspace = await facesOf(await readLabelledFaces(dataFolder('muxspace-faces')), { blendshapes: false });
const heads = learntFrom().includes('muxspace') ? loadFolds(muxspace.pictures) : { modelOf: () => shipped };
if (heads) {
  const subjects = new Map(muxspace.pictures.map(({ name, subject }) => [name, subject]));
  const { faces, shares } = withSharesOfOthers(await facesByPerson(muxspace, heads.modelOf, (name) => subjects.get(name) ?? null));
  console.log(`muxspace-faces: the shares that other people's faces gave are ${shares.join(', ')}`);
  tell('muxspace-faces', faces);
}

/** Each person's faces with the share that suits the people of the other folds. */
function withSharesOfOthers(faces: readonly PersonFace[]): { readonly faces: PersonFace[]; readonly shares: readonly number[] } {
  const fold = groupFolds(faces.map(({ person }) => person), FOLDS);
  const shares = Array.from({ length: FOLDS }, (_, out) => bestBaselineShare(faces.filter((__, i) => fold[i] !== out)));
  return { shares, faces: faces.map((face, i) => ({ ...face, model: { ...face.model, baselineShare: shares[fold[i]!]! } })) };
}

async function facesByPerson(found: FoundFaces, modelOf: (index: number) => FaceModel, personOf: (name: string) => string | null): Promise<PersonFace[]> {
  const { scores } = await readFaces(found, modelOf);
  return found.pictures.flatMap(({ name, label }, index) => {
    const [person, each] = [personOf(name), scores[index]];
    return person !== null && label !== null && each ? [{ person, label, scores: each, model: modelOf(index) }] : [];
  });
}

function tell(data: string, faces: readonly PersonFace[]): void {
  const worth = baselineWorth(faces);
  if (!worth) {
    console.log(`${data}: nobody with three faces, one of them neutral`);
    return;
  }
  const line = (what: string, { without, with: after, difference: [low, high] }: Compared): string =>
    `  ${what}: ${without.toFixed(3)} without, ${after.toFixed(3)} with the baseline, difference ${(after - without).toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`;
  const { people, faces: scored, error, valence, surprisal } = worth;
  console.log([
    `${data}: ${people} people, ${scored} faces`,
    line('error, each person once', error.byPerson), line('error, each face once', error.byFace),
    line('error of valence, each person once', valence.byPerson), line('error of valence, each face once', valence.byFace),
    line('cross-entropy, each person once', surprisal.byPerson), line('cross-entropy, each face once', surprisal.byFace),
  ].join('\n'));
}
