import type { Target } from '../target.ts';
import { endpoint } from './endpoint.ts';
import { eventLog } from './event-log.ts';
import { character, content, health, kiosk, net, serveConfig, taskBundle } from './files.ts';
import { conversation, disguise, memory, playerText, prompt, reply } from './words.ts';

/** Everything beside avatars that strangers may have written; those have fuzzers of their own (`npm run soak -- preflight`). */
export const TARGETS: readonly Target[] = [eventLog, character, kiosk, health, serveConfig, content, net, taskBundle, playerText, disguise, conversation, prompt, reply, endpoint, memory];
