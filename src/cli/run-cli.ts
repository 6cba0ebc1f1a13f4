import { type CommandDef, defineCommand, renderUsage, runCommand } from 'citty';
import { UsageError } from './usage-error.ts';

/** Each command is imported only when it is asked for, so that one costs nothing to the others. */
// oxlint-disable-next-line no-explicit-any -- citty's own type for commands of differing arguments
const commands: Record<'assets' | 'check' | 'init' | 'replay' | 'serve' | 'lint-dialogue' | 'check-kiosk' | 'check-scenario' | 'new' | 'ingest' | 'monitor' | 'monitor feed' | 'monitor work' | 'monitor store' | 'monitor dead' | 'monitor merge' | 'dashboard' | 'community' | 'relay', () => Promise<CommandDef<any>>> = {
  init: () => import('./init/init-command.ts').then((module) => module.default),
  check: () => import('./check/check-command.ts').then((module) => module.default),
  replay: () => import('./replay/replay-command.ts').then((module) => module.default),
  'lint-dialogue': () => import('./lint-dialogue-command.ts').then((module) => module.default),
  'check-kiosk': () => import('./check-kiosk-command.ts').then((module) => module.default),
  'check-scenario': () => import('./scenario/check-scenario-command.ts').then((module) => module.default),
  new: () => import('./scenario/new-command.ts').then((module) => module.default),
  monitor: () => import('./monitor/monitor-command.ts').then((module) => module.default),
  dashboard: () => import('./dashboard/dashboard-command.ts').then((module) => module.default),
  community: () => import('./community/community-command.ts').then((module) => module.default),
  'monitor feed': () => import('./monitor/queue/feed-command.ts').then((module) => module.default),
  'monitor work': () => import('./monitor/queue/work-command.ts').then((module) => module.default),
  'monitor store': () => import('./monitor/queue/store-command.ts').then((module) => module.default),
  'monitor dead': () => import('./monitor/queue/dead-command.ts').then((module) => module.default),
  'monitor merge': () => import('./monitor/merge-command.ts').then((module) => module.default),
  ingest: () => import('./ingest/ingest-command.ts').then((module) => module.default),
  assets: () => import('./assets/assets-command.ts').then((module) => module.default),
  relay: () => import('./relay/relay-command.ts').then((module) => module.default),
  serve: () => import('./serve/serve-command.ts').then((module) => module.default),
};

const attune = defineCommand({
  meta: { name: 'attune', description: 'Tools for pages that use attune' },
  subCommands: commands,
});

/**
 * Runs one command line.
 *
 * @param args the arguments after the program's name.
 * @returns the exit status: what the command says, or 0, 1 where the work failed, 2 where what was asked for makes no sense.
 */
export async function runCli(args: readonly string[]): Promise<0 | 1 | 2> {
  const [name, ...rest] = wordsOf(args);
  try {
    if (name === undefined || name === '--help' || name === '-h') {
      console.log(await renderUsage(attune));
      return name === undefined ? 2 : 0;
    }
    if (!isCommand(name)) {
      throw new UsageError(`Expected a command (${Object.keys(commands).join(', ')}), but got "${name}"; see: attune --help`);
    }
    const command = await commands[name]();
    if (rest.includes('--help') || rest.includes('-h')) {
      console.log(await renderUsage(command, attune));
      return 0;
    }
    const { result } = await runCommand(command, { rawArgs: rest });
    return result === 1 || result === 2 ? result : 0;
  } catch (error) {
    console.error(`attune: ${error instanceof Error ? error.message : String(error)}`);
    // citty's own complaints about arguments carry a code that starts with E.
    const isUsage = error instanceof UsageError || (error instanceof Error && error.name === 'CLIError');
    return isUsage ? 2 : 1;
  }
}

/** A command of two words counts as one. */
function wordsOf(args: readonly string[]): readonly string[] {
  const [first, second, ...rest] = args;
  return isCommand(`${first} ${second}`) ? [`${first} ${second}`, ...rest] : args;
}

function isCommand(name: string): name is keyof typeof commands {
  return Object.hasOwn(commands, name);
}
