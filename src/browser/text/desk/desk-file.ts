import { AttuneError, type Language, LANGUAGES } from '../../../core/index.ts';
import * as v from 'valibot';
import { EMBEDDING } from '../encoder/embedding.ts';

const part = v.strictObject({
  /** Whether meaning was read (`full`, English only) or words alone. */
  size: v.picklist(['full', 'light']),
  answers: v.array(v.strictObject({ name: v.string(), title: v.string(), says: v.string(), asked: v.number(), /** Mean stars, or null. */ stars: v.nullable(v.number()) })),
  questions: v.array(v.strictObject({ text: v.string(), answer: v.pipe(v.number(), v.integer(), v.minValue(0)) })),
  /** How near a message must lie to a known question. */
  near: v.number(),
});
const schema = v.strictObject({ format: v.literal(1), parts: v.strictObject({ en: v.optional(part), zh: v.optional(part) }) });

/** What was learnt from a history, in `desk.json`; embeddings lie beside it in `desk.bin`. */
export type DeskFile = v.InferOutput<typeof schema>;
export type DeskPart = v.InferOutput<typeof part>;

/** @throws {AttuneError} `bad-input` when it is no desk, or the embeddings are of another one */
export function parseDesk(data: unknown, embeddings: Int8Array): DeskFile {
  const result = v.safeParse(schema, data);
  if (!result.success) throw new AttuneError('bad-input', `Expected a desk as \`attune ingest\` writes it, but ${v.getDotPath(result.issues[0]) ?? 'the whole file'} is wrong: ${result.issues[0].message}. Ingest the history again.`);
  const rows = LANGUAGES.reduce((sum, language) => sum + embeddedRows(result.output, language), 0);
  if (embeddings.length !== rows * EMBEDDING) throw new AttuneError('bad-input', `Expected desk.bin to have ${rows * EMBEDDING} bytes for ${rows} questions, but it has ${embeddings.length}. Both files must be of one ingest.`);
  for (const language of LANGUAGES) {
    const { answers, questions } = result.output.parts[language] ?? { answers: [], questions: [] };
    const lost = questions.findIndex(({ answer }) => answer >= answers.length);
    if (lost !== -1) throw new AttuneError('bad-input', `Expected each question to have an answer, but parts.${language}.questions.${lost} names answer ${questions[lost]!.answer} of ${answers.length}. Ingest the history again.`);
  }
  return result.output;
}

function embeddedRows({ parts }: DeskFile, language: Language): number {
  const own = parts[language];
  return own?.size === 'full' ? own.questions.length : 0;
}

/** Each row's largest number becomes 127: lengths are made one again when read. */
export function packEmbeddings(values: Float32Array): Int8Array {
  const packed = new Int8Array(values.length);
  for (let row = 0; row < values.length; row += EMBEDDING) {
    let largest = 1e-12;
    for (let i = row; i < row + EMBEDDING; i += 1) largest = Math.max(largest, Math.abs(values[i]!));
    for (let i = row; i < row + EMBEDDING; i += 1) packed[i] = Math.round((values[i]! / largest) * 127);
  }
  return packed;
}

/** @returns rows of unit length */
export function unpackEmbeddings(packed: Int8Array): Float32Array {
  const values = Float32Array.from(packed);
  for (let row = 0; row < values.length; row += EMBEDDING) {
    let power = 1e-12;
    for (let i = row; i < row + EMBEDDING; i += 1) power += values[i]! ** 2;
    const scale = 1 / Math.sqrt(power);
    for (let i = row; i < row + EMBEDDING; i += 1) values[i]! *= scale;
  }
  return values;
}
