/**
 * The tables of a monitor. Documents, mentions and what supersedes them only ever grow, and a row says the same whoever wrote it, so writing
 * it again changes nothing and the order of writing does not matter. Buckets and alerts are worked out of them, anew for the days that changed;
 * their rows, and those of dirty, come and go, so they have no keys: after a crash DuckDB's index may still know of rows that were deleted, and refuse them.
 */
export const TABLES = `
create table if not exists documents (
  id varchar, version varchar, published bigint not null, source varchar, text varchar, language varchar, topics varchar[], primary key (id, version)
);
create table if not exists mentions (
  id varchar, version varchar, entity varchar, published bigint,
  positive float, neutral float, negative float, fear float, anger float, relief float,
  s0 uinteger, s1 uinteger, s2 uinteger, s3 uinteger, primary key (id, version, entity)
);
create table if not exists superseded (id varchar, version varchar, primary key (id, version));
create table if not exists dirty (entity varchar not null, day bigint not null);
create table if not exists buckets (
  entity varchar, minute bigint, volume integer, fresh integer, sentiment double, squares double, fear double, anger double, relief double, relief_volume integer
);
create table if not exists alerts (
  id varchar, entity varchar, kind varchar, direction integer, onset bigint, noticed bigint, until bigint, score double, value double, expected double, hours integer, documents varchar[]
);
create table if not exists delivered (id varchar primary key);
create table if not exists progress (source varchar primary key, rows bigint, beginning varchar);
create table if not exists facts (name varchar primary key, value varchar);
`;

/** Days that a story goes on being the same story: what says it again within them is not fresh. */
export const STORY_DAYS = 3;
export const DAY = 24 * 3_600_000;
export const MINUTE = 60_000;
const LONG_AGO = -1e15;

/** What a batch of analysed documents, as JSON, puts in. Rows are what they are: what is there already stays. */
export const PUT = {
  stage: `create or replace temp table stage as select unnest(from_json($documents::json, '[{
    "id": "varchar", "version": "varchar", "at": "bigint", "source": "varchar", "text": "varchar", "language": "varchar", "topics": ["varchar"], "signature": ["uinteger"],
    "mentions": [{"entity": "varchar", "positive": "float", "neutral": "float", "negative": "float", "fear": "float", "anger": "float", "relief": "float"}]
  }]'), recursive := false) as d`,
  documents: `insert or ignore into documents
    select distinct on (d.id, d.version) d.id, d.version, d."at", d.source, d.text, d.language, d.topics from stage`,
  mentions: `insert or ignore into mentions
    select distinct on (id, version, m.entity) id, version, m.entity, published, m.positive, m.neutral, m.negative, m.fear, m.anger, m.relief, s[1], s[2], s[3], s[4]
    from (select d.id as id, d.version as version, d."at" as published, d.signature as s, unnest(d.mentions) as m from stage)`,
  // Of several versions with one id the earliest counts, and of those at the same time the one whose version comes first: whatever comes later, it never becomes the other way round.
  superseded: `insert or ignore into superseded
    select id, version from documents where id in (select distinct d.id from stage)
    qualify row_number() over (partition by id order by published, version) > 1`,
  dirty: `insert into dirty
    select m.entity, m.published // ${DAY} + later from mentions m, range(0, ${STORY_DAYS + 1}) days(later) where m.id in (select distinct d.id from stage) except from dirty`,
  // Rows of another store, attached as "other", are a set too; which of several with one id counts is worked out over both.
  absorb: `insert or ignore into documents select * from other.documents;
    insert or ignore into superseded select * from other.superseded;
    insert or ignore into superseded select id, version from documents qualify row_number() over (partition by id order by published, version) > 1;
    insert into dirty select entity, published // ${DAY} + later from (select entity, published from other.mentions anti join mentions using (id, version, entity)), range(0, ${STORY_DAYS + 1}) days(later) except from dirty;
    insert or ignore into mentions select * from other.mentions;
    insert into dirty select m.entity, m.published // ${DAY} + later from mentions m semi join superseded using (id, version), range(0, ${STORY_DAYS + 1}) days(later) except from dirty;
    insert or ignore into delivered select * from other.delivered;
    insert or ignore into facts select * from other.facts where name <> 'store id'`,
  supersede: `insert or ignore into superseded select unnest(from_json($rows::json, '[{"id": "varchar", "version": "varchar"}]'), recursive := true)`,
  dirtyOf: `insert into dirty
    select m.entity, m.published // ${DAY} + later from mentions m, range(0, ${STORY_DAYS + 1}) days(later) where (m.id, m.version) in (select (r.id, r.version) from (select unnest(from_json($rows::json, '[{"id": "varchar", "version": "varchar"}]')) as r)) except from dirty`,
} as const;

/**
 * Works the buckets of dirty days out anew, one stretch of days after the other, so that memory holds the mentions of a stretch and not of all time.
 * Sums run over whole ten-thousandths, so that no order of adding shows in them.
 */
export const SETTLE = {
  days: `select published // ${DAY} as day, count(*) as mentions from mentions where published // ${DAY} in (select day from dirty) and entity in (select entity from dirty) group by 1 order by 1`,
  remove: `delete from buckets using dirty where buckets.entity = dirty.entity and buckets.minute // ${DAY / MINUTE} = dirty.day`,
  count: `insert into buckets
    with wanted as (
      select m.* from mentions m
      where m.entity in (select distinct entity from dirty)
        and m.published >= ($from::bigint - ${STORY_DAYS}) * ${DAY} and m.published < ($to::bigint + 1) * ${DAY}
        and not exists (select 1 from superseded s where s.id = m.id and s.version = m.version)
    ), told as (
      select *, round((positive::double - negative::double) * 1e4)::bigint as score, least(
        published - coalesce(lag(published) over (partition by entity, s0 order by published, id), (${LONG_AGO})::bigint), published - coalesce(lag(published) over (partition by entity, s1 order by published, id), (${LONG_AGO})::bigint),
        published - coalesce(lag(published) over (partition by entity, s2 order by published, id), (${LONG_AGO})::bigint), published - coalesce(lag(published) over (partition by entity, s3 order by published, id), (${LONG_AGO})::bigint)
      ) as since from wanted
    )
    select told.entity, published // ${MINUTE}, count(*), count(*) filter (since > ${STORY_DAYS * DAY}),
      sum(score) / 1e4, sum(score * score) / 1e8, sum(round(fear * 1e4)::bigint) / 1e4, sum(round(anger * 1e4)::bigint) / 1e4, coalesce(sum(round(relief * 1e4)::bigint), 0) / 1e4, count(relief)
    from told join dirty on dirty.entity = told.entity and dirty.day = published // ${DAY} and dirty.day >= $from::bigint
    group by 1, 2`,
  clear: 'delete from dirty',
} as const;
