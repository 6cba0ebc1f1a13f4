/**
 * Where something may be kept beyond the page, under keys. Values are plain data, as JSON could hold it.
 *
 * Everything rejects with a `storage-failed` {@link AttuneError} where the device refuses or has no room left.
 */
export interface Store {
  /** Undefined where nothing is kept under the key. */
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
  /** All that is kept, in the order of the keys. */
  list(): Promise<readonly (readonly [key: string, value: unknown])[]>;
  /** Leaves nothing on the device, not even an empty place for it. */
  clear(): Promise<void>;
}
