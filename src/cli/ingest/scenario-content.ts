import type { DeskFile, DeskPart } from '../../browser/text/desk/desk-file.ts';
import type { Pack } from '../../scenario/index.ts';

type Content = NonNullable<Pack['content']['en']>;
/** What a scenario says of itself that a desk can tell. */
type Learnt = Pick<Content, 'intents' | 'knowledge'>;

/** Examples of an intent: they show a writer what people say; the desk itself knows more of them. */
const EXAMPLES = 10;

/** Intents and knowledge as a scenario has them, for its writer to go on with. Answers with a single question are left out. */
export function scenarioContent({ parts }: DeskFile): { readonly en?: Learnt; readonly zh?: Learnt } {
  return { ...(parts.en && { en: learnt(parts.en) }), ...(parts.zh && { zh: learnt(parts.zh) }) };
}

function learnt({ answers, questions }: DeskPart): Learnt {
  const used = new Set<string>();
  const examplesOf = answers.map((_, answer) => questions.filter((question) => question.answer === answer).map(({ text }) => text).filter((text) => {
    const plain = text.toLowerCase();
    return !used.has(plain) && used.add(plain);
  }).slice(0, EXAMPLES));
  const known = answers.map((answer, at) => ({ ...answer, examples: examplesOf[at]! })).filter(({ examples }) => examples.length > 1);
  return {
    intents: known.map(({ name, title, examples }) => ({ id: name, title, answer: name, examples })),
    // Braces would be a slot.
    knowledge: known.map(({ name, says }) => ({ id: name, says: [says.replaceAll(/[{}]/g, '')] })),
  };
}
