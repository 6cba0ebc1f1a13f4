/** Numbers about a process, in the text format that Prometheus reads (version 0.0.4). */
export interface Metrics {
  /** A number that only grows. @returns adds to it */
  counter(name: string, help: string): (by: number) => void;
  /** A number that goes up and down. @returns sets it, for a value of its label where it has one */
  gauge(name: string, help: string, label?: string): (value: number, of?: string) => void;
  /** How values spread, in seconds. @returns notes one that occurred so many times */
  histogram(name: string, help: string, bounds: readonly number[]): (seconds: number, times: number) => void;
  text(): string;
}

/** What Prometheus expects of any process: processor time and memory. */
export function createMetrics(): Metrics {
  const families: (() => readonly string[])[] = [];
  const family = (name: string, help: string, type: string, lines: () => readonly string[]): void => void families.push(() => [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines()]);

  const metrics: Metrics = {
    counter(name, help) {
      let total = 0;
      family(name, help, 'counter', () => [`${name} ${total}`]);
      return (by) => void (total += by);
    },
    gauge(name, help, label) {
      const values = new Map<string, number>();
      family(name, help, 'gauge', () => [...values].map(([of, value]) => (label === undefined ? `${name} ${value}` : `${name}{${label}="${of}"} ${value}`)));
      return (value, of = '') => void values.set(of, value);
    },
    histogram(name, help, bounds) {
      const counts = bounds.map(() => 0);
      let [sum, count] = [0, 0];
      family(name, help, 'histogram', () => [...bounds.map((bound, i) => `${name}_bucket{le="${bound}"} ${counts[i]}`), `${name}_bucket{le="+Inf"} ${count}`, `${name}_sum ${sum}`, `${name}_count ${count}`]);
      return (seconds, times) => {
        bounds.forEach((bound, i) => void (counts[i]! += seconds <= bound ? times : 0));
        sum += seconds * times;
        count += times;
      };
    },
    text: () => `${families.flatMap((lines) => lines()).join('\n')}\n`,
  };
  family('process_cpu_seconds_total', 'Processor time that was used, in seconds.', 'counter', () => {
    const { user, system } = process.cpuUsage();
    return [`process_cpu_seconds_total ${(user + system) / 1e6}`];
  });
  family('process_resident_memory_bytes', 'Memory that is held, in bytes.', 'gauge', () => [`process_resident_memory_bytes ${process.memoryUsage.rss()}`]);
  return metrics;
}
