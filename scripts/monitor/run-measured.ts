import { runCli } from '../../src/cli/run-cli.ts';

/** Runs a command of `attune`, and tells in the last line what it cost. */
const status = await runCli(process.argv.slice(2));
const { user, system } = process.cpuUsage();
console.log(JSON.stringify({ seconds: (user + system) / 1e6, peakMegabytes: process.resourceUsage().maxRSS / 1024 }));
process.exit(status);
