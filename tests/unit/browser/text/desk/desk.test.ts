import { describe, expect, it } from 'vitest';
import { createDesk } from '../../../../../src/browser/text/desk/create-desk.ts';
import { createHistory, type HistoryRow } from '../../../../../src/browser/text/desk/history.ts';
import { learnDesk } from '../../../../../src/browser/text/desk/learn-desk.ts';

const row = (line: number, question: string, answer: string, more: Partial<HistoryRow> = {}): HistoryRow => ({ line, question, answer, id: null, label: null, rating: null, ...more });

const TRACK = 'Open Orders and press Track to see where the parcel was scanned last.';
const REFUND = 'Money comes back within five days after the return arrived.';
const ROWS = [
  row(2, 'Where is my parcel?', TRACK), row(3, 'My parcel has not come yet', TRACK), row(4, 'When does the parcel arrive?', TRACK), row(5, 'Track my parcel', TRACK),
  row(6, 'When do I get my money back?', REFUND), row(7, 'Where is my refund?', REFUND), row(8, 'The refund has not been paid', REFUND), row(9, 'How long does a refund take?', REFUND),
  row(10, '我的快递到哪里了？', '在订单里点“物流”，可以看到快递的位置。'), row(11, '快递还没有收到', '在订单里点“物流”，可以看到快递的位置。'),
  row(12, '什么时候退款？', '退货入库后五天内退款。'), row(13, '退款还没有到账', '退货入库后五天内退款。'),
];

async function learn(rows: readonly HistoryRow[]) {
  const history = createHistory();
  const faults = rows.map((each) => history.add(each));
  const { file, embeddings, ...more } = await learnDesk(history, { encoder: null });
  return { history, faults, file, desk: createDesk(JSON.parse(JSON.stringify(file)), embeddings, null), ...more };
}

describe('a desk that learnt from a history', () => {
  it('finds the answer by other words of the same questions, in both languages', async () => {
    const { desk } = await learn(ROWS);
    const says = async (message: string): Promise<string | undefined> => {
      const { match } = await desk.read(message);
      return [...desk.answers('en'), ...desk.answers('zh')].find(({ name }) => name === match?.name)?.says;
    };
    expect(await says('has my parcel come?')).toBe(TRACK);
    expect(await says('is the refund paid yet')).toBe(REFUND);
    expect(await says('快递在哪里')).toContain('物流');
    expect(await says('退款什么时候到账')).toContain('五天');
  });

  it('wants nothing where no question is near', async () => {
    const { desk } = await learn(ROWS);
    for (const message of ['Do whales sing at night?', '今晚吃什么', '', '???']) expect((await desk.read(message)).match).toBeNull();
  });

  it('calls two answers close where both are asked for', async () => {
    const { desk } = await learn([row(2, 'about my card order', TRACK), row(3, 'about my card payment', REFUND), row(4, 'lost shoes on a train', 'The lost property office keeps them for a year.')]);
    const reading = await desk.read('about my card');
    expect(reading.close).toBe(true);
    expect(reading.ranking.slice(0, 2).map(({ confidence }) => confidence > 0.3)).toEqual([true, true]);
    expect((await desk.read('shoes on the train')).close).toBe(false);
  });

  it('keeps what was asked once, under one id, with words and stars', async () => {
    const { faults, history } = await learn([
      ...ROWS, row(20, 'where is MY parcel? ', TRACK), row(21, ' ', TRACK), row(22, 'Hello there', '--'), row(23, 'Is it paid?', REFUND, { rating: 7 }),
      row(24, 'How do I pay?', REFUND, { id: 'a' }), row(25, 'How do I pay twice?', REFUND, { id: 'a' }),
    ]);
    expect(faults.slice(12)).toEqual([
      null, { field: 'question', fault: 'is empty' }, { field: 'answer', fault: 'has no words: "--"' }, { field: 'rating', fault: 'expected 1 to 5 or nothing, but got 7' },
      null, { field: 'id', fault: '"a" is the id of line 24 already' },
    ]);
    expect([history.taken, history.repeated]).toEqual([13, 1]);
  });

  it('says the best rated answer of a label, and none that people disliked', async () => {
    const { desk, badlyRated } = await learn([
      row(2, 'Where is my parcel?', 'Wait.', { label: 'where_is_it', rating: 1 }), row(3, 'Has my parcel been sent?', TRACK, { label: 'where_is_it', rating: 5 }),
      row(4, 'I am unhappy', 'Bad luck.', { label: 'unhappy', rating: 1 }), row(5, 'I am very unhappy', 'Bad luck.', { label: 'unhappy', rating: 2 }),
    ]);
    expect(desk.answers('en').map(({ name, title, says }) => [name, title, says])).toEqual([['where-is-it', 'where is it', TRACK]]);
    expect(badlyRated).toBe(1);
  });

  it('takes an answer with a greeting for the same, and one with another word for another', async () => {
    const { desk } = await learn([row(2, 'Where is my parcel?', TRACK), row(3, 'Parcel late', `Hi Ann, ${TRACK}`), row(4, 'Where is my letter?', TRACK.replace('parcel', 'letter')), row(5, 'Parcel lost', TRACK.replace('press', 'never press'))]);
    expect(desk.answers('en').map(({ asked }) => asked)).toEqual([2, 1, 1]);
  });

  it('keeps no address and no long number of a question', async () => {
    const { file, history } = await learn([row(2, 'I am ann@example.org, call +44 20 7946 0958 about order 12', TRACK), row(3, 'Where is it?', TRACK)]);
    expect(file.parts.en!.questions[0]!.text).toBe('I am #, call # about order 12');
    expect(history.masked).toBe(1);
  });

  it('is refused where a file is broken, or not of the other', async () => {
    const { file } = await learn(ROWS);
    expect(() => createDesk({}, new Int8Array(), null)).toThrow('format');
    expect(() => createDesk(file, new Int8Array(3), null)).toThrow('Both files must be of one ingest');
    const lost = structuredClone(file);
    lost.parts.en!.questions[1]!.answer = 9;
    expect(() => createDesk(lost, new Int8Array(), null)).toThrow('parts.en.questions.1 names answer 9 of 2');
  });
});
