import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { ROOT } from './run.ts';

/**
 * `npm run audit`: what the registry knows to be wrong with the packages of package-lock.json. Some registries answer no such question, and some machines
 * reach none: that is said, and is no failure. Known faults are one where they are high or critical.
 */
const child = spawn('npm', ['audit', '--json'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'ignore'], shell: process.platform === 'win32' });
const answer = readAnswer(await text(child.stdout));
if (!answer) console.log('Not audited: the registry gave no answer about known faults. Ask where one does: npm audit --registry URL.');
else {
  const { critical, high, moderate, low, info, total } = answer;
  console.log(total === 0 ? 'No fault is known in any package of package-lock.json.' : `Known faults: ${critical} critical, ${high} high, ${moderate} moderate, ${low} low, ${info} of note. npm audit tells of which packages.`);
  process.exitCode = critical + high > 0 ? 1 : 0;
}

type Severity = 'critical' | 'high' | 'moderate' | 'low' | 'info' | 'total';

function readAnswer(json: string): Readonly<Record<Severity, number>> | null {
  try {
    return (JSON.parse(json) as { metadata?: { vulnerabilities?: Record<Severity, number> } }).metadata?.vulnerabilities ?? null;
  } catch {
    return null;
  }
}
