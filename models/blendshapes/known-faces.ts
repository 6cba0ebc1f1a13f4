import { basename, resolve } from 'node:path';
import { pickPoints } from '../../src/browser/face/blendshape-points.ts';
import { groupFolds, isHeldTenth } from '../../src/learn/splits.ts';
import { dataFolder } from '../../scripts/data-folder.ts';
import { facesOf } from '../../scripts/faces/faces-of.ts';
import { frameOf } from '../../scripts/faces/frame-picture.ts';
import { type LabelledPicture, readLabelledFaces } from '../../scripts/faces/labelled-faces.ts';
import { type FrontalFace, frontalFace, POINTS } from './frontal-faces.ts';

/** Faces that were found in pictures, with what the teacher says of them. */
export interface KnownFaces {
  readonly name: string;
  /** The folder that its pictures are in. */
  readonly folder: string;
  /** How many pictures were looked at. */
  readonly pictures: number;
  readonly frontal: readonly FrontalFace[];
  /** x and y of the 146 points in pixels, face after face. */
  readonly points: Float32Array;
  /** The teacher's 52 scores, face after face. */
  readonly scores: Float32Array;
}

/** Of so many folds of people, the first is held out. */
const PEOPLE_FOLDS = 5;

const heldPerson = ({ name, subject }: LabelledPicture): boolean => groupFolds([subject ?? name], PEOPLE_FOLDS)[0] === 0;

/** The people of muxspace-faces that the student learns from. */
export function muxspacePeople(): Promise<KnownFaces> {
  return knownFaces('muxspace-faces, four of five people', dataFolder('muxspace-faces'), (picture) => !heldPerson(picture));
}

/** FER+ Train without its held tenth. */
export function ferplusTrain(): Promise<KnownFaces> {
  return knownFaces('FER+ Train, nine tenths', dataFolder('ferplus'), ({ name }) => !isHeldTenth(name), 'train');
}

/** The tenth of FER+ Train on which choices are made. */
export function ferplusHeldTenth(): Promise<KnownFaces> {
  return knownFaces('FER+ Train, held tenth', dataFolder('ferplus'), ({ name }) => isHeldTenth(name), 'train');
}

/** Pictures that no student learns from. */
export async function heldFaces(): Promise<KnownFaces[]> {
  return [
    await knownFaces('FER+ Valid', dataFolder('ferplus'), () => true, 'valid'),
    await ferplusHeldTenth(),
    await knownFaces('muxspace-faces, held people', dataFolder('muxspace-faces'), heldPerson),
  ];
}

/** All faces of some other folder of pictures. */
export async function facesIn(folder: string): Promise<KnownFaces> {
  return knownFaces(basename(resolve(folder)), resolve(folder), () => true);
}

async function knownFaces(name: string, folder: string, wanted: (picture: LabelledPicture) => boolean, split?: string): Promise<KnownFaces> {
  const labelled = await readLabelledFaces(folder, split);
  const found = await facesOf({ ...labelled, pictures: labelled.pictures.filter(wanted) }, { blendshapes: true });
  for (const remark of [...labelled.remarks, ...found.remarks]) console.error(`${name}: ${remark}`);
  const frontal: FrontalFace[] = [];
  const points: Float32Array[] = [];
  const scores: Float32Array[] = [];
  for (const [index, face] of found.faces.entries()) {
    if (!face) continue;
    const size = await frameOf(await found.pictures[index]!.bytes());
    const picked = new Float32Array(POINTS * 2);
    pickPoints(face.landmarks, size, picked);
    points.push(picked);
    frontal.push(frontalFace(face, size));
    scores.push(face.blendshapes);
  }
  if (points.length === 0) throw new Error(`Expected a face in some of the ${found.pictures.length} pictures of ${name}, but none was found. Use pictures with faces of at least 11% of their width.`);
  return { name, folder, pictures: found.pictures.length, frontal, points: joined(points), scores: joined(scores) };
}

/** One array of several. */
export function joined(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
