import type { AssetGroup } from './groups.ts';
import pinned from './manifest.json' with { type: 'json' };
import type { RecipeName } from './recipes.ts';

/** A package that products are made from. */
export interface PinnedPackage {
  /** The one version that works: exact, not a range. */
  readonly version: string;
  readonly licence: string;
  readonly copyright: string;
  /** True where attune itself depends on it: then attune's own copy counts, not the caller's. */
  readonly own?: boolean;
}

/** One file of the prepared folder. */
export interface PinnedProduct {
  /** Below --out, with forward slashes. */
  readonly path: string;
  readonly group: Exclude<AssetGroup, 'avatars'>;
  /** Further groups that do not work without it. */
  readonly alsoFor?: readonly Exclude<AssetGroup, 'avatars'>[];
  readonly package: string;
  /** The file of the package that it is made from. */
  readonly source: string;
  /** Further files of the package that its recipe takes, in this order. */
  readonly moreSources?: readonly string[];
  /** How it is made; without one the source is copied as it is. */
  readonly recipe?: RecipeName;
  /** What the recipe changed, for NOTICE.txt: Apache-2.0, section 4(b), asks that changes be stated. */
  readonly change?: string;
  readonly sha256: string;
}

export interface AssetManifest {
  readonly packages: Readonly<Record<string, PinnedPackage>>;
  readonly products: readonly PinnedProduct[];
}

/** What this version of attune is made to work with. */
export const assetManifest = pinned as AssetManifest;
