/** So long is measured at least, in milliseconds, after a warm-up of half of it. */
const LEAST = 1000;

/** How many texts a reader reads in a second of processor time, over and over the same ones; so a busy machine changes little. */
export function textsPerSecond<Text>(texts: readonly Text[], read: (text: Text) => unknown): number {
  run(texts, read, LEAST / 2);
  const before = process.cpuUsage();
  const count = run(texts, read, LEAST);
  const { user, system } = process.cpuUsage(before);
  return (1e6 * count) / (user + system);
}

/** @returns how many were read */
function run<Text>(texts: readonly Text[], read: (text: Text) => unknown, least: number): number {
  const began = performance.now();
  let count = 0;
  do {
    for (const text of texts) read(text);
    count += texts.length;
  } while (performance.now() - began < least);
  return count;
}
