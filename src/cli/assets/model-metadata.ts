import { Builder } from 'flatbuffers';
import { float32Vector, offsetVector, table } from './flatbuffer.ts';

/** Pixels (0 to 255) become (pixel - mean) / std before a model sees them. */
export interface Normalization {
  readonly mean: number;
  readonly std: number;
}

// Slots and union numbers of TensorFlow Lite's metadata_schema.fbs, version 1.
const modelMetadata = { name: 0, subgraphs: 3, slots: 8 };
const subgraphMetadata = { inputs: 2, slots: 10 };
const tensorMetadata = { name: 0, content: 3, processUnits: 4, slots: 7 };
const content = { propertiesType: 0, properties: 1, slots: 3, imageProperties: 2 };
const imageProperties = { colorSpace: 0, slots: 2, rgb: 1 };
const processUnit = { optionsType: 0, options: 1, slots: 2, normalizationOptions: 1 };
const normalizationOptions = { mean: 0, std: 1, slots: 2 };

/**
 * A ModelMetadata flatbuffer (identifier M001) that says: one input, an RGB picture, normalised
 * so. MediaPipe's tasks refuse a model whose image input does not say how it is normalised.
 */
export function modelMetadataBytes(name: string, input: string, { mean, std }: Normalization): Uint8Array {
  const b = new Builder(512);
  const means = float32Vector(b, [mean]);
  const stds = float32Vector(b, [std]);
  const options = table(b, normalizationOptions.slots, [
    [normalizationOptions.mean, 'offset', means],
    [normalizationOptions.std, 'offset', stds],
  ]);
  const unit = table(b, processUnit.slots, [
    [processUnit.optionsType, 'int8', processUnit.normalizationOptions],
    [processUnit.options, 'offset', options],
  ]);
  const units = offsetVector(b, [unit]);
  const image = table(b, imageProperties.slots, [[imageProperties.colorSpace, 'int8', imageProperties.rgb]]);
  const picture = table(b, content.slots, [
    [content.propertiesType, 'int8', content.imageProperties],
    [content.properties, 'offset', image],
  ]);
  const inputName = b.createString(input);
  const tensor = table(b, tensorMetadata.slots, [
    [tensorMetadata.name, 'offset', inputName],
    [tensorMetadata.content, 'offset', picture],
    [tensorMetadata.processUnits, 'offset', units],
  ]);
  const inputs = offsetVector(b, [tensor]);
  const subgraph = table(b, subgraphMetadata.slots, [[subgraphMetadata.inputs, 'offset', inputs]]);
  const subgraphs = offsetVector(b, [subgraph]);
  const modelName = b.createString(name);
  const model = table(b, modelMetadata.slots, [
    [modelMetadata.name, 'offset', modelName],
    [modelMetadata.subgraphs, 'offset', subgraphs],
  ]);
  b.finish(model, 'M001');
  return b.asUint8Array();
}
