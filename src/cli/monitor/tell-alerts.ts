import { appendFile } from 'node:fs/promises';
import type { Alert, MonitorStore, StoredMention } from '../../monitor/index.ts';

/** Where alerts go. */
export interface AlertOutputs {
  /** A file that each is added to as a line of JSON. */
  readonly file: string | undefined;
  /** Who each is posted to as JSON. */
  readonly webhook: string | undefined;
  readonly print: (line: string) => void;
}

const PATIENCE = 10_000;

/**
 * Tells of alerts that nobody was told of. One that can't be told stays for the next time, and those behind it wait: their order is kept.
 *
 * @returns what went wrong, or null
 */
export async function tellAlerts(store: MonitorStore, { file, webhook, print }: AlertOutputs): Promise<string | null> {
  try {
    await store.deliver(async (alert) => {
      const causes = await causesOf(store, alert);
      const line = JSON.stringify(outputOf(alert, causes));
      if (webhook !== undefined) await post(webhook, line);
      if (file !== undefined) await appendFile(file, `${line}\n`);
      print(describeAlert(alert));
      for (const { text } of causes.slice(0, 3)) print(`    ${text.length > 140 ? `${text.slice(0, 139)}…` : text}`);
    });
    return null;
  } catch (thrown) {
    return `Alerts could not all be told: ${(thrown as Error).message} The next run tells the rest.`;
  }
}

/** One line for people. */
function describeAlert({ entity, kind, direction, noticedAt, value, expected, hours, score }: Alert): string {
  const when = new Date(noticedAt).toISOString().slice(0, 16).replace('T', ' ');
  const span = hours === 1 ? 'the hour before' : `${hours} hours`;
  const what = kind === 'volume' ? `${value.toFixed(0)} mentions in ${span}, ${expected.toFixed(1)} expected` : `what is said turned ${direction > 0 ? 'better' : 'worse'}: ${value.toFixed(2)} over ${span}, usually ${expected.toFixed(2)}`;
  return `${when} UTC  ${entity}: ${what} (${score.toFixed(1)} standard deviations)`;
}

async function causesOf(store: MonitorStore, { entity, onsetAt, noticedAt, documents }: Alert): Promise<readonly StoredMention[]> {
  const mentions = new Map((await store.mentions(entity, onsetAt, noticedAt, 100)).map((mention) => [mention.id, mention]));
  return documents.flatMap((id) => mentions.get(id) ?? []);
}

function outputOf({ id, entity, kind, direction, score, value, expected, hours, onsetAt, noticedAt, untilAt }: Alert, causes: readonly StoredMention[]): unknown {
  const iso = (at: number): string => new Date(at).toISOString();
  return { id, entity, kind, direction, score, value, expected, hours, onset: iso(onsetAt), noticed: iso(noticedAt), until: iso(untilAt), texts: causes.map(({ id: document, at, source, text, positive, negative }) => ({ id: document, time: iso(at), source, text, sentiment: positive - negative })) };
}

async function post(webhook: string, body: string): Promise<void> {
  const response = await fetch(webhook, { method: 'POST', headers: { 'content-type': 'application/json' }, body, signal: AbortSignal.timeout(PATIENCE), redirect: 'error' }).catch((cause: unknown) => {
    throw new Error(`the webhook did not answer (${(cause as Error).message}).`, { cause });
  });
  if (!response.ok) throw new Error(`the webhook answered ${response.status}.`);
}
