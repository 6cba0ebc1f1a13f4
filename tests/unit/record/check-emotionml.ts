import { SaxesParser } from 'saxes';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** The vocabularies of the W3C that are used, as https://www.w3.org/TR/emotion-voc/xml lists them. */
const W3C: Readonly<Record<string, readonly string[]>> = { 'http://www.w3.org/TR/emotion-voc/xml#pad-dimensions': ['pleasure', 'arousal', 'dominance'] };

const NAMESPACE = 'http://www.w3.org/2009/10/emotionml';
const UNIT = /^(0(\.\d+)?|1(\.0+)?)$/;
const WHOLE = /^\d+$/;

/**
 * Checks a document by the assertions of the W3C's EmotionML 1.0 implementation report, whose numbers are given, as far as they
 * concern what we write.
 *
 * @returns every breach, none for a valid document
 * @throws where it is not well-formed XML with namespaces
 */
export function checkEmotionML(xml: string): { readonly breaches: string[]; readonly root: Element } {
  const root = parse(xml);
  const breaches: string[] = [];
  const must = (holds: boolean, assertion: string): void => void (holds || breaches.push(assertion));
  const ids = new Set<string>();
  const only = (element: Element, names: readonly string[]): void => must(Object.keys(element.attributes).every((name) => names.includes(name)), `schema: ${element.name} has ${Object.keys(element.attributes).join()}`);
  const identify = ({ attributes: { id } }: Element, assertion: string): void => {
    if (id === undefined) return;
    must(/^[A-Za-z_][\w.-]*$/.test(id) && !ids.has(id), assertion);
    ids.add(id);
  };

  must(root.name === 'emotionml', '100: root');
  must(root.attributes.xmlns === NAMESPACE, '102: namespace');
  must(root.attributes.version === '1.0', '110, 111: version');
  only(root, ['version', 'xmlns', 'category-set', 'dimension-set']);
  must(root.children.every(({ name }) => ['info', 'vocabulary', 'emotion'].includes(name)), 'schema: children of emotionml');
  must(root.children.filter(({ name }) => name === 'info').length <= 1, '105: a single info');
  for (const info of root.children.filter(({ name }) => name === 'info')) identify(info, '306: id of info');
  const vocabularies: Record<string, { readonly type: string; readonly items: readonly string[] }> = {};
  for (const vocabulary of root.children.filter(({ name }) => name === 'vocabulary')) {
    const { type = '', id = '' } = vocabulary.attributes;
    identify(vocabulary, '604, 605: id of vocabulary');
    must(['category', 'dimension', 'action-tendency', 'appraisal'].includes(type), '602, 603: type of vocabulary');
    const items = vocabulary.children.filter(({ name }) => name === 'item').map(({ attributes }) => attributes.name ?? '');
    must(items.length > 0 && !items.includes(''), '600, 607: items with names');
    must(new Set(items).size === items.length, '608: items of different names');
    vocabularies[`#${id}`] = { type, items };
  }
  for (const emotion of root.children.filter(({ name }) => name === 'emotion')) {
    const { start, end, duration } = emotion.attributes;
    only(emotion, ['id', 'start', 'end', 'duration', 'time-ref-uri', 'time-ref-anchor-point', 'offset-to-start', 'expressed-through']);
    identify(emotion, '174: id of emotion');
    for (const time of [start, end, duration]) must(time === undefined || WHOLE.test(time), '420 to 422: whole milliseconds');
    must(/^-?\d+$/.test(emotion.attributes['offset-to-start'] ?? '0'), '425: offset-to-start');
    must(['start', 'end'].includes(emotion.attributes['time-ref-anchor-point'] ?? 'start'), '424: anchor point');
    must(ids.has((emotion.attributes['time-ref-uri'] ?? '#session').slice(1)), '423: time reference');
    must(/^[a-z]+( [a-z]+)*$/.test(emotion.attributes['expressed-through'] ?? 'face'), '301: expressed-through');
    must(emotion.children.filter(({ name }) => name === 'info').length <= 1, '155: a single info');
    const told = emotion.children.filter(({ name }) => name !== 'info');
    must(told.length > 0, '156: something told');
    for (const kind of ['category', 'dimension'] as const) {
      const each = told.filter(({ name }) => name === kind);
      const set = root.attributes[`${kind}-set`] ?? '';
      const declared = set.startsWith('#') ? (vocabularies[set]?.type === kind ? vocabularies[set].items : []) : W3C[set] ?? [];
      must(new Set(each.map(({ attributes }) => attributes.name)).size === each.length, '213, 223: no name twice');
      for (const { attributes, children } of each) {
        must(declared.includes(attributes.name ?? ''), `212, 222: ${attributes.name} is declared in ${set}`);
        for (const value of [attributes.value, attributes.confidence]) must(value === undefined || UNIT.test(value), '300, 500: a value from [0, 1]');
        const trace = children.find(({ name }) => name === 'trace');
        must(kind === 'category' || (attributes.value === undefined) !== (trace === undefined), '224: either value or trace');
        must(!(attributes.value !== undefined && trace), '216: not both value and trace');
        if (!trace) continue;
        must(/^\d+(\.\d+)?\s*Hz$/.test(trace.attributes.freq ?? ''), '501, 502: freq');
        must((trace.attributes.samples ?? '').split(' ').every((sample) => UNIT.test(sample)), '503, 504: samples from [0, 1]');
      }
    }
  }
  return { breaches, root };
}

function parse(xml: string): Element {
  const parser = new SaxesParser({ xmlns: true });
  const open: Element[] = [{ name: '', attributes: {}, children: [], text: '' }];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (uri !== NAMESPACE) throw new Error(`700: <${local}> is of the namespace "${uri}"`);
    const element: Element = { name: local, attributes: Object.fromEntries(Object.entries(attributes).map(([name, { value }]) => [name, value])), children: [], text: '' };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => {
    open.at(-1)!.text += text;
  });
  parser.write(xml).close();
  return open[0]!.children[0]!;
}
