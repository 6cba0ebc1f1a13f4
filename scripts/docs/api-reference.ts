import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Application, ReflectionKind } from 'typedoc';
import { ROOT } from '../run.ts';

interface PackageFile {
  readonly exports: Readonly<Record<string, string | { readonly '@attune/source': string }>>;
}

/**
 * Makes the API reference of every entry out of its docstrings, into build/docs.
 *
 * @returns the public symbols that have no docstring
 */
export async function writeApiReference(): Promise<readonly string[]> {
  const { exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as PackageFile;
  const entryPoints = Object.values(exports).flatMap((entry) => (typeof entry === 'string' ? [] : [join(ROOT, entry['@attune/source'])]));
  const app = await Application.bootstrap({
    name: 'Attune', entryPoints, tsconfig: join(ROOT, 'src/tsconfig.json'), out: join(ROOT, 'build/docs'), readme: join(ROOT, 'docs/guide.md'),
    excludePrivate: true, disableSources: true, skipErrorChecking: true, logLevel: 'Error', githubPages: false,
  });
  const project = await app.convert();
  if (!project) throw new Error('Expected the API reference to be made, but the source could not be read. Run npm run lint.');
  await app.generateDocs(project, join(ROOT, 'build/docs'));
  const symbols = project.getReflectionsByKind(ReflectionKind.Function | ReflectionKind.Interface | ReflectionKind.TypeAlias | ReflectionKind.Variable | ReflectionKind.Class);
  return symbols.flatMap((symbol) => {
    const documented = symbol.hasComment() || (symbol.isDeclaration() && (symbol.signatures ?? []).some((signature) => signature.hasComment()));
    // An object's members that are functions are told of where their interface is.
    return documented || symbol.parent?.kind !== ReflectionKind.Module ? [] : [symbol.getFriendlyFullName()];
  });
}
