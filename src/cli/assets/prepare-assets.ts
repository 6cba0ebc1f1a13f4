import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../usage-error.ts';
import { type AssetManifest, assetManifest, type PinnedProduct } from './asset-manifest.ts';
import { findOwnPackage } from './find-package.ts';
import { findPinnedPackages } from './find-pinned-packages.ts';
import { type AssetGroup, assetGroups, isAssetGroup } from './groups.ts';
import { noticeText } from './notice.ts';
import { openOutputFolder, type OutputFolder, sha256 } from './output-folder.ts';
import { listOwnFiles } from './own-files.ts';
import { recipes } from './recipes.ts';

export interface PreparedAsset {
  /** Below the folder, with forward slashes. */
  readonly path: string;
  /** 'kept' where the right file was there already. */
  readonly state: 'written' | 'kept';
}

export interface PrepareProgress extends PreparedAsset {
  /** How many of the files are done, this one included. */
  readonly done: number;
  readonly total: number;
}

export interface PrepareAssetsOptions {
  /** The folder to fill; made where it is missing. */
  readonly out: string;
  /** All groups where it is left out. */
  readonly only?: readonly AssetGroup[];
  /** Called after each file. */
  readonly onProgress?: (progress: PrepareProgress) => void;
  /** Where packages are looked for before attune's own place; the current folder by default. */
  readonly from?: string;
  /** Which packages and hashes to expect; those that this version of attune pins by default. */
  readonly manifest?: AssetManifest;
  /** The attune package whose avatars and models are copied; the one that this file belongs to by default. */
  readonly root?: string;
}

/**
 * Makes everything heavy that a page needs at run time (models, WebAssembly, speech, controller
 * models, avatars) out of installed packages, without the network, and checks every file.
 *
 * Running it again checks what is there and writes only what is missing or different. A file
 * appears whole or not at all.
 *
 * @returns every file, NOTICE.txt included.
 * @throws UsageError for options that cannot be met; Error where a package is missing or of
 * another version than the pinned one, or where a product's SHA-256 differs.
 */
export async function prepareAssets(options: PrepareAssetsOptions): Promise<PreparedAsset[]> {
  const { out, only = assetGroups, onProgress, from = process.cwd(), manifest = assetManifest, root = findOwnPackage() } = options;
  if (typeof out !== 'string' || out.trim() === '') {
    throw new UsageError('Expected --out to name a folder, but it is missing; for example: attune assets --out public/attune');
  }
  const unknown = only.filter((group) => !isAssetGroup(group));
  if (unknown.length > 0 || only.length === 0) {
    throw new UsageError(`Expected --only to name some of ${assetGroups.join(', ')}, but it is ${unknown.length > 0 ? `"${unknown.join(', ')}"` : 'empty'}; leave it out to prepare all.`);
  }

  const products = manifest.products.filter(({ group, alsoFor = [] }) => [group, ...alsoFor].some((name) => only.includes(name)));
  const own = await listOwnFiles(root, only);
  const names = [...new Set(products.map((product) => product.package))];
  const folders = findPinnedPackages(manifest, names, from);
  const output = await openOutputFolder(out);
  const prepared: PreparedAsset[] = [];
  const report = (path: string, state: PreparedAsset['state']) => {
    prepared.push({ path, state });
    onProgress?.({ path, state, done: prepared.length, total: products.length + own.length + 1 });
  };

  try {
    for (const product of products) {
      if ((await output.hash(product.path)) === product.sha256) {
        report(product.path, 'kept');
        continue;
      }
      await output.write(product.path, await make(product, folders.get(product.package) ?? '', manifest));
      report(product.path, 'written');
    }
    for (const { path, source } of own) {
      report(path, await writeWhereDifferent(output, path, await readFile(source)));
    }
    const present = await productsIn(output, manifest);
    const notice = new TextEncoder().encode(noticeText(manifest, present));
    report('NOTICE.txt', await writeWhereDifferent(output, 'NOTICE.txt', notice));
  } finally {
    await output.close();
  }
  return prepared;
}

async function make(product: PinnedProduct, folder: string, manifest: AssetManifest): Promise<Uint8Array> {
  const read = async (path: string): Promise<Uint8Array> => {
    const file = join(folder, path);
    return readFile(file).catch((error: NodeJS.ErrnoException) => {
      throw new Error(`Expected ${product.package} to contain ${path}, but ${file} gave ${error.code}; reinstall the package.`);
    });
  };
  const source = await read(product.source);
  const more = await Promise.all((product.moreSources ?? []).map(read));
  const bytes = product.recipe === undefined ? source : recipes[product.recipe](source, ...more);
  const hash = sha256(bytes);
  if (hash !== product.sha256) {
    const version = manifest.packages[product.package]?.version ?? '';
    throw new Error(
      `Expected ${product.path} to have SHA-256 ${product.sha256}, but what ${product.package} ${version} gives has ${hash}; its files are not the published ones: remove ${folder} and install it again.`,
    );
  }
  return bytes;
}

async function writeWhereDifferent(output: OutputFolder, path: string, bytes: Uint8Array): Promise<PreparedAsset['state']> {
  if ((await output.hash(path)) === sha256(bytes)) return 'kept';
  await output.write(path, bytes);
  return 'written';
}

/** The products of all groups that are in the folder, so that a run with --only keeps the notice whole. */
async function productsIn(output: OutputFolder, manifest: AssetManifest): Promise<PinnedProduct[]> {
  const present: PinnedProduct[] = [];
  for (const product of manifest.products) {
    if ((await output.hash(product.path)) !== null) present.push(product);
  }
  return present;
}
