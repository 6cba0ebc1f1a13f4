import { arrayOf, type Document, isObject, type Json, type JsonObject, objectOf, objectsOf, wholeOf } from '../document.ts';
import type { Findings } from '../findings.ts';
import { REQUIRED_BONES } from './bones.ts';
import { checkSprings } from './check-springs.ts';

const VERSIONS: readonly (Json | undefined)[] = ['1.0', '1.0-beta'];
const LICENCE = 'https://vrm.dev/licenses/1.0/';

/** VRM 1.0: everything that three-vrm follows. */
export function checkVrm1(vrm: JsonObject, document: Document, findings: Findings): void {
  const at = '/extensions/VRMC_vrm';
  if (!VERSIONS.includes(vrm['specVersion'])) return findings.refuse('vrm', `${at}/specVersion`, `Expected VRM 1.0, but found ${JSON.stringify(vrm['specVersion'])}.`);
  if (!arrayOf(document.json['extensionsUsed']).includes('VRMC_vrm')) findings.refuse('vrm', '/extensionsUsed', 'Expected VRMC_vrm among the extensions in use, without which readers pass it over.');
  checkMeta(objectOf(vrm['meta']), document, findings, `${at}/meta`);
  checkHumanoid(vrm['humanoid'], document, findings, `${at}/humanoid`);
  checkExpressions(objectOf(vrm['expressions']), document, findings, `${at}/expressions`);
  for (const [index, annotation] of objectsOf(objectOf(vrm['firstPerson'])['meshAnnotations']).entries()) document.follow('nodes', annotation['node'] ?? null, `${at}/firstPerson/meshAnnotations/${index}/node`);
  checkLookAt(objectOf(vrm['lookAt']), findings, `${at}/lookAt`);
  const springs = objectOf(document.json['extensions'])['VRMC_springBone'];
  if (springs !== undefined) checkSprings(objectOf(springs), document, findings);
  checkConstraints(document, findings);
}

function checkMeta(meta: JsonObject, document: Document, findings: Findings, at: string): void {
  if (typeof meta['name'] !== 'string') findings.refuse('vrm', `${at}/name`, 'Expected the avatar\'s name as text, but found something else.');
  const authors = arrayOf(meta['authors']);
  if (authors.length === 0 || !authors.every((each) => typeof each === 'string')) findings.refuse('vrm', `${at}/authors`, 'Expected at least one author as text, but found something else.');
  if (meta['licenseUrl'] !== LICENCE) findings.refuse('vrm', `${at}/licenseUrl`, `Expected ${LICENCE}, which VRM 1.0 asks for, but found ${JSON.stringify(meta['licenseUrl'])?.slice(0, 80)}.`);
  document.follow('images', meta['thumbnailImage'], `${at}/thumbnailImage`);
}

function checkHumanoid(humanoid: Json | undefined, document: Document, findings: Findings, at: string): void {
  const bones = objectOf(objectOf(humanoid)['humanBones']);
  const missing = REQUIRED_BONES.filter((bone) => !isObject(bones[bone]));
  if (missing.length > 0) findings.refuse('vrm', `${at}/humanBones`, `Expected the bones of a humanoid, but ${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} missing.`);
  const taken = new Map<number, string>();
  for (const [name, bone] of Object.entries(bones)) {
    const place = `${at}/humanBones/${name.slice(0, 40)}/node`;
    const node = objectOf(bone)['node'] ?? null;
    if (!document.follow('nodes', node, place)) continue;
    const other = taken.get(node as number);
    if (other !== undefined) findings.refuse('vrm', place, `Expected each bone to be a node of its own, but ${other} is the same as ${name.slice(0, 40)}.`);
    taken.set(node as number, name);
  }
}

function checkExpressions(expressions: JsonObject, document: Document, findings: Findings, at: string): void {
  for (const group of ['preset', 'custom'] as const) {
    if (expressions[group] !== undefined && !isObject(expressions[group])) findings.refuse('vrm', `${at}/${group}`, 'Expected expressions by name, but found something else.');
    for (const [name, value] of Object.entries(objectOf(expressions[group]))) {
      if (value === null && group === 'preset') continue;
      const place = `${at}/${group}/${name.slice(0, 40)}`;
      if (!isObject(value)) {
        findings.refuse('vrm', place, 'Expected an expression, but found something else.');
        continue;
      }
      for (const binds of ['morphTargetBinds', 'materialColorBinds', 'textureTransformBinds'] as const) {
        if (value[binds] !== undefined && !Array.isArray(value[binds])) findings.refuse('vrm', `${place}/${binds}`, 'Expected an array, but found something else.');
      }
      for (const [index, { node, index: target }] of objectsOf(value['morphTargetBinds']).entries()) {
        const bound = document.follow('nodes', node ?? null, `${place}/morphTargetBinds/${index}/node`);
        const mesh = bound && document.list('meshes')[wholeOf(bound['mesh']) ?? -1];
        const targets = Math.max(0, ...objectsOf(mesh?.['primitives']).slice(0, 1).map((primitive) => arrayOf(primitive['targets']).length));
        const whole = wholeOf(target);
        if (bound && (whole === null || whole >= targets)) findings.refuse('vrm', `${place}/morphTargetBinds/${index}/index`, `Expected one of the ${targets} morph targets of the node's mesh, but found ${JSON.stringify(target)}.`);
      }
      for (const [index, { material, targetValue }] of objectsOf(value['materialColorBinds']).entries()) {
        document.follow('materials', material ?? null, `${place}/materialColorBinds/${index}/material`);
        if (!isVector(targetValue, 4)) findings.refuse('vrm', `${place}/materialColorBinds/${index}/targetValue`, 'Expected four numbers, but found something else.');
      }
      for (const [index, { material, offset, scale }] of objectsOf(value['textureTransformBinds']).entries()) {
        document.follow('materials', material ?? null, `${place}/textureTransformBinds/${index}/material`);
        for (const vector of [offset, scale]) if (vector !== undefined && !isVector(vector, 2)) findings.refuse('vrm', `${place}/textureTransformBinds/${index}`, 'Expected two numbers, but found something else.');
      }
    }
  }
}

function checkLookAt(lookAt: JsonObject, findings: Findings, at: string): void {
  if (lookAt['offsetFromHeadBone'] !== undefined && !isVector(lookAt['offsetFromHeadBone'], 3)) findings.refuse('vrm', `${at}/offsetFromHeadBone`, 'Expected three numbers, but found something else.');
  for (const name of ['rangeMapHorizontalInner', 'rangeMapHorizontalOuter', 'rangeMapVerticalDown', 'rangeMapVerticalUp'] as const) {
    for (const value of Object.values(objectOf(lookAt[name]))) if (value !== undefined && typeof value !== 'number' && !isObject(value)) findings.refuse('vrm', `${at}/${name}`, 'Expected numbers, but found something else.');
  }
}

/** Each constraint turns one node by another. In a circle, three-vrm would throw in every frame. */
function checkConstraints(document: Document, findings: Findings): void {
  const nodes = document.list('nodes');
  const parents = new Map<number, number>();
  const sources = new Map<number, number>();
  for (const [index, node] of nodes.entries()) {
    for (const child of arrayOf(node['children'])) if (typeof child === 'number') parents.set(child, index);
    const extension = objectOf(node['extensions'])['VRMC_node_constraint'];
    if (extension === undefined) continue;
    const at = `/nodes/${index}/extensions/VRMC_node_constraint/constraint`;
    const constraint = objectOf(objectOf(extension)['constraint']);
    const kind = (['roll', 'aim', 'rotation'] as const).find((name) => constraint[name] !== undefined && constraint[name] !== null);
    if (!isObject(objectOf(extension)['constraint']) || kind === undefined) {
      findings.refuse('vrm', at, 'Expected a roll, aim or rotation constraint, but found something else.');
      continue;
    }
    const { source } = objectOf(constraint[kind]);
    if (document.follow('nodes', source ?? null, `${at}/${kind}/source`)) sources.set(index, source as number);
  }
  // A constraint waits for those of its source and of the source's ancestors.
  const state = new Map<number, 'open' | 'done'>();
  const waitsFor = (index: number): readonly number[] => {
    const found: number[] = [];
    for (let at = sources.get(index), steps = 0; at !== undefined && steps <= nodes.length; at = parents.get(at), steps += 1) if (sources.has(at)) found.push(at);
    return found;
  };
  for (const start of sources.keys()) {
    const path: { readonly index: number; readonly left: number[] }[] = state.has(start) ? [] : [{ index: start, left: [...waitsFor(start)] }];
    if (path.length > 0) state.set(start, 'open');
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const next = top.left.pop();
      if (next === undefined) {
        state.set(top.index, 'done');
        path.pop();
      } else if (state.get(next) === 'open') {
        return findings.refuse('vrm', `/nodes/${next}/extensions/VRMC_node_constraint`, 'Expected constraints that follow one another, but some follow in a circle.');
      } else if (!state.has(next)) {
        state.set(next, 'open');
        path.push({ index: next, left: [...waitsFor(next)] });
      }
    }
  }
}

function isVector(value: Json | undefined, width: number): boolean {
  return Array.isArray(value) && value.length >= width && (value as readonly Json[]).every((each) => typeof each === 'number');
}
