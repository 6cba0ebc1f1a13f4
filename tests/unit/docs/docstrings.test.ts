import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../../scripts/run.ts';

const { exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { exports: Readonly<Record<string, string | { readonly '@attune/source': string }>> };
const entries = Object.values(exports).flatMap((entry) => (typeof entry === 'string' ? [] : [join(ROOT, entry['@attune/source'])]));
const options: ts.CompilerOptions = { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, allowImportingTsExtensions: true, jsx: ts.JsxEmit.Preserve, noEmit: true, noLib: true, types: [] };

/** What an entry makes public: every name with whether anything but tags is said of it. Only our own files are read, as no types are asked for. */
function publicSymbols(files: readonly string[], codes: ReadonlyMap<string, string> = new Map()): { readonly name: string; readonly told: boolean }[] {
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (name) => codes.has(name) || fileExists(name);
  host.readFile = (name) => codes.get(name) ?? readFile(name);
  host.getSourceFile = (name, language) => ts.createSourceFile(name, host.readFile(name) ?? '', language);
  host.resolveModuleNameLiterals = (literals, from) => literals.map(({ text }) => (text.startsWith('.') ? ts.resolveModuleName(text, from, options, host) : { resolvedModule: undefined }));
  const program = ts.createProgram(files, options, host);
  const checker = program.getTypeChecker();
  return files.flatMap((file) => checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file)!)!).map((exported) => {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    return { name: `${relative(ROOT, file)}: ${exported.name}`, told: symbol.getDocumentationComment(checker).length > 0 };
  }));
}

const untold = (symbols: ReturnType<typeof publicSymbols>): string[] => symbols.filter(({ told }) => !told).map(({ name }) => name);

describe('public symbols', () => {
  it('all have docstrings', () => {
    const symbols = publicSymbols(entries);
    for (const entry of entries) expect(symbols.some(({ name }) => name.startsWith(`${relative(ROOT, entry)}:`))).toBe(true);
    expect(untold(symbols)).toEqual([]);
  });

  it('would be found without one', () => {
    const [entry, told] = [join(ROOT, 'src/made-entry.ts'), join(ROOT, 'src/made-told.ts')];
    const codes = new Map([
      [entry, "export { bare, onlyTags, Shape, told } from './made-told.ts';"],
      [told, '/** Tells. */\nexport const told = 1;\nexport const bare = 2;\n/** @param a a number */\nexport function onlyTags(a: number): number { return a; }\nexport type Shape = string;\n'],
    ]);
    expect(untold(publicSymbols([entry], codes))).toEqual(['bare', 'onlyTags', 'Shape'].map((name) => `src/made-entry.ts: ${name}`));
  });
});
