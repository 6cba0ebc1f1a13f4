import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../../scripts/run.ts';

interface Example {
  /** Where it stands, as a name that a virtual file can have. */
  readonly name: string;
  readonly code: string;
}

const nameOf = (place: string, index: number): string => join(ROOT, 'scenes', `example-${place.replaceAll(/\W+/g, '-')}-${index}.${place.endsWith('.tsx') ? 'tsx' : 'ts'}`);

/** The programs in a page. Shell, pictures and fragments are marked by other languages. */
function examplesOfPage(page: string): Example[] {
  return [...readFileSync(join(ROOT, page), 'utf8').matchAll(/^```(?:ts|js)\n([\s\S]*?)^```$/gm)].map(([, code], index) => ({ name: nameOf(page, index), code: code! }));
}

/** What stands under `@example` in the docstrings of a file. */
function examplesOfSource(path: string): Example[] {
  return [...readFileSync(path, 'utf8').matchAll(/^ \* @example\n((?: \*(?: (?!@).*)?\n)+)/gm)]
    .map(([, lines], index) => ({ name: nameOf(relative(ROOT, path), index), code: lines!.replaceAll(/^ \* ?/gm, '') }));
}

const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name)).map((name) => join(ROOT, 'src', name));
const examples = [...['README.md', 'docs/guide.md'].flatMap(examplesOfPage), ...sources.flatMap(examplesOfSource)];

/** What TypeScript says against the examples, read as files of a user's project beside the scenes. */
function faultsOf(files: readonly Example[]): string[] {
  const { config } = ts.readConfigFile(join(ROOT, 'scenes/tsconfig.json'), ts.sys.readFile) as { config: object };
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, join(ROOT, 'scenes'));
  const codes = new Map(files.map(({ name, code }) => [name, `${code}\nexport {};\n`]));
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => codes.has(name) || fileExists(name);
  host.readFile = (name) => codes.get(name) ?? readFile(name);
  host.getSourceFile = (name, language, ...rest) => {
    const code = codes.get(name);
    return code === undefined ? getSourceFile(name, language, ...rest) : ts.createSourceFile(name, code, language);
  };
  const program = ts.createProgram([...codes.keys()], { ...options, noEmit: true, noUnusedLocals: false, types: [] }, host);
  return files.flatMap(({ name }) => {
    const file = program.getSourceFile(name);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(({ messageText }) => `${relative(ROOT, name)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
  });
}

describe('programs in the documentation', () => {
  it('stand in the README, in the guide and in docstrings', () => {
    for (const place of ['README', 'docs-guide', 'create-agent']) expect(examples.filter(({ name }) => name.includes(place)).length).toBeGreaterThan(0);
  });

  it('are right by their types', () => {
    expect(faultsOf(examples)).toEqual([]);
  });

  it('would be found to be wrong', () => {
    expect(faultsOf([{ name: nameOf('wrong', 0), code: "import { createAgent } from 'attune/three';\nawait createAgent({ characters: 'pip' });" }])).toEqual([expect.stringContaining("'characters' does not exist")]);
  });
});
