import { statSync } from 'node:fs';
import { defineCommand } from 'citty';
import { UsageError } from '../usage-error.ts';
import { readServeConfig, readUpstreams } from './serve-config.ts';
import { startServer } from './start-server.ts';

/** `attune serve`: pages, and a proxy to language models that keeps their keys. */
export default defineCommand({
  meta: {
    name: 'serve',
    description: 'Serve pages, and ask language models for them, with keys that stay on this machine',
  },
  args: {
    config: { type: 'string', valueHint: 'FILE', description: 'Which language models may be asked (see docs/language-models.md)' },
    port: { type: 'string', valueHint: 'NUMBER', default: '4180', description: 'Where it listens' },
    host: { type: 'string', valueHint: 'ADDRESS', default: '127.0.0.1', description: 'On which of this machine\'s addresses' },
  },
  async run({ args, rawArgs }) {
    const unknown = rawArgs.find((arg) => arg.startsWith('-') && !/^--(config|port|host)(=|$)/.test(arg));
    if (unknown !== undefined) throw new UsageError(`Expected only the options --config, --port and --host, but got "${unknown}"; see: attune serve --help`);
    const port = Number(args.port);
    if (args.port === '' || !Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError(`Expected --port to be a whole number from 0 to 65535, but got "${args.port}".`);
    if (!args.config) throw new UsageError('Expected --config to name a JSON file with the language models that may be asked; docs/language-models.md has an example.');
    const folders = args._;
    for (const folder of folders) {
      if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`Expected folders of pages, but "${folder}" is none.`);
    }
    const config = readServeConfig(args.config);
    const upstreams = readUpstreams(config, process.env);
    const server = await startServer({ folders, host: args.host, port, config, upstreams });
    console.log(`Serving ${folders.length === 0 ? 'no pages' : folders.join(', ')} at ${server.url}`);
    for (const [name, { models }] of upstreams) console.log(`${server.url}dialogue/${name}: ${models.join(', ')}`);
    console.log('Press Ctrl+C to end.');
    await new Promise<void>((resolve) => {
      process.once('SIGINT', resolve).once('SIGTERM', resolve);
    });
    await server.close();
  },
});
