/**
 * `npm run evaluate -- face-timeline`: an agent watches the fake webcam's film of ten expressions of two women, and
 * docs/face-timeline.svg shows what it believed. No picture of the film is in it.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EMOTIONS, likeliest } from '../src/core/index.ts';
import { dataFolder } from './data-folder.ts';
import { loadFaceModels } from './faces/face-model.ts';
import { facesOf } from './faces/faces-of.ts';
import { followFilm } from './faces/follow-film.ts';
import { framePicture } from './faces/frame-picture.ts';
import { splitMjpeg } from './faces/split-mjpeg.ts';
import { type Scene, timelineChart } from './faces/timeline-chart.ts';
import { ROOT } from './run.ts';

const RATE = 15;
/** As the film's README tells them; all are of one length. */
const LABELS = ['neutral', 'smile', 'laugh', 'anger', 'anger', 'disgust, doubt', 'neutral', 'anger', 'surprise', 'crying'];
/** What is said of a scene is said of its second half: the estimate needs a moment. */
const SETTLING = 1.25;
const OUT = 'docs/face-timeline.svg';

const film = dataFolder('face-samples/fake-webcam-640x480-15fps.mjpeg');
if (!existsSync(film)) throw new Error(`Expected ${film}, but it is not there: set ATTUNE_DATA to a folder that holds it (its stills are in github.com/vladmandic/human and github.com/vladmandic/face-api).`);
const pictures = splitMjpeg(readFileSync(film)).map((bytes, index) => ({
  name: `frame ${index}`, bytes: () => Promise.resolve(Buffer.from(bytes)), votes: null, label: null, agreement: null, subject: null, split: null,
}));
const { faces } = await facesOf({ name: 'fake-webcam', pictures, remarks: [] }, { blendshapes: false });
const frames = pictures.map(({ bytes }, index) => ({ at: index / RATE, face: faces[index] ?? null, picture: async () => framePicture(await bytes()) }));
const believed = await followFilm(frames, loadFaceModels());

const length = pictures.length / RATE / LABELS.length;
const scenes: Scene[] = LABELS.map((label, index) => ({ label, from: index * length, to: (index + 1) * length }));
writeFileSync(join(ROOT, OUT), timelineChart('What the agent believed of a film of ten expressions', believed, scenes));
for (const { label, from, to } of scenes) {
  const settled = believed.filter(({ at }) => at >= from + SETTLING && at < to).map(({ affect }) => affect.estimate);
  const mean = (of: (estimate: (typeof settled)[number]) => number): number => settled.reduce((sum, each) => sum + of(each), 0) / settled.length;
  const sorted = EMOTIONS.map((emotion) => ({ emotion, share: mean((each) => each.emotions[emotion]) })).toSorted((a, b) => b.share - a.share);
  const leads = settled.filter((each) => likeliest(each.emotions) === sorted[0]?.emotion).length / settled.length;
  console.log(`${from.toFixed(1).padStart(4)} s ${label.padEnd(14)} valence ${mean((each) => each.valence.mean).toFixed(2).padStart(5)}, arousal ${mean((each) => each.arousal.mean).toFixed(2).padStart(5)}; ${sorted.slice(0, 3).map(({ emotion, share }) => `${emotion} ${share.toFixed(2)}`).join(', ')} (leads in ${Math.round(leads * 100)}%)`);
}
console.log(`${faces.filter(Boolean).length} faces in ${faces.length} frames; ${OUT}`);
