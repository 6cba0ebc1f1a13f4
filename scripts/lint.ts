import { mustRun } from './run.ts';

/** `npm run lint`: everything about the source that can be told without running it. */

await mustRun('oxlint', ['--deny-warnings']);
for (const project of ['src/core', 'src', 'tsconfig.node.json', 'scenes']) {
  // What has not changed since the last run is not checked again.
  await mustRun('tsc', ['-p', project, '--incremental', '--tsBuildInfoFile', `build/tsc/${project.replaceAll('/', '-')}.tsbuildinfo`]);
}
await mustRun('depcruise', ['--output-type', 'err', 'src', 'scenes', 'scripts', 'avatars', 'models', 'tests']);
await mustRun('knip', ['--no-progress']);
