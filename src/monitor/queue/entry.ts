/** An entry of a stream, as it was found. */
export interface Entry {
  readonly id: string;
  /** What its one field says; empty where it has no field of that name. */
  readonly body: string;
}

/** The one field of every entry: JSON. */
export const BODY = 'body';

/** What Redis gives for an entry; null where it was taken out meanwhile. */
type Found = { readonly id: string; readonly message: Readonly<Record<string, string>> | null } | null;

export function entriesOf(found: readonly Found[]): readonly Entry[] {
  return found.filter((each) => each !== null).map(({ id, message }) => ({ id, body: message?.[BODY] ?? '' }));
}

/** The entries that a read gave, by stream; streams that nothing came from are left out. */
export function entriesByStream(reply: unknown): ReadonlyMap<string, readonly Entry[]> {
  const streams = (reply ?? []) as readonly { readonly name: string; readonly messages: readonly Found[] }[];
  return new Map(streams.filter(({ messages }) => messages.length > 0).map(({ name, messages }) => [name, entriesOf(messages)]));
}
