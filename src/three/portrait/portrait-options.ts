import { Color } from 'three';
import { type AffectPoint, AttuneError, type Emotion, EMOTIONS, emotionsOfAffect, type Unit } from '../../core/index.ts';
import type { Avatar } from '../avatar.ts';

/** Whose portrait is drawn, what the face shows, and what the picture is like. Without an emotion or a point of affect the face is neutral. */
export interface PortraitOptions {
  /** A loaded avatar, also one that a scene is showing, or a VRM file's address or bytes. */
  readonly avatar: Avatar | string | URL | ArrayBuffer;
  /** What the face shows; `neutral` when neither this nor {@link affect} is given. */
  readonly emotion?: Emotion;
  /** What the face shows, as a point of the space of affect; each part in [-1, 1]. */
  readonly affect?: AffectPoint;
  /** How much of it shows, in [0, 1]. Default 1. */
  readonly intensity?: Unit;
  /** Width and height in pixels, from 16 to 4096. Default 512. */
  readonly size?: number;
  /** A CSS colour (#rgb, #rrggbb or a name), or `transparent`, the default. */
  readonly background?: string;
  /** From where she is seen. Default `front`. */
  readonly view?: PortraitView;
  /** Gives up loading when aborted. */
  readonly signal?: AbortSignal;
}

/** The sides from which a portrait can be drawn. */
export const PORTRAIT_VIEWS = ['front', 'three-quarter'] as const;
/** One of {@link PORTRAIT_VIEWS}. */
export type PortraitView = (typeof PORTRAIT_VIEWS)[number];

/** A portrait to be drawn, every option checked and filled in. */
export interface PortraitOrder {
  readonly emotions: Readonly<Record<Emotion, Unit>>;
  readonly size: number;
  /** null is transparent. */
  readonly background: Color | null;
  readonly view: PortraitView;
}

/** @throws {AttuneError} `bad-input`, naming the option and what it takes */
export function readOrder({ emotion, affect, intensity = 1, size = 512, background = 'transparent', view = 'front' }: PortraitOptions): PortraitOrder {
  if (emotion !== undefined && affect !== undefined) throw wrong('either emotion or affect', 'both', 'Leave one of them out');
  if (emotion !== undefined && !EMOTIONS.includes(emotion)) throw wrong(`emotion as one of ${EMOTIONS.join(', ')}`, JSON.stringify(emotion), 'Choose one of them');
  for (const [name, value] of Object.entries(affect ?? {}) as [string, number][]) {
    if (!(value >= -1 && value <= 1)) throw wrong(`affect.${name} in [-1, 1]`, String(value), 'Scale it');
  }
  if (!(intensity >= 0 && intensity <= 1)) throw wrong('intensity in [0, 1]', String(intensity), 'Give a share, not per cent');
  if (!(Number.isInteger(size) && size >= 16 && size <= 4096)) throw wrong('size as a whole number of pixels from 16 to 4096', String(size), 'Draw it larger elsewhere if need be');
  if (!PORTRAIT_VIEWS.includes(view)) throw wrong(`view as one of ${PORTRAIT_VIEWS.join(', ')}`, JSON.stringify(view), 'Choose one of them');
  const shown = affect ? emotionsOfAffect(affect) : Object.fromEntries(EMOTIONS.map((each) => [each, each === emotion && each !== 'neutral' ? 1 : 0]));
  return {
    emotions: Object.fromEntries(Object.entries(shown).map(([name, weight]) => [name, weight * intensity])) as Record<Emotion, Unit>,
    size, view, background: readColour(background),
  };
}

function readColour(text: string): Color | null {
  if (text === 'transparent') return null;
  const named = text.toLowerCase() in Color.NAMES;
  if (!named && !/^#([\da-f]{3}|[\da-f]{6})$/i.test(text)) throw wrong('background as #rgb, #rrggbb, the name of a CSS colour, or transparent', JSON.stringify(text), 'Write the colour in one of these ways');
  return new Color(text.toLowerCase());
}

function wrong(expected: string, came: string, remedy: string): AttuneError {
  return new AttuneError('bad-input', `Expected ${expected}, but got ${came}. ${remedy}.`);
}
