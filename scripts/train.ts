import { run } from './run.ts';

/** `npm run train -- NAME`: fits what Attune ships from real data; the data is never copied. */

const TRAININGS: Readonly<Record<string, { readonly about: string; readonly script: string }>> = {
  'face-geometry': { about: 'population prior and smile score of the face geometry, from muxspace-faces', script: 'scripts/measure-faces.ts' },
};

const [name, ...rest] = process.argv.slice(2);
const training = name === undefined ? undefined : TRAININGS[name];
if (!training) {
  const list = Object.entries(TRAININGS).map(([each, { about }]) => `  ${each}  ${about}`).join('\n');
  console.log(name === undefined ? `Usage: npm run train -- NAME\n${list}` : `Expected the name of a training, but got "${name}". There are:\n${list}`);
  process.exit(name === undefined ? 0 : 2);
}
process.exit(await run('tsx', [training.script, ...rest]));
