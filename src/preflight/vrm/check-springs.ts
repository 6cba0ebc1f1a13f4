import { arrayOf, type Document, isObject, type JsonObject, objectOf, objectsOf, wholeOf } from '../document.ts';
import type { Findings } from '../findings.ts';

/** `VRMC_springBone`: chains of joints that swing, and what they bump into. */
export function checkSprings(extension: JsonObject, document: Document, findings: Findings): void {
  const at = '/extensions/VRMC_springBone';
  for (const name of ['colliders', 'colliderGroups', 'springs'] as const) {
    if (extension[name] !== undefined && !Array.isArray(extension[name])) return findings.refuse('vrm', `${at}/${name}`, 'Expected an array, but found something else.');
  }
  const colliders = objectsOf(extension['colliders']);
  const groups = objectsOf(extension['colliderGroups']);
  const springs = objectsOf(extension['springs']);
  const within = (index: unknown, length: number, place: string, what: string): void => {
    if (typeof index !== 'number' || !Number.isSafeInteger(index) || index < 0 || index >= length) findings.refuse('reference', place, `Expected the index of one of ${length} ${what}, but found ${JSON.stringify(index)?.slice(0, 40)}.`);
  };
  for (const [index, { node, shape }] of colliders.entries()) {
    document.follow('nodes', node ?? null, `${at}/colliders/${index}/node`);
    if (!isObject(shape)) findings.refuse('vrm', `${at}/colliders/${index}/shape`, 'Expected a shape, but found something else.');
  }
  for (const [index, group] of groups.entries()) {
    for (const collider of arrayOf(group['colliders'])) within(collider, colliders.length, `${at}/colliderGroups/${index}/colliders`, 'colliders');
  }
  if (!findings.within('springJoints', springs.reduce((sum, spring) => sum + arrayOf(spring['joints']).length, 0), `${at}/springs`)) return;
  for (const [index, spring] of springs.entries()) {
    const place = `${at}/springs/${index}`;
    for (const group of arrayOf(spring['colliderGroups'])) within(group, groups.length, `${place}/colliderGroups`, 'collider groups');
    document.follow('nodes', spring['center'], `${place}/center`);
    const joints = objectsOf(spring['joints']);
    const nodes = new Set<number | null>();
    for (const [number, joint] of joints.entries()) {
      document.follow('nodes', joint['node'] ?? null, `${place}/joints/${number}/node`);
      nodes.add(wholeOf(joint['node']));
      for (const name of ['hitRadius', 'stiffness', 'gravityPower', 'dragForce'] as const) {
        if (joint[name] !== undefined && typeof joint[name] !== 'number') findings.refuse('vrm', `${place}/joints/${number}/${name}`, 'Expected a number, but found something else.');
      }
      if (joint['gravityDir'] !== undefined && arrayOf(joint['gravityDir']).filter((each) => typeof each === 'number').length !== 3) findings.refuse('vrm', `${place}/joints/${number}/gravityDir`, 'Expected three numbers, but found something else.');
    }
    if (nodes.size < joints.length) findings.refuse('vrm', `${place}/joints`, 'Expected joints to be nodes of their own, but one comes twice.');
  }
  if (objectOf(extension)['specVersion'] !== '1.0' && objectOf(extension)['specVersion'] !== '1.0-beta') findings.note('vrm', `${at}/specVersion`, 'The version of the springs is not known here, and they are passed over.');
}
