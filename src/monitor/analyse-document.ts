import { detectLanguage, type EmotionDistribution, type Language, type Unit } from '../core/index.ts';
import { type MonitorDocument, versionOf } from './document.ts';
import type { FinanceReading } from './finance/index.ts';
import { createMentionFinder, type Mention } from './find-mentions.ts';
import { signatureOf } from './signature.ts';
import { type Topic, topicsOf } from './topics.ts';
import type { WatchedEntity } from './watch-list.ts';

/** What a text shows of feelings, as the house's reader of words gives it. */
export interface FeelingsReading {
  readonly emotions: EmotionDistribution;
  /** Probabilities of GoEmotions' labels; null in Chinese. */
  readonly labels: Readonly<Record<string, number>> | null;
}

/** A text to be read for how good it is for somebody. */
export interface SentimentQuestion {
  readonly text: string;
  readonly language: Language;
  /** Where they are named, in UTF-16 code units; null for the text as a whole. */
  readonly about: { readonly start: number; readonly end: number } | null;
  /** Nobody else on the watch list is named in the text. */
  readonly alone: boolean;
}

/** The models that a monitor reads with. Both answer for each text in its order. */
export interface DocumentReaders {
  sentiment(questions: readonly SentimentQuestion[]): Promise<readonly FinanceReading[]>;
  feelings(texts: readonly { readonly text: string; readonly language: Language }[]): Promise<readonly FeelingsReading[]>;
}

/** A document with all that was read in it; it depends on nothing but the document, the watch list and the models. */
export interface AnalysedDocument extends MonitorDocument {
  /** Tells it from another document with the same id. */
  readonly version: string;
  readonly language: Language;
  readonly topics: readonly Topic[];
  /** See `signatureOf`. */
  readonly signature: readonly number[];
  readonly mentions: readonly AnalysedMention[];
}

/** What a document says of one entity. */
export interface AnalysedMention {
  readonly entity: string;
  readonly positive: Unit;
  readonly neutral: Unit;
  readonly negative: Unit;
  readonly fear: Unit;
  readonly anger: Unit;
  /** Not learnt for Chinese: null. */
  readonly relief: Unit | null;
}

/** Analyses documents: pure and without memory, so that many may do so side by side, and doing it again changes nothing. */
export interface DocumentAnalyser {
  analyse(documents: readonly MonitorDocument[]): Promise<readonly AnalysedDocument[]>;
}

/** Where the same entity is named several times, so many of the places are read. */
const PLACES = 3;

export function createDocumentAnalyser(entities: readonly WatchedEntity[], readers: DocumentReaders): DocumentAnalyser {
  const find = createMentionFinder(entities);
  const known = new Map(entities.flatMap(({ id, name, tickers }) => [id, name.toLowerCase(), ...tickers].map((each) => [each, id] as const)));

  /** Each entity with its places in the text; none where only the source says that it is about it. */
  function placesIn({ text, entities: told }: MonitorDocument): Map<string, Mention[]> {
    const places = new Map<string, Mention[]>();
    for (const mention of find(text)) {
      const own = places.get(mention.entity);
      if (!own) places.set(mention.entity, [mention]);
      else if (own.length < PLACES) own.push(mention);
    }
    for (const each of told) {
      const id = known.get(each) ?? known.get(each.toLowerCase());
      if (id !== undefined && !places.has(id)) places.set(id, []);
    }
    return places;
  }

  return {
    async analyse(documents) {
      const parts = documents.map((document) => ({ document, language: detectLanguage(document.text), places: placesIn(document) }));
      const wanted = parts.flatMap(({ document: { text }, language, places }) => [...places.values()].flatMap((own) => (own.length === 0 ? [null] : own).map((about): SentimentQuestion => ({ text, language, about, alone: places.size === 1 }))));
      const named = parts.filter(({ places }) => places.size > 0);
      const [sentiments, feelings] = await Promise.all([readers.sentiment(wanted), readers.feelings(named.map(({ document: { text }, language }) => ({ text, language })))]);
      let [nextSentiment, nextFeeling] = [0, 0];
      return parts.map(({ document, language, places }) => {
        const felt = places.size > 0 ? feelings[nextFeeling++]! : null;
        const mentions = [...places].map(([entity, own]) => {
          const from = nextSentiment;
          nextSentiment += Math.max(1, own.length);
          return mentionOf(entity, sentiments.slice(from, nextSentiment), felt!);
        }).toSorted((a, b) => (a.entity < b.entity ? -1 : 1));
        const read = { version: versionOf(document), language, topics: topicsOf(document.text, language), signature: [...signatureOf(document.text)], mentions };
        return Object.assign(read, document);
      });
    },
  };
}

/** Stored numbers are rounded, so that they are the same wherever they were worked out. */
const round = (value: number): number => Math.round(value * 1e4) / 1e4;

function mentionOf(entity: string, readings: readonly FinanceReading[], { emotions, labels }: FeelingsReading): AnalysedMention {
  const mean = (of: keyof FinanceReading): number => round(readings.reduce((sum, reading) => sum + reading[of], 0) / readings.length);
  return {
    entity, positive: mean('positive'), neutral: mean('neutral'), negative: mean('negative'),
    fear: round(emotions.fear), anger: round(emotions.anger), relief: labels ? round(labels['relief'] ?? 0) : null,
  };
}
