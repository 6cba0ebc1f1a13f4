import type { Accessor, Accessors } from './accessors.ts';
import { arrayOf, type Document, objectOf, objectsOf, wholeOf } from './document.ts';
import type { Findings } from './findings.ts';

/** Nodes form trees: one parent at most, nobody their own ancestor. Readers walk them by recursion. */
export function checkNodes(document: Document, findings: Findings): void {
  const nodes = document.list('nodes');
  if (!findings.within('nodes', nodes.length, '/nodes')) return;
  const parents = new Int32Array(nodes.length).fill(-1);
  for (const [index, { children }] of nodes.entries()) {
    for (const [place, child] of arrayOf(children).entries()) {
      const at = `/nodes/${index}/children/${place}`;
      if (!document.follow('nodes', child, at)) return;
      if (parents[child as number] !== -1) return findings.refuse('scene', at, `Expected a node to have one parent, but node ${String(child)} has two.`);
      parents[child as number] = index;
    }
  }
  const depths = new Int32Array(nodes.length);
  for (let index = 0; index < nodes.length; index += 1) {
    const path: number[] = [];
    let at = index;
    // In a tree no path is longer than its nodes are many.
    while (at !== -1 && depths[at] === 0 && path.length <= nodes.length) {
      path.push(at);
      at = parents[at] ?? -1;
    }
    if (path.length > nodes.length) return findings.refuse('scene', `/nodes/${index}`, 'Expected nodes to form trees, but one is its own ancestor.');
    let depth = at === -1 ? 0 : depths[at] ?? 0;
    for (const node of path.toReversed()) depths[node] = depth += 1;
    if (!findings.within('nodeDepth', depth, `/nodes/${index}`)) return;
  }
  for (const [index, { mesh, skin, camera }] of nodes.entries()) {
    document.follow('meshes', mesh, `/nodes/${index}/mesh`);
    document.follow('skins', skin, `/nodes/${index}/skin`);
    document.follow('cameras', camera, `/nodes/${index}/camera`);
  }
  document.follow('scenes', document.json['scene'], '/scene');
  for (const [index, scene] of document.list('scenes').entries()) {
    for (const node of arrayOf(scene['nodes'])) document.follow('nodes', node, `/scenes/${index}/nodes`);
  }
}

/** Copies of one mesh that are drawn at once. */
export function checkInstances(document: Document, accessors: Accessors): void {
  for (const [index, { extensions }] of document.list('nodes').entries()) {
    followAll(objectOf(objectOf(objectOf(extensions)['EXT_mesh_gpu_instancing'])['attributes']), accessors, `/nodes/${index}/extensions/EXT_mesh_gpu_instancing/attributes`);
  }
}

/** @returns bytes that a reader of morph targets makes beside the file's own: one picture with all of a primitive's */
export function checkMeshes(document: Document, accessors: Accessors, findings: Findings): number {
  let morphBytes = 0;
  const joints = mostJoints(document);
  for (const [index, mesh] of document.list('meshes').entries()) {
    for (const [place, primitive] of objectsOf(mesh['primitives']).entries()) {
      const at = `/meshes/${index}/primitives/${place}`;
      const attributes = followAll(objectOf(primitive['attributes']), accessors, `${at}/attributes`);
      const position = attributes.get('POSITION');
      const vertices = position?.count ?? 0;
      if (!findings.within('vertices', vertices, at)) continue;
      for (const [name, { count, largest }] of attributes) {
        if (count !== vertices && position) findings.refuse('layout', `${at}/attributes/${name}`, `Expected as many elements as there are vertices (${vertices}), but found ${count}.`);
        else if (/^JOINTS_\d+$/.test(name) && joints[index] !== undefined && largest() >= joints[index]) findings.refuse('values', `${at}/attributes/${name}`, `Expected joints below ${joints[index]}, as many as the skin has, but found ${largest()}.`);
      }
      const indices = accessors.follow(primitive['indices'], `${at}/indices`);
      if (indices && (indices.type !== 'SCALAR' || indices.componentType === 5126)) findings.refuse('layout', `${at}/indices`, 'Expected whole numbers as indices, but found something else.');
      else if (indices && position && indices.largest() >= vertices) findings.refuse('values', `${at}/indices`, `Expected indices below ${vertices}, as many as there are vertices, but found ${indices.largest()}.`);
      const targets = objectsOf(primitive['targets']);
      if (!findings.within('morphTargets', targets.length, `${at}/targets`)) continue;
      const kinds = new Set<string>();
      for (const [number, target] of targets.entries()) {
        for (const [name, { count }] of followAll(target, accessors, `${at}/targets/${number}`)) {
          kinds.add(name);
          if (position && count !== vertices) findings.refuse('layout', `${at}/targets/${number}/${name}`, `Expected as many elements as there are vertices (${vertices}), but found ${count}.`);
        }
      }
      // Vertices that no index names are dropped before the picture is made.
      morphBytes += Math.min(vertices, indices?.count ?? vertices) * targets.length * Math.min(3, kinds.size) * 16;
      document.follow('materials', primitive['material'], `${at}/material`);
    }
  }
  return morphBytes;
}

function followAll(object: ReturnType<typeof objectOf>, accessors: Accessors, at: string): ReadonlyMap<string, Accessor> {
  const found = new Map<string, Accessor>();
  for (const [name, index] of Object.entries(object)) {
    const accessor = accessors.follow(index, `${at}/${name}`);
    if (accessor) found.set(name, accessor);
  }
  return found;
}

/** How many joints a mesh may name, by the smallest skin that it is shown with. */
function mostJoints(document: Document): readonly (number | undefined)[] {
  const most: number[] = [];
  for (const { mesh, skin } of document.list('nodes')) {
    const [which, by] = [wholeOf(mesh), wholeOf(skin)];
    const joints = by === null ? undefined : document.list('skins')[by]?.['joints'];
    if (which !== null && Array.isArray(joints)) most[which] = Math.min(most[which] ?? Infinity, joints.length);
  }
  return most;
}

export function checkSkins(document: Document, accessors: Accessors, findings: Findings): void {
  for (const [index, skin] of document.list('skins').entries()) {
    const at = `/skins/${index}`;
    const joints = arrayOf(skin['joints']);
    if (joints.length === 0) findings.refuse('scene', `${at}/joints`, 'Expected at least one joint, but there is none.');
    if (!findings.within('joints', joints.length, `${at}/joints`)) continue;
    for (const joint of joints) if (!document.follow('nodes', joint, `${at}/joints`)) break;
    document.follow('nodes', skin['skeleton'], `${at}/skeleton`);
    const matrices = accessors.follow(skin['inverseBindMatrices'], `${at}/inverseBindMatrices`);
    if (matrices && (matrices.type !== 'MAT4' || matrices.count < joints.length)) findings.refuse('layout', `${at}/inverseBindMatrices`, `Expected a matrix for each of ${joints.length} joints, but found ${matrices.count} of ${matrices.type}.`);
  }
}

export function checkAnimations(document: Document, accessors: Accessors, findings: Findings): void {
  for (const [index, animation] of document.list('animations').entries()) {
    const samplers = objectsOf(animation['samplers']);
    for (const [place, sampler] of samplers.entries()) {
      const at = `/animations/${index}/samplers/${place}`;
      const input = accessors.follow(sampler['input'], `${at}/input`);
      const output = accessors.follow(sampler['output'], `${at}/output`);
      if (!input || !output) continue;
      if (input.type !== 'SCALAR' || input.componentType !== 5126) findings.refuse('animation', `${at}/input`, `Expected times as single floats, but found ${input.type}.`);
      findings.within('animationSeconds', input.largest(), `${at}/input`);
      const each = sampler['interpolation'] === 'CUBICSPLINE' ? 3 : 1;
      // Weights have one number for each target, so they come in multiples.
      if (output.count === 0 || output.count % (input.count * each) !== 0) findings.refuse('animation', `${at}/output`, `Expected a multiple of ${input.count * each} values for ${input.count} times, but found ${output.count}.`);
    }
    for (const [place, channel] of objectsOf(animation['channels']).entries()) {
      const at = `/animations/${index}/channels/${place}`;
      const sampler = wholeOf(channel['sampler']);
      if (sampler === null || sampler >= samplers.length) findings.refuse('reference', `${at}/sampler`, `Expected the index of one of ${samplers.length} samplers, but found ${JSON.stringify(channel['sampler'])}.`);
      document.follow('nodes', objectOf(channel['target'])['node'], `${at}/target/node`);
    }
  }
}
