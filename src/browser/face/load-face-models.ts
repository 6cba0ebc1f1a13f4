import { AttuneError } from '../../core/index.ts';
import { fetchAsset } from '../assets.ts';
import { parseNet } from '../nets/net-file.ts';
import { createBlendshapeStudent } from './blendshapes.ts';
import { createExpressionHead } from './expression-head.ts';
import type { FaceModels } from './face-models.ts';

/**
 * Fetches the blendshape student and the expression head.
 *
 * A model that is missing or wrong is told, and the face is read without it.
 *
 * @param urls of their weights; null for none
 */
export async function loadFaceModels(urls: { readonly blendshapes: string | null; readonly head: string | null }, onProblem: (problem: AttuneError) => void): Promise<FaceModels> {
  async function load<T>(url: string | null, make: (text: string) => T): Promise<T | null> {
    if (url === null) return null;
    try {
      return make(new TextDecoder().decode(await fetchAsset(url)));
    } catch (thrown) {
      onProblem(new AttuneError('model-missing', `${thrown instanceof Error ? thrown.message : String(thrown)} Until then the face is read without it.`, thrown));
      return null;
    }
  }
  const [student, head] = await Promise.all([
    load(urls.blendshapes, (text) => createBlendshapeStudent(parseNet(text, 'blendshapes'))),
    load(urls.head, (text) => createExpressionHead(parseNet(text, 'face', 'face-open'))),
  ]);
  return { student, head };
}
