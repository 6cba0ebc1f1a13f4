interface WeightEntry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string;
}

interface ModelJson {
  readonly weightsManifest?: readonly { readonly paths: readonly string[]; readonly weights: readonly WeightEntry[] }[];
}

/** One weight of a TensorFlow.js model. */
export interface Weight {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/**
 * Reads the 32-bit float weights of a TensorFlow.js graph model.
 *
 * @param modelJson the file model.json
 * @param shards the files that it names, in its order
 * @returns looks a weight up by its name, and throws where there is none
 */
export function readTfjsWeights(modelJson: Uint8Array, shards: readonly Uint8Array[]): (name: string) => Weight {
  const { weightsManifest } = JSON.parse(new TextDecoder().decode(modelJson)) as ModelJson;
  const [group, ...moreGroups] = weightsManifest ?? [];
  if (group === undefined || moreGroups.length > 0 || group.paths.length !== shards.length) {
    throw new Error(`Expected a model.json with one group of weights in ${shards.length} files, but it has ${group === undefined ? 'none' : `${moreGroups.length + 1} with ${group.paths.length} files in the first`}; this reading fits only the pinned package version.`);
  }
  const data = new Uint8Array(shards.reduce((sum, shard) => sum + shard.length, 0));
  let filled = 0;
  for (const shard of shards) {
    data.set(shard, filled);
    filled += shard.length;
  }

  const weights = new Map<string, Weight>();
  let at = 0;
  for (const { name, shape, dtype } of group.weights) {
    const length = shape.reduce((product, size) => product * size, 1);
    // Whole numbers are 32 bits wide too; only the graph's bookkeeping uses them.
    if (dtype === 'float32') weights.set(name, { shape, values: readFloats(new DataView(data.buffer, at, length * 4)) });
    else if (dtype !== 'int32') throw new Error(`Expected weights of float32 or int32, but "${name}" is ${dtype}; this reading fits only the pinned package version.`);
    at += length * 4;
  }
  if (at !== data.length) throw new Error(`Expected ${at} bytes of weights, but the files hold ${data.length}; reinstall the package.`);

  return (name) => {
    const weight = weights.get(name);
    if (weight === undefined) throw new Error(`Expected the model to have a weight "${name}", but it has none; this reading fits only the pinned package version.`);
    return weight;
  };
}

function readFloats(view: DataView): Float32Array {
  return Float32Array.from({ length: view.byteLength / 4 }, (_, i) => view.getFloat32(i * 4, true));
}
