import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { FAULTS_OF, INVARIANTS } from '../src/testing/index.ts';
import { type SeedFigures, runSeed } from './torture/run-seed.ts';

/**
 * `npm run soak -- torture [--hours N] [--seeds N] [--from N] [--jobs N] [--share PERCENT]`: agents live in a simulated hall, for each seed in a process of its own,
 * while faults come in every port. Prints which invariants held, and the times from faults to recovery. Status 1 where one did not hold.
 *
 * `--seed N [--until SECONDS]` runs one seed here, up to that moment, and prints the logs, problems and faults of the half minute before.
 */

const { values } = parseArgs({ options: {
  hours: { type: 'string', default: '24' }, seeds: { type: 'string', default: '20' }, from: { type: 'string', default: '1' }, jobs: { type: 'string', default: `${availableParallelism()}` },
  share: { type: 'string', default: '15' }, seed: { type: 'string' }, until: { type: 'string' }, child: { type: 'boolean', default: false },
} });

function number(name: 'hours' | 'seeds' | 'from' | 'jobs' | 'share' | 'seed' | 'until', low: number, high: number): number {
  const value = Number(values[name]);
  if (!(value >= low && value <= high)) throw new Error(`Expected --${name} to be a number from ${low} to ${high}, but got ${values[name]}.`);
  return value;
}

const duration = values.until === undefined ? number('hours', 0.01, 1000) * 3600 : number('until', 1, 1e7);
const share = number('share', 0, 100) / 100;

/** A seed whose process ended by itself is told, and the others go on. */
function runApart(seed: number): Promise<SeedFigures | null> {
  return new Promise((resolve) => {
    const child = fork(fileURLToPath(import.meta.url), ['--child', '--seed', `${seed}`, '--hours', `${duration / 3600}`, '--share', `${share * 100}`]);
    child.once('message', (figures) => resolve(figures as SeedFigures));
    child.once('exit', (status) => {
      if (status !== 0) console.log(`seed ${seed} ended with status ${status}`);
      resolve(null);
    });
  });
}

async function runAll(): Promise<SeedFigures[]> {
  const from = number('from', 0, 1e6);
  const waiting = Array.from({ length: number('seeds', 1, 1000) }, (_, i) => from + i);
  const done: SeedFigures[] = [];
  async function work(): Promise<void> {
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
      const figures = await runApart(seed);
      if (!figures) {
        process.exitCode = 1;
        continue;
      }
      done.push(figures);
      console.log(`seed ${seed}: ${figures.visits} visits, ${figures.agents} agents, ${figures.steps} steps, ${figures.violations.length} violations, ${figures.megabytes.toFixed(0)} MB`);
      for (const { invariant, at, found } of figures.violations.slice(0, 3)) console.log(`  ${invariant} at ${at.toFixed(1)} s: ${found.slice(0, 600)}\n  again: npm run soak -- torture --seed ${seed} --until ${Math.ceil(at)}`);
    }
  }
  await Promise.all(Array.from({ length: number('jobs', 1, 64) }, work));
  return done;
}

/** Prints what led to where it was stopped. */
async function runOne(): Promise<SeedFigures> {
  const last: string[] = [];
  const figures = await runSeed({ seed: number('seed', 0, 1e6), duration, share, ...(values.until !== undefined && { trace: (line) => {
    last.push(line);
    if (last.length > 1000) last.shift();
  } }) });
  for (const line of last) if (!/"type":"tick"/.test(line)) console.log(line.slice(0, 300));
  for (const { invariant, at, found } of figures.violations) console.log(`VIOLATION ${invariant} at ${at.toFixed(1)} s: ${found}`);
  return figures;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

function report(all: readonly SeedFigures[]): void {
  const of = (figure: (each: SeedFigures) => number): number => sum(all.map(figure));
  console.log(`\n${(of(({ seconds }) => seconds) / 3600).toFixed(1)} simulated hours, ${all.length} seeds: ${of(({ visits }) => visits)} visits, ${of(({ agents }) => agents)} agents, ${of(({ utterances }) => utterances)} utterances, ${of(({ steps }) => steps)} states looked at; at most ${Math.max(...all.map(({ megabytes }) => megabytes)).toFixed(0)} MB in use at an end`);
  console.log('\nfault                        times  recovered   median      worst, in simulated seconds');
  const names = [...new Set(all.flatMap(({ faults }) => Object.keys(faults)))].toSorted();
  for (const name of names) {
    const times = all.flatMap(({ recoveries }) => recoveries[name] ?? []).toSorted((a, b) => a - b);
    const told = times.length === 0 ? '' : `${String(times.length).padStart(11)} ${times[Math.floor(times.length / 2)]!.toFixed(2).padStart(8)} ${times.at(-1)!.toFixed(2).padStart(10)}`;
    console.log(`${name.padEnd(26)} ${String(of(({ faults }) => faults[name] ?? 0)).padStart(7)}${told}`);
  }
  const missing = Object.entries(FAULTS_OF).flatMap(([port, faults]) => faults.map((fault) => `${port} ${fault}`)).filter((name) => !names.includes(name));
  if (missing.length > 0) console.log(`\nnever befell: ${missing.join(', ')}`);
  console.log();
  for (const [invariant, about] of Object.entries(INVARIANTS)) {
    const broken = of(({ violations }) => violations.filter((each) => each.invariant === invariant).length);
    console.log(`${broken === 0 ? 'held' : 'BROKEN'}  ${invariant}: ${about}${broken === 0 ? '' : ` (${broken} times)`}`);
  }
  if (of(({ violations }) => violations.length) > 0) process.exitCode = 1;
}

if (values.child) process.send?.(await runSeed({ seed: number('seed', 0, 1e6), duration, share }), () => process.connected && process.disconnect());
else report(values.seed === undefined ? await runAll() : [await runOne()]);
