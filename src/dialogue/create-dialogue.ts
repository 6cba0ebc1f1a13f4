import { AttuneError, createScriptedDialogue, type DialogueProvider, type DialogueRequest, type Language, type Unit } from '../core/index.ts';
import { ACTS_OF_CONTENT, bindBook, type Book } from './book.ts';
import { chooseReply, type Match, type Rank } from './choose.ts';
import { type Content, type ContentFile, parseContent } from './content/content.ts';
import { ENGLISH_CONTENT } from './content/en/index.ts';
import { CHINESE_CONTENT } from './content/zh/index.ts';
import { type Embed, type Nearest, nearestByMeaning, nearestByWords } from './nearest.ts';
import { understand } from './understand.ts';

/** Where the words come from, and how one of several that fit is chosen; everything may be left out. */
export interface DialogueOptions {
  /** Content of the host's own, beside what ships; where both fit equally, either is said. */
  readonly content?: readonly ContentFile[];
  /** Whether only {@link content} is used. Default false. */
  readonly ownContentOnly?: boolean;
  /** The topics of the shipped content that there shall be words about; all of them by default. What is about no topic in particular always stays. */
  readonly topics?: readonly string[];
  /** A sentence encoder, such as Attune's: examples are then found by meaning instead of by words. English only, unless it says otherwise. */
  readonly embed?: Embed;
  /** Languages that {@link embed} understands. Default English. */
  readonly embeds?: readonly Language[];
  /** Which of several replies that fit equally is said; without it they take turns. */
  readonly rank?: Rank;
}

/**
 * An example must be at least so like the message (cosine) to be answered as it was, by words and by meaning. Below, the nearest
 * examples of 340 messages of tests/sets/situations.json and of the dev part of EmpatheticPersonas were about something else.
 */
const LIKE_IN_WORDS: Unit = 0.6;
const LIKE_IN_MEANING: Unit = 0.8;

/** Examples are looked for in what somebody says, not in a yes. */
const SHORTEST_TO_COMPARE = 6;

interface Volume {
  readonly book: Book;
  match(message: string): Promise<Match | null>;
}

/**
 * A dialogue that needs no language model: it takes up the player's own words, keeps what it was told, and
 * says no sentence twice in a session, as far as its content reaches.
 *
 * The same request always gives the same words: all that it knows, it reads from the request's history.
 *
 * @throws {AttuneError} `bad-input` when content is wrong, naming the place
 */
export function createDialogue(options: DialogueOptions = {}): DialogueProvider {
  const { content = [], ownContentOnly = false, topics, embed, embeds = ['en'], rank } = options;
  const shipped = ownContentOnly ? [] : aboutOnly([...ENGLISH_CONTENT, ...CHINESE_CONTENT], topics);
  const files = [...shipped, ...content].map((file, at) => parseContent(file, at < shipped.length ? 'the shipped content' : `content[${at - shipped.length}]`));
  const onlyShipped = !ownContentOnly && !topics && content.length === 0;
  const scripted = createScriptedDialogue();
  const volumes = new Map<Language, Volume>();

  /** Compiles a language's content when it is first spoken. */
  function volumeOf(language: Language): Volume {
    const known = volumes.get(language);
    if (known) return known;
    const mine = files.filter((file) => file.language === language);
    const book = onlyShipped ? shippedBook(language, mine) : bindBook(language, mine);
    const heard = book.examples.map((example) => example.heard);
    const byMeaning = embed !== undefined && embeds.includes(language);
    const nearest: Nearest = byMeaning ? nearestByMeaning(heard, embed) : nearestByWords(heard, book.kit);
    const least = byMeaning ? LIKE_IN_MEANING : LIKE_IN_WORDS;
    const volume: Volume = {
      book,
      async match(message) {
        const found = message.length < SHORTEST_TO_COMPARE ? null : await nearest(message);
        return found && found.likeness >= least ? { index: found.index, fit: (found.likeness - least) / (1 - least) } : null;
      },
    };
    volumes.set(language, volume);
    return volume;
  }

  // Content of the host's own is compiled at once, so that its faults are told where it is handed in.
  for (const { language } of content) volumeOf(language);

  return {
    written: true,
    async reply(request: DialogueRequest) {
      const { act, language, history, heard, variant } = request;
      if (!(variant >= 0 && variant < 1)) throw new AttuneError('bad-input', `Expected a variant in [0, 1), but got ${variant}. Pass the variant of the speech cue.`);
      const { book, match } = volumeOf(language);
      if (!ACTS_OF_CONTENT.has(act) || book.rules.length + book.reserve.length === 0) return scripted.reply(request);
      if (act === 'say-again' && (heard === null || book.kit.asksAgain(heard))) return scripted.reply(request);
      const understood = understand(history, heard, book, request.memory);
      // What only sounded like a wish to hear it again is answered like anything else.
      return chooseReply(act === 'say-again' ? { ...request, act: 'ask-more' } : request, understood, understood.message === null ? null : await match(understood.message), book, rank);
    },
  };
}

/** What ships, by language, for as long as a dialogue speaks it. */
const shippedBooks = new Map<Language, WeakRef<Book>>();

/** Dialogues with nothing but what ships share one book: it is made of some thousand regular expressions, which V8 keeps as machine code. */
function shippedBook(language: Language, files: readonly Content[]): Book {
  const known = shippedBooks.get(language)?.deref();
  if (known) return known;
  const book = bindBook(language, files);
  shippedBooks.set(language, new WeakRef(book));
  return book;
}

function aboutOnly(files: readonly ContentFile[], topics: readonly string[] | undefined): readonly ContentFile[] {
  if (!topics) return files;
  const known = new Set(files.flatMap(({ topic }) => topic ?? []));
  const unknown = topics.find((topic) => !known.has(topic));
  if (unknown !== undefined) throw new AttuneError('bad-input', `Expected topics out of ${[...known].join(', ')}, but got "${unknown}". Correct it, or leave topics out.`);
  return files.filter(({ topic }) => topic === undefined || topics.includes(topic));
}
