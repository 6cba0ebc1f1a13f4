import { parseArgs } from 'node:util';

/**
 * Reads whole numbers from the command line, such as `--minutes 5`.
 *
 * @throws {Error} when one of them is none
 */
export function readNumbers<Name extends string>(defaults: Readonly<Record<Name, number>>): Record<Name, number> {
  const names = Object.keys(defaults) as Name[];
  const { values } = parseArgs({ options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])) });
  return Object.fromEntries(names.map((name) => {
    const value = values[name] === undefined ? defaults[name] : Number(values[name]);
    if (!Number.isInteger(value) || value < 0) throw new Error(`Expected --${name} to be a whole number, but got "${String(values[name])}".`);
    return [name, value];
  })) as Record<Name, number>;
}
