/** How llama-tokenizer-js holds its vocabulary, a token a line. */
const VOCABULARY = /\bllama_vocab_base64\s*=\s*"([A-Za-z0-9+/=]+)"/;

/**
 * Takes the vocabulary out of llama-tokenizer.js: to read tokens nothing else of it is needed.
 *
 * @throws where the script holds none.
 */
export function extractVocabulary(source: Uint8Array): Uint8Array {
  const [, encoded] = VOCABULARY.exec(new TextDecoder().decode(source)) ?? [];
  if (encoded === undefined) throw new Error('Expected llama-tokenizer.js to hold a vocabulary, but it has none; reinstall llama-tokenizer-js.');
  return new Uint8Array(Buffer.from(encoded, 'base64'));
}
