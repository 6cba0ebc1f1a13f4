import type { Findings } from './findings.ts';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** Of glTF's arrays, those that other parts point into. */
export type ListName = 'accessors' | 'animations' | 'bufferViews' | 'buffers' | 'cameras' | 'images' | 'materials' | 'meshes' | 'nodes' | 'samplers' | 'scenes' | 'skins' | 'textures';

/** A glTF document whose shape nobody has vouched for. */
export interface Document {
  readonly json: JsonObject;
  /** The objects of one of its arrays; something else in their place counts as an empty object. */
  list(name: ListName): readonly JsonObject[];
  /**
   * The object that an index points to, and null for none.
   *
   * Refuses an index that points nowhere, as far as there is one.
   */
  follow(name: ListName, index: Json | undefined, at: string): JsonObject | null;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

export function objectsOf(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly Json[]).map(objectOf) : [];
}

export function arrayOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

export function stringsOf(value: Json | undefined): readonly string[] {
  return arrayOf(value).filter((each) => typeof each === 'string');
}

/** A whole number from 0 up, or what is meant where it is left out; null for anything else. */
export function wholeOf(value: Json | undefined, otherwise: number | null = null): number | null {
  if (value === undefined) return otherwise;
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

export function openDocument(json: JsonObject, findings: Findings): Document {
  const lists = new Map<ListName, readonly JsonObject[]>();
  const list = (name: ListName): readonly JsonObject[] => {
    let known = lists.get(name);
    if (!known) {
      if (json[name] !== undefined && !Array.isArray(json[name])) findings.refuse('json', `/${name}`, `Expected an array of ${name}, but found something else.`);
      lists.set(name, known = objectsOf(json[name]));
    }
    return known;
  };
  return {
    json, list,
    follow(name, index, at) {
      if (index === undefined) return null;
      const whole = wholeOf(index);
      const found = whole === null ? undefined : list(name)[whole];
      if (found) return found;
      findings.refuse('reference', at, `Expected the index of one of ${list(name).length} ${name}, but found ${JSON.stringify(index).slice(0, 40)}.`);
      return null;
    },
  };
}
