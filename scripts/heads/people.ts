import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faceAspects, type HeadLesson, textAspects, voiceAspects, wordBuckets } from '../../src/adapt/index.ts';
import { parseNet } from '../../src/browser/nets/net-file.ts';
import { relativeBlendshapes } from '../../src/browser/face/expression.ts';
import { createTextAnalyser } from '../../src/browser/text/create-text-analyser.ts';
import { AT, type VoiceHop } from '../../src/browser/voice/features/descriptors.ts';
import { byEmotion, EMOTIONS, type Emotion, softmax } from '../../src/core/index.ts';
import { createRandom } from '../../src/learn/random.ts';
import { STUDIO } from '../../models/voice/sessions.ts';
import { loadVoiceNet } from '../../models/voice/load-net.ts';
import { dataFolder } from '../data-folder.ts';
import { loadFaceModels } from '../faces/face-model.ts';
import { facesOf } from '../faces/faces-of.ts';
import { framePicture } from '../faces/frame-picture.ts';
import { readLabelledFaces } from '../faces/labelled-faces.ts';
import { headRotation } from '../../src/browser/face/head-pose.ts';
import { ROOT } from '../run.ts';
import { readTweets } from '../texts/corpora.ts';
import { readLabelledVoices } from '../voices/labelled-voices.ts';
import { readVoices } from '../voices/read-voices.ts';
import { utterancesOf } from '../voices/voices-of.ts';

/** What a head said of one person's expressions, and what each of them was. */
export type HeadPerson = readonly HeadLesson[];

/** The actors of RAVDESS as the voice head that ships hears them, which never heard them: in a shuffled order, as live. */
export async function voicePeople(): Promise<readonly HeadPerson[]> {
  const corpus = readLabelledVoices(dataFolder('ravdess'));
  const utterances = await utterancesOf(corpus, STUDIO);
  const net = loadVoiceNet();
  const readings = readVoices(corpus.voices, utterances, () => net, 'online');
  const people = new Map<string, HeadLesson[]>();
  corpus.voices.forEach(({ speaker, emotion }, clip) => {
    const expression = readings[clip];
    if (!expression) return;
    const lessons = people.get(speaker) ?? [];
    lessons.push({ head: expression.emotions, aspects: voiceAspects({ ...figuresOf(utterances[clip]!), expression }), label: emotion });
    people.set(speaker, lessons);
  });
  return [...people.values()];
}

/** The figures of a voice signal, out of the features of a clip. */
function figuresOf(hops: readonly VoiceHop[]): { loudness: number; pitch: number | null; pitchRange: number | null; voicedRatio: number } {
  const pitches = hops.map(({ row }) => row[AT.pitch]!).filter((pitch) => !Number.isNaN(pitch)).sort((a, b) => a - b);
  const at = (share: number): number => pitches[Math.round(share * (pitches.length - 1))]!;
  const loudness = 10 * Math.log10(hops.reduce((sum, { row }) => sum + 10 ** (row[AT.level]! / 10), 0) / hops.length);
  // Descriptors tell pitch in semitones above 27.5 Hz.
  return { loudness, pitch: pitches.length > 0 ? 27.5 * 2 ** (at(0.5) / 12) : null, pitchRange: pitches.length > 8 ? at(0.75) - at(0.25) : null, voicedRatio: pitches.length / hops.length };
}

/** A face that was read: scores before the softmax, blendshapes, and what raters called it. */
export interface ReadFace {
  readonly scores: Float32Array;
  readonly blendshapes: readonly number[];
  readonly label: Emotion;
}

/** The pictures of FER+ Valid, none of which the head that ships learnt from. Each of them shows somebody else. */
export async function readStrangersFaces(): Promise<readonly ReadFace[]> {
  const { pictures, faces } = await facesOf(await readLabelledFaces(dataFolder('ferplus'), 'valid'), { blendshapes: false });
  const { head, student } = loadFaceModels();
  const read: ReadFace[] = [];
  for (const [at, { label, bytes }] of pictures.entries()) {
    const face = faces[at];
    if (!face || label === null) continue;
    const { rgba, width, height } = await framePicture(await bytes());
    const seen = student.score(face.landmarks, { width, height });
    const { whole } = head.read({ landmarks: face.landmarks, size: { width, height }, rotation: headRotation([...face.transform]), blendshapes: seen, pixels: { data: rgba, width, height } });
    read.push({ scores: whole, blendshapes: relativeBlendshapes(seen, null, 0), label });
  }
  return read;
}

/** Of each emotion at most so many faces, so that neutral and joy, most of what the web shows, are not most of somebody's labels. */
const MOST_OF_EACH = 14;

/**
 * Simulated people: each is made up of faces of strangers that share a habit, an offset of the head's scores by which this person appears sadder, angrier or
 * merrier than others all the time, as a resting face or a light does.
 *
 * @param habit standard deviation of the offset of each emotion's score; 0 is nobody in particular
 */
export function facePeople(faces: readonly ReadFace[], count: number, habit: number, seed: number): readonly HeadPerson[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const offset = EMOTIONS.map(() => habit * random.normal());
    const left = new Map<Emotion, number>();
    return Array.from(random.shuffle(Int32Array.from(faces.keys()))).flatMap((at): HeadLesson[] => {
      const { scores, blendshapes, label } = faces[at]!;
      const taken = left.get(label) ?? 0;
      if (taken === MOST_OF_EACH) return [];
      left.set(label, taken + 1);
      return [{ head: softmax(byEmotion((emotion) => scores[EMOTIONS.indexOf(emotion)]! + offset[EMOTIONS.indexOf(emotion)]!)), aspects: faceAspects(blendshapes), label }];
    });
  });
}

/** Words that say little of feelings, of which each simulated writer has pets. */
const PETS = ['literally', 'anyway', 'mate', 'honestly', 'lol', 'basically', 'dude', 'whatever', 'smh', 'though', 'yo', 'indeed', 'tbh', 'right', 'listen', 'oh', 'well', 'actually', 'sure', 'haha'];
const OFTEN = 0.9;
const TWEETS = 90;

/**
 * Simulated writers: tweets of strangers (TweetEval's test part) that share a use of words. One pet word goes with nine in ten of what they write in anger, another with as much of what
 * they write in sadness, and a third turns what reads as joy into anger, as irony does, in half of it.
 */
export function textPeople(count: number, seed: number): readonly HeadPerson[] {
  const analyser = createTextAnalyser({ light: parseNet(readFileSync(join(ROOT, 'models/text/net.json'), 'utf8'), 'text') });
  const tweets = readTweets();
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const [angry, sad, ironic] = Array.from(random.shuffle(Int32Array.from(PETS.keys()))).map((at) => PETS[at]!) as [string, string, string];
    return Array.from(random.shuffle(Int32Array.from(tweets.keys()))).slice(0, TWEETS).map((at): HeadLesson => {
      const { text: plain, emotion } = tweets[at]!;
      const turned = emotion === 'happiness' && random.uniform() < 0.5;
      const pet = turned ? ironic : random.uniform() < OFTEN ? (emotion === 'anger' ? angry : emotion === 'sadness' ? sad : null) : null;
      const text = pet === null ? plain : random.uniform() < 0.5 ? `${pet} ${plain}` : `${plain} ${pet}`;
      const reading = analyser.analyse(text, 'en');
      return { head: reading.emotions, aspects: textAspects(reading, wordBuckets(text)), label: turned ? 'anger' : emotion };
    });
  });
}
