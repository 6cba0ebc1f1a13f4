import * as v from 'valibot';

/** Bytes of one message at most. */
export const MOST_BYTES = 4096;
/** Characters of one turn at most. */
export const LONGEST_TURN = 600;

/** No control characters, nothing that turns the direction of a line; line breaks become spaces. */
const plain = (longest: number) => v.pipe(v.string(), v.maxLength(longest), v.transform((text) => text.replaceAll(/\p{C}+/gu, ' ').replaceAll(/\s+/g, ' ').trim()));
const signed = v.pipe(v.number(), v.minValue(-1), v.maxValue(1));

/** How somebody appears: means and how far they can be trusted, as their own device read them. No picture, no sound, no category. */
const AFFECT = v.strictObject({ valence: signed, arousal: signed, quality: v.pipe(v.number(), v.minValue(0), v.maxValue(1)) });
const NAME = v.nullable(plain(24));

const MESSAGE = v.variant('type', [
  v.strictObject({ type: v.literal('open'), name: NAME }),
  v.strictObject({ type: v.literal('join'), room: v.pipe(v.string(), v.regex(/^[a-z2-9]{12}$/)), name: NAME }),
  v.strictObject({ type: v.literal('turn'), text: v.pipe(plain(LONGEST_TURN), v.minLength(1)), affect: v.nullable(AFFECT) }),
  v.strictObject({ type: v.literal('affect'), affect: v.nullable(AFFECT) }),
  v.strictObject({ type: v.literal('presence'), presence: v.picklist(['here', 'typing', 'away', 'listening']) }),
]);

/** What a client may say: one of these, and nothing more in it. */
export type RelayMessage = v.InferOutput<typeof MESSAGE>;

/** What is told to clients. A turn carries when it came, in seconds since its room was opened. */
export type RelayNews =
  | { readonly type: 'room'; readonly room: string; readonly seat: string; readonly people: readonly RelayPerson[] }
  | { readonly type: 'people'; readonly people: readonly RelayPerson[] }
  | { readonly type: 'turn'; readonly seat: string; readonly at: number; readonly text: string; readonly affect: RelayAffect | null }
  | { readonly type: 'affect'; readonly seat: string; readonly affect: RelayAffect | null }
  | { readonly type: 'presence'; readonly seat: string; readonly presence: 'here' | 'typing' | 'away' | 'listening' }
  | { readonly type: 'refused'; readonly why: string };

/** Somebody in a room: a seat, and the name that they typed. */
export interface RelayPerson {
  readonly seat: string;
  readonly name: string | null;
}

type RelayAffect = v.InferOutput<typeof AFFECT>;

/** Reads what a client sent; null for anything that is not exactly one of the messages. */
export function readRelayMessage(text: string): RelayMessage | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  const result = v.safeParse(MESSAGE, data);
  return result.success ? result.output : null;
}
