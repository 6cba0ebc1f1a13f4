import { type Camera, type Object3D, Vector3, type WebGLRenderer } from 'three';
import { AttuneError, type Seconds } from '../core/index.ts';
import type { Avatar } from './avatar.ts';
import { readViewer } from './viewer.ts';

/** Whose mouth it is: a driver, or anything that has a head. */
export interface Speaker {
  readonly object: Object3D;
  readonly head: Object3D;
  /** Tells how far the lips are in front of the head's joint; about 0.1 m without it. */
  readonly avatar?: Pick<Avatar, 'headBox'>;
}

/** Lets what an avatar says be heard from its mouth. */
export interface MouthSound {
  /** For the option `destination` of a voice or of earcons: a node that ends in the hub's output. One for each context. */
  readonly destination: (context: AudioContext) => AudioNode;
  /** Moves the sound to where the mouth is, as the player's head hears it. Call it once a frame; allocates nothing. */
  follow(speaker: Speaker, renderer: Pick<WebGLRenderer, 'xr'> | null, camera: Camera): void;
  /** Lets go of the node; what is connected to it falls silent. */
  dispose(): void;
}

/** In metres: from here on it becomes softer, as somebody who goes away does. */
const AS_LOUD_AS_EVER = 1.5;
/** A room gives back some of what distance takes. */
const ROLLOFF = 0.7;
/** How far lips are in front of the joint of a head of which nothing more is known, in metres. */
const LIPS = 0.1;
/** Movements between two frames are smoothed by this. */
const SMOOTHING: Seconds = 0.04;

/**
 * Makes a place for the sound, by a head-related transfer function (`PannerNode`).
 *
 * The panner is moved in the player's own frame of reference, so the context's listener stays where it is by default; a game that
 * moves the listener itself should use a panner of its own.
 *
 * @param audio the hub of `createAudioHub`
 */
export function createMouthSound(audio: { readonly output: AudioNode | null }): MouthSound {
  if (audio === null || typeof audio !== 'object' || !('output' in audio)) throw new AttuneError('bad-input', 'createMouthSound expected a hub from createAudioHub().');
  let panner: PannerNode | null = null;
  const place = new Vector3(0, 0, -AS_LOUD_AS_EVER);

  return {
    destination(context) {
      if (panner?.context !== context) {
        panner?.disconnect();
        panner = new PannerNode(context, {
          panningModel: 'HRTF', distanceModel: 'inverse', refDistance: AS_LOUD_AS_EVER, rolloffFactor: ROLLOFF,
          positionX: place.x, positionY: place.y, positionZ: place.z,
        });
        panner.connect(audio.output ?? context.destination);
      }
      return panner;
    },
    follow({ head, object, avatar }, renderer, camera) {
      // The head's joint is as high as the mouth, and the lips are in front of it.
      head.getWorldPosition(place).addScaledVector(object.getWorldDirection(forward), avatar ? 0.8 * avatar.headBox.max.z : LIPS);
      readViewer(renderer, camera, eyes, forward);
      inFrameOf(eyes, forward, place);
      if (panner) moveTo(panner, place);
    },
    dispose() {
      panner?.disconnect();
      panner = null;
    },
  };
}

/** Turns a place in the world into one in the frame of whoever looks along `direction`: x to the right, y up, -z ahead. A tilted head is taken as upright. */
function inFrameOf(origin: Vector3, direction: Vector3, place: Vector3): void {
  place.sub(origin);
  right.crossVectors(direction, UP);
  // Who looks straight up or down has no right side by this; the world's is as good.
  if (right.lengthSq() < 1e-6) right.set(1, 0, 0);
  right.normalize();
  up.crossVectors(right, direction);
  place.set(place.dot(right), place.dot(up), -place.dot(direction));
}

function moveTo({ context: { currentTime }, positionX, positionY, positionZ }: PannerNode, { x, y, z }: Vector3): void {
  positionX.setTargetAtTime(x, currentTime, SMOOTHING);
  positionY.setTargetAtTime(y, currentTime, SMOOTHING);
  positionZ.setTargetAtTime(z, currentTime, SMOOTHING);
}

const UP = new Vector3(0, 1, 0);
const eyes = new Vector3();
const forward = new Vector3();
const right = new Vector3();
const up = new Vector3();
