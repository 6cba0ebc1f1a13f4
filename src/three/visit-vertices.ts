import type { VRM, VRMHumanBoneName } from '@pixiv/three-vrm';
import { type BufferAttribute, type Mesh, type Object3D, type SkinnedMesh, Vector3 } from 'three';

/** Less than this of a vertex's weight on one bone, and it counts for none. */
const BELONGS = 0.5;

/**
 * Shows every vertex of an avatar as it stands now, in the world, with the humanoid bone that it hangs
 * on most: hair and cloth count to the bone that carries them. The place is reused between calls.
 */
export function visitVertices({ humanoid, scene }: VRM, visit: (bone: VRMHumanBoneName, place: Vector3) => void): void {
  const names = new Map((Object.keys(humanoid.rawHumanBones) as VRMHumanBoneName[]).map((name) => [humanoid.getRawBoneNode(name), name]));
  const boneOf = (node: Object3D | null | undefined): VRMHumanBoneName | null => (node ? names.get(node) ?? boneOf(node.parent) : null);
  const place = new Vector3();
  scene.updateMatrixWorld(true);
  scene.traverse((object) => {
    const mesh = object as Mesh;
    if (!mesh.isMesh) return;
    const skinned = (mesh as SkinnedMesh).isSkinnedMesh ? (mesh as SkinnedMesh) : null;
    const carriers = skinned ? skinned.skeleton.bones.map(boneOf) : [];
    const own = skinned ? null : boneOf(mesh.parent);
    for (let vertex = 0; vertex < mesh.geometry.getAttribute('position').count; vertex++) {
      const bone = skinned ? carrierOf(skinned, carriers, vertex) : own;
      if (bone) visit(bone, mesh.getVertexPosition(vertex, place).applyMatrix4(mesh.matrixWorld));
    }
  });
}

function carrierOf({ geometry }: SkinnedMesh, carriers: readonly (VRMHumanBoneName | null)[], vertex: number): VRMHumanBoneName | null {
  const indices = geometry.getAttribute('skinIndex') as BufferAttribute;
  const weights = geometry.getAttribute('skinWeight') as BufferAttribute;
  for (let each = 0; each < 4; each++) if (weights.getComponent(vertex, each) >= BELONGS) return carriers[indices.getComponent(vertex, each)] ?? null;
  return null;
}
