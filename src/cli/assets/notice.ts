import type { AssetManifest, PinnedProduct } from './asset-manifest.ts';
import { licenceTexts } from './licence-texts.ts';

const MODELS = [
  'models/: weights that attune was trained to; each has its own licence beside it, as models/<name>.LICENSE.',
  "  models/face.json is outside the MIT licence of attune: it learned from FER+, whose pictures were collected from the web for research",
  '  without a clear licence for each (see models/face/CARD.md in the package). models/face-open.json is the same without them;',
  '  name it as the option "head" of createFaceSource to load it instead.',
  '  models/fusion.json contains information from CREMA-D (https://github.com/CheyneyComputerScience/CREMA-D), which is made available',
  '  under the Open Database License, http://opendatacommons.org/licenses/odbl/1.0/.',
].join('\n');

/**
 * The text of NOTICE.txt: where each file came from, under which licence, and what was changed.
 *
 * @param products those that are in the folder; a folder made with --only names only its own.
 */
export function noticeText(manifest: AssetManifest, products: readonly PinnedProduct[]): string {
  const names = [...new Set(products.map((product) => product.package))];
  const sections = names.map((name) => {
    const { version, licence, copyright } = manifest.packages[name] ?? { version: '', licence: '', copyright: '' };
    const files = products.filter((product) => product.package === name).map(({ path, source, change }) => `  ${path}\n    ${change === undefined ? 'unchanged' : `changed: ${change}`}; from ${source}`);
    return [`${name} ${version} (npm)`, `${copyright}`, `Licence: ${licence}`, ...files].join('\n');
  });
  const licences = new Set(names.map((name) => manifest.packages[name]?.licence ?? ''));
  const texts = Object.entries(licenceTexts)
    .filter(([name]) => [...licences].some((licence) => licence.split(/\W+/).includes(name)))
    .map(([name, text]) => `The ${name} licence\n\n${text}`);
  return [
    'Files in this folder that "attune assets" made from npm packages. Serve this notice with them.',
    ...sections,
    'avatars/: each avatar has its own LICENSE beside it.',
    MODELS,
    ...texts,
  ].join('\n\n') + '\n';
}
