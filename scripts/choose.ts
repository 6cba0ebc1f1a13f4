import { run } from './run.ts';

/** A script behind one of several names of an npm command. */
export interface Choice {
  readonly about: string;
  readonly script: string;
}

/** Runs the script that the first argument names, with the other arguments; without one, or a wrong one, tells which there are. */
export async function runChoice(command: string, choices: Readonly<Record<string, Choice>>): Promise<never> {
  const [name, ...rest] = process.argv.slice(2);
  const choice = name === undefined ? undefined : choices[name];
  if (choice) process.exit(await run('tsx', [choice.script, ...rest]));
  const list = Object.entries(choices).map(([each, { about }]) => `  ${each}  ${about}`).join('\n');
  if (name === undefined) console.log(`Usage: npm run ${command} -- NAME\n${list}`);
  else console.error(`Expected a name that "npm run ${command}" knows, but got "${name}". There are:\n${list}`);
  process.exit(name === undefined ? 0 : 2);
}
