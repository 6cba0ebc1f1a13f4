import { defineCommand } from 'citty';
import { UsageError } from '../usage-error.ts';
import { startRelay } from './start-relay.ts';

/** `attune relay`: passes turns between people at different places, for a host of several. */
export default defineCommand({
  meta: { name: 'relay', description: 'Pass what people write, and how they appear, between members of rooms; nothing is kept' },
  args: {
    port: { type: 'string', default: '4190', description: 'Port; 0 takes any free one' },
    host: { type: 'string', valueHint: 'ADDRESS', default: '127.0.0.1', description: 'On which of this machine\'s addresses' },
    origin: { type: 'string', valueHint: 'ORIGINS', description: 'Whose pages may connect, with commas between: https://club.example' },
    'rooms-max': { type: 'string', default: '100', description: 'Rooms at one time' },
    'people-max': { type: 'string', default: '8', description: 'People in a room, 2 to 8' },
    idle: { type: 'string', valueHint: 'SECONDS', default: '1800', description: 'Whoever says nothing for so long is shown out' },
    'behind-proxy': { type: 'boolean', default: false, description: 'A proxy of your own tells addresses in X-Forwarded-For' },
  },
  async run({ args, rawArgs }) {
    const unknown = rawArgs.find((arg) => arg.startsWith('-') && !/^--(?:port|host|origin|rooms-max|people-max|idle|behind-proxy)(?:=|$)/.test(arg));
    if (unknown !== undefined || args._.length > 0) throw new UsageError(`Expected only options, but got "${unknown ?? args._[0]}"; see: attune relay --help`);
    const origins = (args.origin ?? '').split(',').map((origin) => origin.trim()).filter((origin) => origin !== '');
    const wrong = origins.find((origin) => !/^https?:\/\/[^/@?#\s]+$/.test(origin));
    if (wrong !== undefined) throw new UsageError(`Expected --origin to name origins such as https://club.example, but got "${wrong}".`);
    if (origins.length === 0) throw new UsageError('Expected --origin to name whose pages may connect, such as http://localhost:4180 for those of attune serve or npm start.');
    const relay = await startRelay({
      host: args.host, origins, behindProxy: args['behind-proxy'],
      port: whole('--port', args.port, 0, 65_535), rooms: whole('--rooms-max', args['rooms-max'], 1, 10_000), people: whole('--people-max', args['people-max'], 2, 8), idle: whole('--idle', args.idle, 10, 86_400),
    });
    console.log(`Relaying at ${relay.url} for pages of ${origins.join(', ')}`);
    console.log('Nothing that is said is kept or written down. Press Ctrl+C to end.');
    await new Promise<void>((resolve) => {
      process.once('SIGINT', resolve).once('SIGTERM', resolve);
    });
    await relay.close();
  },
});

function whole(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value) || value < least || value > most) throw new UsageError(`Expected ${option} to be a whole number from ${least} to ${most}, but got "${text}".`);
  return value;
}
