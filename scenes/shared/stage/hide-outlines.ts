import type { Material, Mesh, Object3D } from 'three';

/** Leaves out MToon's outlines, which draw every triangle a second time. */
export function hideOutlines(avatar: Object3D): void {
  avatar.traverse((object) => {
    const { material } = object as Mesh;
    if (!material) return;
    for (const each of Array.isArray(material) ? material : [material]) {
      if ((each as Material & { isOutline?: boolean }).isOutline) each.visible = false;
    }
  });
}
