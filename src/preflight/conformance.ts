import { validateBytes } from 'gltf-validator';
import type { Conformance } from './conclude.ts';
import type { Finding } from './findings.ts';
import type { FileKind } from './preflight.ts';
import type { ReadBeside } from './read-uri.ts';

/**
 * What exporters of avatars get wrong again and again, and three shows as it was meant: bounds that are a little off, normals and weights that
 * aren't normalised, names that nobody declared. Refusing it would refuse what people own. Everything that three reads in another way, or not
 * at all, is no part of this.
 */
const HABITS: ReadonlySet<string> = new Set([
  'ACCESSOR_ANIMATION_SAMPLER_OUTPUT_NON_NORMALIZED_QUATERNION', 'ACCESSOR_ELEMENT_OUT_OF_MAX_BOUND', 'ACCESSOR_ELEMENT_OUT_OF_MIN_BOUND', 'ACCESSOR_INDEX_PRIMITIVE_RESTART', 'ACCESSOR_INVALID_IBM',
  'ACCESSOR_INVALID_SIGN', 'ACCESSOR_JOINTS_INDEX_DUPLICATE', 'ACCESSOR_MAX_MISMATCH', 'ACCESSOR_MIN_MISMATCH', 'ACCESSOR_NON_CLAMPED', 'ACCESSOR_USAGE_OVERRIDE', 'ACCESSOR_VECTOR3_NON_UNIT',
  'ACCESSOR_WEIGHTS_NEGATIVE', 'ACCESSOR_WEIGHTS_NON_NORMALIZED', 'BUFFER_VIEW_INVALID_BYTE_STRIDE', 'BUFFER_VIEW_TARGET_OVERRIDE', 'EMPTY_ENTITY', 'GLB_CHUNK_LENGTH_UNALIGNED', 'IMAGE_BUFFER_VIEW_WITH_BYTESTRIDE',
  'IMAGE_MIME_TYPE_INVALID', 'IMAGE_NON_ENABLED_MIME_TYPE', 'MESH_PRIMITIVES_UNEQUAL_TARGETS_COUNT', 'MESH_PRIMITIVE_ACCESSOR_UNALIGNED', 'MESH_PRIMITIVE_ACCESSOR_WITHOUT_BYTESTRIDE',
  'MESH_PRIMITIVE_INDEXED_SEMANTIC_CONTINUITY', 'MESH_PRIMITIVE_INVALID_ATTRIBUTE', 'MESH_PRIMITIVE_JOINTS_WEIGHTS_MISMATCH', 'MESH_PRIMITIVE_MORPH_TARGET_NO_BASE_ACCESSOR', 'MESH_PRIMITIVE_NO_TANGENT_SPACE',
  'MESH_PRIMITIVE_POSITION_ACCESSOR_WITHOUT_BOUNDS', 'MESH_PRIMITIVE_TOO_FEW_TEXCOORDS', 'NODE_SKIN_NO_SCENE', 'NODE_SKIN_WITH_NON_SKINNED_MESH', 'NON_REQUIRED_EXTENSION', 'ROTATION_NON_UNIT',
  'SKIN_NO_COMMON_ROOT', 'SKIN_SKELETON_INVALID', 'UNDECLARED_EXTENSION', 'UNEXPECTED_EXTENSION_OBJECT', 'UNUSED_EXTENSION_REQUIRED',
]);

/** Enough to find an error behind many remarks; the validator keeps every one in memory. */
const MOST_ISSUES = 2000;
const MOST_FINDINGS = 20;

/**
 * What Khronos' own validator calls an error of glTF 2.0. It knows no limits, so it must only see what `preflight` accepted.
 *
 * In files for VRM, exporters' harmless habits are notes.
 */
export async function checkConformance(bytes: Uint8Array, kind: FileKind | null, readBeside?: ReadBeside): Promise<Conformance> {
  const lenient = kind !== 'glTF';
  const reasons: Finding[] = [];
  const notes: Finding[] = [];
  try {
    const { issues } = await validateBytes(bytes, {
      maxIssues: MOST_ISSUES, writeTimestamp: false,
      externalResourceFunction: async (uri) => {
        const found = readBeside?.(decodeURIComponent(uri));
        if (!found) throw new Error('it is not read');
        return found;
      },
    });
    for (const { code, message, severity, pointer, offset } of issues.messages) {
      if (severity > 0) continue;
      const list = lenient && HABITS.has(code) ? notes : reasons;
      if (list.length < MOST_FINDINGS) list.push({ code: 'gltf', at: pointer ?? '', message: `${code}: ${message.slice(0, 200)}${offset === undefined ? '' : ` (byte ${offset})`}` });
    }
  } catch (thrown) {
    reasons.push({ code: 'gltf', at: '', message: `The glTF validator can't read it (${String((thrown as { message?: unknown } | null)?.message ?? thrown).slice(0, 200)}).` });
  }
  return { reasons, notes };
}
