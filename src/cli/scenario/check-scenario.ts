import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Language, LANGUAGES } from '../../core/index.ts';
import { checkStyle } from '../../dialogue/index.ts';
import { assistantPolicy, companionPolicy, entertainmentPolicy, fitPolicy, languagesOf, type Pack, type PackFault, type Policy, readPack, servicePolicy, socialPolicy, tutorPolicy } from '../../scenario/index.ts';
import { UsageError } from '../usage-error.ts';
import { lineOf } from './find-fault-lines.ts';

type AnyPolicy = Parameters<typeof fitPolicy>[1];
const SHIPPED: Readonly<Record<string, AnyPolicy>> = { assistant: assistantPolicy, companion: companionPolicy, entertainment: entertainmentPolicy, service: servicePolicy, social: socialPolicy, tutor: tutorPolicy };

/** What was found in a scenario: faults, each with its file and line, and the pack where there are none. */
export interface CheckedScenario {
  readonly pack: Pack | null;
  readonly faults: readonly string[];
}

/**
 * Checks a scenario's form, what names what, what its policy needs, and the style of all that it says.
 *
 * @param path a folder with a scenario.json, or the file
 * @throws {UsageError} where there is no such file
 */
export async function checkScenario(path: string): Promise<CheckedScenario> {
  const file = (await stat(path).catch(() => null))?.isDirectory() ? join(path, 'scenario.json') : path;
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`Expected a scenario at ${file}, but it could not be read.`);
  });
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (thrown) {
    return { pack: null, faults: [`${file}: expected JSON: ${(thrown as Error).message}`] };
  }
  const told = ({ path: field, fault }: PackFault): string => `${file}:${lineOf(text, field)}: ${field.join('.') || 'the whole file'}: ${fault}`;
  const { pack, faults } = readPack(data);
  if (!pack) return { pack: null, faults: faults.map(told) };
  const policy = await policyOf(pack, resolve(file, '..'));
  const found = typeof policy === 'string' ? [{ path: ['policy'], fault: policy }] : [...fitPolicy(pack, policy), ...styleFaults(pack)];
  return { pack: found.length === 0 ? pack : null, faults: found.map(told) };
}

/** The policy, or what is wrong with it. */
async function policyOf({ policy }: Pack, folder: string): Promise<AnyPolicy | string> {
  if (!policy.startsWith('./')) return SHIPPED[policy] ?? `expected one of ${Object.keys(SHIPPED).join(', ')}, or a module beside the file such as "./policy.js", but got "${policy}"`;
  const module = join(folder, policy);
  if (!existsSync(module)) return `expected a module ${module}, but there is none`;
  const { policy: own } = (await import(/* @vite-ignore */ pathToFileURL(module).href)) as { policy?: Partial<Policy<unknown>> };
  const lacks = (['name', 'lines', 'acts', 'measures', 'begin', 'step'] as const).filter((part) => own?.[part] === undefined);
  return lacks.length > 0 ? `expected ${module} to export a "policy", but it lacks ${lacks.join(', ')}` : (own as AnyPolicy);
}

function styleFaults(pack: Pack): PackFault[] {
  const faults: PackFault[] = [];
  for (const language of languagesOf(pack)) {
    const { knowledge, reactions, lines, slots } = pack.content[language]!;
    const judgeLine = (line: string, ...field: readonly (string | number)[]): void => judge(faults, ['content', language, ...field], language, line);
    knowledge.forEach(({ says }, at) => says.forEach((line, of) => judgeLine(line, 'knowledge', at, 'says', of)));
    for (const [mood, says = []] of Object.entries(reactions)) says.forEach((line, of) => judgeLine(line, 'reactions', mood, of));
    for (const [name, says] of Object.entries(lines)) says.forEach((line, of) => judgeLine(line, 'lines', name, of));
    for (const [name, { asks }] of Object.entries(slots)) judgeLine(asks, 'slots', name, 'asks');
  }
  for (const [path, language, line] of textsIn(pack.more, ['more'])) judge(faults, path, language, line);
  return faults;
}

/** Texts in what a policy of its own form has: they stand under "en" and "zh", as everywhere in a pack. */
function textsIn(data: unknown, path: readonly (string | number)[]): (readonly [PackFault['path'], Language, string])[] {
  if (Array.isArray(data)) return data.flatMap((item, at) => textsIn(item, [...path, at]));
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => {
    const language = LANGUAGES.find((each) => each === key);
    return language && typeof value === 'string' ? [[[...path, key], language, value] as const] : textsIn(value, [...path, key]);
  });
}

function judge(faults: PackFault[], path: PackFault['path'], language: Language, line: string): void {
  for (const { rule, words } of checkStyle(line, language)) faults.push({ path, fault: `breaks the rule "${rule}" with "${words}"` });
  if (/[!！]/.test(line)) faults.push({ path, fault: 'shouts: expected no exclamation mark' });
}
