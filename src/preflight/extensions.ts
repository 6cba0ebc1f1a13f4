import { type Document, stringsOf } from './document.ts';
import type { Findings } from './findings.ts';

/** Extensions that three and three-vrm read without any decoder. */
const READ: ReadonlySet<string> = new Set([
  'KHR_lights_punctual', 'KHR_materials_anisotropy', 'KHR_materials_clearcoat', 'KHR_materials_dispersion', 'KHR_materials_emissive_strength', 'KHR_materials_ior',
  'KHR_materials_iridescence', 'KHR_materials_sheen', 'KHR_materials_specular', 'KHR_materials_transmission', 'KHR_materials_unlit', 'KHR_materials_volume', 'KHR_mesh_quantization',
  'KHR_texture_transform', 'EXT_materials_bump', 'EXT_mesh_gpu_instancing', 'EXT_texture_webp',
  'VRM', 'VRMC_vrm', 'VRMC_vrm_animation', 'VRMC_springBone', 'VRMC_springBone_extended_collider', 'VRMC_node_constraint', 'VRMC_materials_mtoon', 'VRMC_materials_hdr_emissiveMultiplier',
]);

/** Extensions that change looks only: a model without them is plainer and otherwise whole. */
const LOOKS: ReadonlySet<string> = new Set([
  'KHR_animation_pointer', 'KHR_materials_diffuse_transmission', 'KHR_materials_pbrSpecularGlossiness', 'KHR_materials_variants', 'KHR_node_visibility', 'KHR_xmp_json_ld',
]);

/** What no decoder is there for, in words. A file that only may use it has something else to show. */
const UNDECODED: Readonly<Record<string, string>> = {
  KHR_draco_mesh_compression: 'meshes compressed by Draco', EXT_meshopt_compression: 'data compressed by meshopt', KHR_meshopt_compression: 'data compressed by meshopt',
  KHR_texture_basisu: 'textures in KTX2', EXT_texture_avif: 'textures in AVIF', MSFT_texture_dds: 'textures in DDS',
};

/** Refuses what can't be shown without an extension that is not known here; what is only used is passed over, with a note. */
export function checkExtensions(document: Document, findings: Findings): void {
  const required = new Set(stringsOf(document.json['extensionsRequired']));
  for (const name of new Set([...stringsOf(document.json['extensionsUsed']), ...required])) {
    if (READ.has(name) || LOOKS.has(name)) continue;
    const shown = JSON.stringify(name.slice(0, 60));
    const what = Object.hasOwn(UNDECODED, name) ? UNDECODED[name] : undefined;
    // three gives up wherever a file uses Draco, even one that could do without.
    if (required.has(name) || name === 'KHR_draco_mesh_compression') {
      findings.refuse('extension', '/extensionsRequired', what ? `Expected no ${what}, but the file has some (${name}). Export it uncompressed.` : `Expected extensions that are known here, but the file can't be shown without ${shown}.`);
    } else if (!what) findings.note('extension', '/extensionsUsed', `The extension ${shown} is not known here, and passed over.`);
  }
}
