import { BODY, type Entry } from './entry.ts';
import type { Queue, Transaction } from './open-queue.ts';

/** What could not be dealt with. */
export interface DeadLetter extends Entry {
  /** The stream that it was taken from, under its id. */
  readonly stream: string;
  readonly reason: string;
}

/** Adds to a transaction that an entry is among the dead: once, however many find it so. Taking it out of its stream is left to whoever read it. */
export function bury(transaction: Transaction, { names }: Queue, { stream, id, reason, body }: DeadLetter): void {
  transaction.hSet(names.dead, `${stream} ${id}`, JSON.stringify({ reason, body }));
}

/** All of them, the oldest first. */
export async function listDeadLetters({ redis, names, lasting }: Queue): Promise<readonly DeadLetter[]> {
  const letters = Object.entries(await lasting(() => redis.hGetAll(names.dead))).map(([place, letter]) => {
    const [stream = '', id = ''] = place.split(' ');
    const { reason, body } = JSON.parse(letter) as Pick<DeadLetter, 'reason' | 'body'>;
    return { stream, id, reason, body };
  });
  return letters.toSorted((a, b) => Number.parseInt(a.id, 10) - Number.parseInt(b.id, 10) || Number(a.id.split('-')[1]) - Number(b.id.split('-')[1]));
}

/** Puts the dead back where they were taken from, in their order. @returns how many */
export function requeueDeadLetters(queue: Queue): Promise<number> {
  return empty(queue, (transaction, { stream, body }) => void transaction.xAdd(stream, '*', { [BODY]: body }));
}

/** Forgets the dead. @returns how many */
export function dropDeadLetters(queue: Queue): Promise<number> {
  return empty(queue, () => undefined);
}

/** Those that die meanwhile stay where they are. */
async function empty(queue: Queue, use: (transaction: Transaction, letter: DeadLetter) => void): Promise<number> {
  const letters = await listDeadLetters(queue);
  for (const letter of letters) {
    await queue.lasting(async () => {
      const transaction = queue.redis.multi().hDel(queue.names.dead, `${letter.stream} ${letter.id}`);
      use(transaction as Transaction, letter);
      await transaction.exec();
    });
  }
  return letters.length;
}
