import { arrayOf, type Document, isObject, type Json, type JsonObject, objectOf, objectsOf, wholeOf } from '../document.ts';
import type { Findings } from '../findings.ts';
import type { ListName } from '../document.ts';
import { REQUIRED_BONES } from './bones.ts';

/** VRM 0.x: everything that three-vrm follows. Its exporters write -1 or null for "none". */
export function checkVrm0(vrm: JsonObject, document: Document, findings: Findings): void {
  const at = '/extensions/VRM';
  const follow = (name: ListName, index: Json | undefined, place: string): JsonObject | null => (index === -1 || index === null ? null : document.follow(name, index, at + place));
  for (const name of ['meta', 'humanoid'] as const) if (!isObject(vrm[name])) findings.refuse('vrm', `${at}/${name}`, 'Expected an object, but found something else.');
  follow('textures', objectOf(vrm['meta'])['texture'], '/meta/texture');

  const bones = objectsOf(objectOf(vrm['humanoid'])['humanBones']);
  const found = new Set<Json | undefined>();
  for (const [index, { bone, node }] of bones.entries()) if (follow('nodes', node, `/humanoid/humanBones/${index}/node`)) found.add(bone);
  const missing = REQUIRED_BONES.filter((bone) => !found.has(bone));
  if (missing.length > 0) findings.refuse('vrm', `${at}/humanoid/humanBones`, `Expected the bones of a humanoid, but ${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} missing.`);

  for (const [index, group] of objectsOf(objectOf(vrm['blendShapeMaster'])['blendShapeGroups']).entries()) {
    const place = `/blendShapeMaster/blendShapeGroups/${index}`;
    for (const [number, bind] of objectsOf(group['binds']).entries()) {
      const mesh = follow('meshes', bind['mesh'], `${place}/binds/${number}/mesh`);
      const targets = arrayOf(objectsOf(mesh?.['primitives'])[0]?.['targets']).length;
      const whole = wholeOf(bind['index']);
      // Older exporters leave binds behind whose target is gone; readers pass them over.
      if (mesh && (whole === null || whole >= targets)) findings.note('vrm', `${at}${place}/binds/${number}/index`, `An expression names one of ${targets} morph targets by ${JSON.stringify(bind['index'])}, and is passed over.`);
    }
    for (const [number, value] of objectsOf(group['materialValues']).entries()) {
      if (value['targetValue'] !== undefined && !arrayOf(value['targetValue']).every((each) => typeof each === 'number')) findings.refuse('vrm', `${at}${place}/materialValues/${number}/targetValue`, 'Expected numbers, but found something else.');
    }
  }
  follow('nodes', objectOf(vrm['firstPerson'])['firstPersonBone'], '/firstPerson/firstPersonBone');
  for (const [index, annotation] of objectsOf(objectOf(vrm['firstPerson'])['meshAnnotations']).entries()) follow('meshes', annotation['mesh'], `/firstPerson/meshAnnotations/${index}/mesh`);
  checkSecondaryAnimation(objectOf(vrm['secondaryAnimation']), follow, document, findings);
  for (const [index, material] of objectsOf(vrm['materialProperties']).entries()) {
    for (const [name, texture] of Object.entries(objectOf(material['textureProperties']))) follow('textures', texture, `/materialProperties/${index}/textureProperties/${name.slice(0, 40)}`);
  }
}

type Follow = (name: ListName, index: Json | undefined, place: string) => JsonObject | null;

function checkSecondaryAnimation(extension: JsonObject, follow: Follow, document: Document, findings: Findings): void {
  const colliders = objectsOf(extension['colliderGroups']);
  for (const [index, { node }] of colliders.entries()) follow('nodes', node, `/secondaryAnimation/colliderGroups/${index}/node`);
  const roots: Json[] = [];
  for (const [index, group] of objectsOf(extension['boneGroups']).entries()) {
    const place = `/secondaryAnimation/boneGroups/${index}`;
    follow('nodes', group['center'], `${place}/center`);
    for (const bone of arrayOf(group['bones'])) if (follow('nodes', bone, `${place}/bones`)) roots.push(bone);
    for (const collider of arrayOf(group['colliderGroups'])) {
      const whole = wholeOf(collider);
      if (collider !== -1 && (whole === null || whole >= colliders.length)) findings.refuse('reference', `/extensions/VRM${place}/colliderGroups`, `Expected the index of one of ${colliders.length} collider groups, but found ${JSON.stringify(collider).slice(0, 40)}.`);
    }
  }
  // Everything below a bone swings with it, and again for each group that names it.
  const nodes = document.list('nodes');
  let joints = 0;
  for (const root of roots) {
    const left = [root as number];
    for (let node = left.pop(); node !== undefined && joints <= findings.limits.springJoints; node = left.pop()) {
      joints += 1;
      for (const child of arrayOf(nodes[node]?.['children'])) left.push(child as number);
    }
  }
  findings.within('springJoints', joints, '/extensions/VRM/secondaryAnimation/boneGroups');
}
