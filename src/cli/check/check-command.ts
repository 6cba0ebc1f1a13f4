import { defineCommand } from 'citty';
import { LIMITS, type PreflightLimits } from '../../preflight/index.ts';
import { UsageError } from '../usage-error.ts';
import { type Checked, createChecker } from './checker.ts';
import { describeChecked } from './describe-checked.ts';

/** Leaves time to end the process and to tell it within two seconds. */
const DEADLINE = 1700;

/** `attune check`: whether avatars and models of strangers may be shown. */
export default defineCommand({
  meta: { name: 'check', description: 'Judge VRM, GLB and glTF files before anything loads them: 0 all accepted, 1 one refused, 2 one could not be read' },
  args: {
    file: { type: 'positional', required: false, valueHint: 'FILE...', description: 'Avatars or models' },
    json: { type: 'boolean', description: 'Print one object a line: file, verdict, reasons, milliseconds, peakMegabytes and more' },
    beside: { type: 'boolean', description: 'Allow a .gltf to use files beside it, in its own folder' },
    limits: { type: 'string', valueHint: 'NAME=NUMBER,...', description: `Other limits than those of docs/preflight.md: ${Object.keys(LIMITS).join(', ')}` },
    deadline: { type: 'string', valueHint: 'MS', default: String(DEADLINE), description: 'Milliseconds for one file' },
  },
  async run({ args, rawArgs }) {
    const unknown = rawArgs.find((arg) => arg.startsWith('-') && !/^--(json|beside)$|^--(limits|deadline)(=|$)/.test(arg));
    if (unknown !== undefined) throw new UsageError(`Expected only the options --json, --beside, --limits and --deadline, but got "${unknown}"; see: attune check --help`);
    if (args._.length === 0) throw new UsageError('Expected files to check, but got none; see: attune check --help');
    const deadline = Number(args.deadline);
    if (!(deadline >= 1 && deadline <= 600_000)) throw new UsageError(`Expected --deadline to be from 1 to 600000 milliseconds, but got "${args.deadline}".`);
    const checker = createChecker({ limits: readLimits(args.limits), beside: args.beside === true, deadline });
    const verdicts = new Set<Checked['verdict']>();
    try {
      for (const file of args._) {
        const checked = await checker.check(file);
        verdicts.add(checked.verdict);
        console.log(args.json ? JSON.stringify(checked) : describeChecked(checked));
      }
    } finally {
      checker.close();
    }
    return verdicts.has('unreadable') ? 2 : verdicts.has('refused') ? 1 : 0;
  },
});

function readLimits(text: string | undefined): Partial<PreflightLimits> {
  const limits: Record<string, number> = {};
  for (const pair of text?.split(',') ?? []) {
    const [name = '', value = ''] = pair.split('=');
    if (!Object.hasOwn(LIMITS, name) || !/^\d+$/.test(value)) throw new UsageError(`Expected --limits to be NAME=NUMBER with a name of docs/preflight.md, but got "${pair}".`);
    limits[name] = Number(value);
  }
  return limits;
}
