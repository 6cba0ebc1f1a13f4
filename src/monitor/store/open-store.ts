import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { AttuneError } from '../../core/index.ts';
import type { AnalysedDocument } from '../analyse-document.ts';
import type { Alert } from '../alerts/alert.ts';
import type { Bucket } from '../bucket.ts';
import { PUT, SETTLE, TABLES } from './tables.ts';

/** How far a source was read. */
export interface Progress {
  readonly source: string;
  /** Rows from its beginning that are in the store. */
  readonly rows: number;
  /** What its first bytes were, so that another file in its place is not taken for it. */
  readonly beginning: string;
}

/** Tells a document from others with the same id. */
export interface DocumentVersion {
  readonly id: string;
  readonly version: string;
}

/** A document behind a number. */
export interface StoredMention {
  readonly id: string;
  readonly at: number;
  readonly source: string;
  readonly text: string;
  readonly language: string;
  readonly topics: readonly string[];
  readonly positive: number;
  readonly neutral: number;
  readonly negative: number;
  readonly fear: number;
  readonly anger: number;
}

/** What a monitor knows, in a DuckDB file. One process at a time may have it open to write. */
export interface MonitorStore {
  /** Puts documents in, and how far their source was read, both or neither. What is there already stays as it is. @returns how many were new */
  put(documents: readonly AnalysedDocument[], progress?: Progress): Promise<number>;
  /** Notes that these do not count, as another store knows of earlier ones with the same ids. */
  supersede(versions: readonly DocumentVersion[]): Promise<void>;
  /** Documents with these ids that do not count, for earlier ones. */
  supersededOf(ids: readonly string[]): Promise<readonly DocumentVersion[]>;
  /** Puts in all documents of another store, and which of its alerts were told. */
  absorb(file: string): Promise<void>;
  /** Works out anew whatever the documents that were put in change. @returns the entities that it changed */
  settle(): Promise<readonly string[]>;
  progressOf(source: string): Promise<Progress | null>;
  /** Entities that anything was said of. */
  entities(): Promise<readonly string[]>;
  /** @param step how long a bucket is, in minutes; empty ones are left out */
  series(entity: string, from: number, to: number, step: number): Promise<readonly Bucket[]>;
  /** When the entity was first and last spoken of, in milliseconds since 1970; null where it was not. */
  extent(entity: string): Promise<{ readonly from: number; readonly to: number } | null>;
  /** The mentions of a stretch of time, fresh ones first, of those the furthest from neutral. */
  mentions(entity: string, from: number, to: number, most: number): Promise<readonly StoredMention[]>;
  /** Puts these alerts of an entity in place of those that it had. */
  setAlerts(entity: string, alerts: readonly Alert[]): Promise<void>;
  alerts(entity?: string): Promise<readonly Alert[]>;
  /** Takes the alerts that nobody was told of, the oldest first, up to what `tell` does not throw at: those are told once. */
  deliver(tell: (alert: Alert) => Promise<void>): Promise<number>;
  /** A fact about the store itself, such as the watch list that it was read with. */
  fact(name: string): Promise<string | null>;
  setFact(name: string, value: string): Promise<void>;
  counts(): Promise<{ readonly documents: number; readonly mentions: number; readonly superseded: number; readonly alerts: number }>;
  /** Asks a question of one's own in SQL, beside all else: it waits for nothing that is being written. Numbers must be given as double or integer. */
  read<Row>(sql: string, values?: Readonly<Record<string, string | number>>): Promise<readonly Row[]>;
  close(): Promise<void>;
}

export interface StoreOptions {
  /** Whether it is only read: several may do so while nobody writes. */
  readonly readOnly?: boolean;
  /** How much of memory DuckDB may hold, in megabytes (10^6 bytes); what does not fit goes to a folder beside the file. Node's own memory comes on top. */
  readonly megabytes?: number;
  /** Buckets are worked out of so many mentions at once, or of one day's, if these are more: 200,000 unless told, which is some 250 MB. */
  readonly mentionsAtOnce?: number;
}

/** Much more than what a million documents need at once, and no share of the machine, as DuckDB would take. */
const MEGABYTES = 1000;
const MENTIONS_AT_ONCE = 200_000;

/**
 * Opens or makes a store.
 *
 * @param file where it lies; `:memory:` for one that is gone when it is closed
 * @throws {AttuneError} `model-missing` where DuckDB is not installed, `storage-failed` where the file can't be opened
 */
export async function openMonitorStore(file: string, { readOnly = false, megabytes = MEGABYTES, mentionsAtOnce = MENTIONS_AT_ONCE }: StoreOptions = {}): Promise<MonitorStore> {
  const { DuckDBInstance: Instance } = await import('@duckdb/node-api').catch((cause: unknown) => {
    throw new AttuneError('model-missing', 'Expected the package @duckdb/node-api, which the monitor keeps its tables in, but it is not installed. Run: npm install @duckdb/node-api', cause);
  });
  let instance: DuckDBInstance;
  try {
    instance = await Instance.create(file, { memory_limit: `${megabytes}MB`, ...(readOnly && { access_mode: 'READ_ONLY' }) });
  } catch (cause) {
    throw new AttuneError('storage-failed', `Expected to open ${file} as a store of the monitor, but ${reasonOf(cause)}. Another monitor may have it open, or it is some other file.`, cause);
  }
  const connection = await instance.connect();
  if (!readOnly) await connection.run(TABLES);
  return createStore(instance, connection, await instance.connect(), mentionsAtOnce);
}

function createStore(instance: DuckDBInstance, connection: DuckDBConnection, reader: DuckDBConnection, mentionsAtOnce: number): MonitorStore {
  const all = async <Row>(sql: string, values: Record<string, string | number> = {}): Promise<Row[]> => (await connection.runAndReadAll(sql, values)).getRowObjectsJS() as Row[];
  // Statements of one connection take turns, so that none falls into the transaction of another.
  const [inTurn, inReadersTurn] = [createTurns(), createTurns()];
  const transact = <Result>(work: () => Promise<Result>): Promise<Result> => inTurn(async () => {
    await connection.run('begin transaction');
    try {
      const result = await work();
      await connection.run('commit');
      return result;
    } catch (cause) {
      await connection.run('rollback').catch(() => undefined);
      throw new AttuneError('storage-failed', `Expected to write into the monitor's store, but ${reasonOf(cause)}. Nothing of this batch was written; the next run goes on from here.`, cause);
    }
  });
  const alerts = (where: string, values: Record<string, string> = {}): Promise<Alert[]> => all<StoredAlert>(`select * from alerts ${where} order by noticed, id`, values).then((rows) => rows.map(alertOf));

  return {
    put: (documents, progress) => transact(async () => {
      let added = 0;
      if (documents.length > 0) {
        await connection.run(PUT.stage, { documents: JSON.stringify(documents) });
        added = (await connection.run(PUT.documents)).rowsChanged;
        const mentions = (await connection.run(PUT.mentions)).rowsChanged;
        if (added > 0) await connection.run(PUT.superseded);
        if (added + mentions > 0) await connection.run(PUT.dirty);
      }
      if (progress) await connection.run('insert or replace into progress values ($source, $rows, $beginning)', { ...progress });
      return added;
    }),
    supersede: (versions) => transact(async () => {
      if (versions.length === 0) return;
      const rows = JSON.stringify(versions);
      if ((await connection.run(PUT.supersede, { rows })).rowsChanged > 0) await connection.run(PUT.dirtyOf, { rows });
    }),
    supersededOf: (ids) => inTurn(() => (ids.length === 0 ? Promise.resolve([]) : all<DocumentVersion>('select id, version from superseded where id in (select unnest(from_json($ids::json, \'["varchar"]\'))) order by id, version', { ids: JSON.stringify(ids) }))),
    async absorb(file) {
      await inTurn(() => connection.run(`attach '${file.replaceAll('\'', '\'\'')}' as other (read_only)`).catch((cause: unknown) => {
        throw new AttuneError('storage-failed', `Expected to read the store ${file}, but ${reasonOf(cause)}. Another monitor may have it open, or it is some other file.`, cause);
      }));
      try {
        await transact(() => connection.run(PUT.absorb));
      } finally {
        await inTurn(() => connection.run('detach other'));
      }
    },
    settle: () => transact(async () => {
      const changed = await all<{ entity: string }>('select distinct entity from dirty order by entity');
      if (changed.length === 0) return [];
      await connection.run(SETTLE.remove);
      for (const { from, to } of stretchesOf(await all<DayCount>(SETTLE.days), mentionsAtOnce)) await connection.run(SETTLE.count, { from, to });
      await connection.run(SETTLE.clear);
      return changed.map(({ entity }) => entity);
    }),
    progressOf: (source) => inTurn(async () => {
      const [row] = await all<{ source: string; rows: bigint; beginning: string }>('select * from progress where source = $source', { source });
      return row ? { ...row, rows: Number(row.rows) } : null;
    }),
    entities: () => inTurn(async () => (await all<{ entity: string }>('select distinct entity from buckets order by entity')).map(({ entity }) => entity)),
    series: (entity, from, to, step) => inTurn(async () => {
      const rows = await all<Record<keyof Bucket, bigint | number>>(`
        select (minute // $step) * $step * 60000 as at_, sum(volume) as volume, sum(fresh) as fresh, sum(sentiment) as sentiment, sum(squares) as squares,
          sum(fear) as fear, sum(anger) as anger, sum(relief) as relief, sum(relief_volume) as "reliefVolume"
        from buckets where entity = $entity and minute >= $from and minute < $to group by 1 order by 1`, { entity, from: Math.floor(from / 60_000), to: Math.ceil(to / 60_000), step });
      return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name === 'at_' ? 'at' : name, Number(value)])) as unknown as Bucket);
    }),
    extent: (entity) => inTurn(async () => {
      const [row] = await all<{ first: bigint | null; last: bigint | null }>('select min(minute) * 60000 as first, (max(minute) + 1) * 60000 as last from buckets where entity = $entity', { entity });
      return row?.first == null || row.last == null ? null : { from: Number(row.first), to: Number(row.last) };
    }),
    mentions: (entity, from, to, most) => inTurn(async () => {
      const rows = await all<Omit<StoredMention, 'at'> & { published: bigint }>(`
        with own as (
          select m.*, row_number() over (partition by s0 order by m.published, m.id) as again from mentions m
          where entity = $entity and published >= $from and published < $to and not exists (select 1 from superseded s where s.id = m.id and s.version = m.version)
        )
        select own.id, own.published, source, text, language, topics, positive, neutral, negative, fear, anger
        from own join documents d on d.id = own.id and d.version = own.version order by again > 1, abs(positive - negative) desc, own.published, own.id limit $most`, { entity, from, to, most });
      return rows.map(({ published, topics, ...row }) => Object.assign(row, { at: Number(published), topics: itemsOf(topics) }));
    }),
    setAlerts: (entity, found) => transact(async () => {
      await connection.run('delete from alerts where entity = $entity', { entity });
      const rows = found.map(({ noticedAt, onsetAt, untilAt, ...alert }) => Object.assign(alert, { noticed: noticedAt, onset: onsetAt, until: untilAt }));
      if (rows.length > 0) {
        await connection.run(`insert into alerts by name select unnest(from_json($rows::json, '[{"id": "varchar", "entity": "varchar", "kind": "varchar", "direction": "integer", "onset": "bigint",
          "noticed": "bigint", "until": "bigint", "score": "double", "value": "double", "expected": "double", "hours": "integer", "documents": ["varchar"]}]'), recursive := true)`, { rows: JSON.stringify(rows) });
      }
    }),
    alerts: (entity) => inTurn(() => (entity === undefined ? alerts('') : alerts('where entity = $entity', { entity }))),
    async deliver(tell) {
      const waiting = await inTurn(() => alerts('where id not in (select id from delivered)'));
      for (const alert of waiting) {
        await tell(alert);
        await inTurn(() => connection.run('insert or ignore into delivered values ($id)', { id: alert.id }));
      }
      return waiting.length;
    },
    fact: (name) => inTurn(async () => (await all<{ value: string }>('select value from facts where name = $name', { name }))[0]?.value ?? null),
    setFact: (name, value) => inTurn(async () => void await connection.run('insert or replace into facts values ($name, $value)', { name, value })),
    counts: () => inTurn(async () => {
      const [row] = await all<Record<'documents' | 'mentions' | 'superseded' | 'alerts', bigint>>('select (select count(*) from documents) as documents, (select count(*) from mentions) as mentions, (select count(*) from superseded) as superseded, (select count(*) from alerts) as alerts');
      return { documents: Number(row!.documents), mentions: Number(row!.mentions), superseded: Number(row!.superseded), alerts: Number(row!.alerts) };
    }),
    read: <Row>(sql: string, values = {}) => inReadersTurn(async () => (await reader.runAndReadAll(sql, { ...values })).getRowObjectsJS() as Row[]),
    close: () => inReadersTurn(() => inTurn(async () => {
      reader.closeSync();
      connection.closeSync();
      instance.closeSync();
    })),
  };
}

interface DayCount {
  readonly day: bigint;
  readonly mentions: bigint;
}

/** Parts days, in their order, into stretches with at most so many mentions, or of one day. */
function stretchesOf(days: readonly DayCount[], most: number): { readonly from: number; readonly to: number }[] {
  const stretches: { from: number; to: number; mentions: number }[] = [];
  for (const { day, mentions } of days) {
    const last = stretches.at(-1);
    if (last && last.mentions + Number(mentions) <= most) Object.assign(last, { to: Number(day), mentions: last.mentions + Number(mentions) });
    else stretches.push({ from: Number(day), to: Number(day), mentions: Number(mentions) });
  }
  return stretches;
}

/** Lets one thing be done after the other. */
function createTurns(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let turn: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = turn.then(work);
    turn = next.catch(() => undefined);
    return next;
  };
}

type StoredAlert = Omit<Alert, 'onsetAt' | 'noticedAt' | 'untilAt'> & Readonly<Record<'onset' | 'noticed' | 'until', bigint>>;

function alertOf({ onset, noticed, until, documents, ...alert }: StoredAlert): Alert {
  return { ...alert, onsetAt: Number(onset), noticedAt: Number(noticed), untilAt: Number(until), documents: itemsOf(documents) };
}

/** DuckDB gives lists as objects of its own. */
function itemsOf(list: readonly string[] | { readonly items: readonly string[] }): readonly string[] {
  return 'items' in list ? list.items : list;
}

function reasonOf(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).replaceAll(/\s+/g, ' ').trim().replace(/\.$/, '');
}
