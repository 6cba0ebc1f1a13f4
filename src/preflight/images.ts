import type { Buffers } from './buffers.ts';
import { type Document, objectOf, wholeOf } from './document.ts';
import type { Findings } from './findings.ts';
import { readImageHeader } from './read-image.ts';
import { type ReadBeside, readUri } from './read-uri.ts';

/** Looks at headers only; nothing is decoded. @returns how many pixels all images have together */
export function checkImages(document: Document, buffers: Buffers, readBeside: ReadBeside | undefined, findings: Findings): number {
  const images = document.list('images');
  if (!findings.within('images', images.length, '/images')) return 0;
  const shown = imagesInUse(document);
  let pixels = 0;
  for (const [index, { uri, bufferView }] of images.entries()) {
    const at = `/images/${index}`;
    if ((uri === undefined) === (bufferView === undefined)) {
      findings.refuse('image', at, 'Expected either a URI or a buffer view, but found both or none.');
      continue;
    }
    const bytes = uri === undefined ? buffers.follow(bufferView, `${at}/bufferView`) : readUri(uri, `${at}/uri`, readBeside, findings);
    if (!bytes) continue;
    const header = readImageHeader(bytes);
    if (!header) {
      const message = 'Expected a PNG, JPEG or WebP image, but its first bytes are none.';
      if (shown.has(index)) findings.refuse('image', at, message);
      else findings.note('image', at, message);
      continue;
    }
    const { width, height } = header;
    if (width === 0 || height === 0) findings.refuse('image', at, `Expected an image with pixels, but its header says ${width} x ${height}.`);
    findings.within('imageSide', Math.max(width, height), at);
    pixels += width * height;
  }
  findings.within('pixels', pixels, '/images');
  return pixels;
}

/** The images that a reader without further decoders would show. */
function imagesInUse(document: Document): ReadonlySet<number | null> {
  const used = new Set<number | null>();
  for (const [index, texture] of document.list('textures').entries()) {
    document.follow('samplers', texture['sampler'], `/textures/${index}/sampler`);
    const extensions = objectOf(texture['extensions']);
    for (const [source, at] of [[texture['source'], 'source'], ...['EXT_texture_webp', 'EXT_texture_avif'].map((name) => [objectOf(extensions[name])['source'], `extensions/${name}/source`] as const)] as const) {
      if (document.follow('images', source, `/textures/${index}/${at}`)) used.add(wholeOf(source));
    }
  }
  const thumbnail = objectOf(objectOf(objectOf(document.json['extensions'])['VRMC_vrm'])['meta'])['thumbnailImage'];
  used.add(wholeOf(thumbnail));
  return used;
}
