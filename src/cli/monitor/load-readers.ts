import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EMBEDDING, type PieceEncoder } from '../../browser/text/encoder/embedding.ts';
import { rememberEmbeddings } from '../../browser/text/encoder/remember.ts';
import { createTextAnalyser, type TextAnalyser } from '../../browser/text/create-text-analyser.ts';
import { parseNet } from '../../browser/nets/net-file.ts';
import { createFinanceReader, createFullFinanceReader } from '../../monitor/finance/index.ts';
import type { DocumentReaders } from '../../monitor/index.ts';
import { loadEncoder } from '../load-encoder.ts';
import { UsageError } from '../usage-error.ts';
import { findOwnPackage } from '../assets/find-package.ts';

function readModel(id: string): Promise<string> {
  return readFile(join(findOwnPackage(), 'models', id, 'net.json'), 'utf8');
}

/** Reads what words express, by the light model. */
export async function loadLightAnalyser(): Promise<TextAnalyser> {
  return createTextAnalyser({ light: parseNet(await readModel('text'), 'text') });
}

/** The models of a size. @param assets folder that `attune assets` made, for full @throws {UsageError} for another size, or where full has no assets */
export async function loadReaders(size: string, assets: string): Promise<DocumentReaders> {
  if (size !== 'light' && size !== 'full') throw new UsageError(`Expected --size light or full, but got "${size}".`);
  return size === 'full' ? loadFullReaders(await loadEncoder(assets)) : loadLightReaders();
}

/** The light models, which come with the package. They read thousands of texts a second, and need nothing prepared. */
export async function loadLightReaders(): Promise<DocumentReaders> {
  const analyser = await loadLightAnalyser();
  const finance = createFinanceReader(JSON.parse(await readModel('finance')));
  return {
    sentiment: async (questions) => questions.map(({ text, language, about }) => finance.read(text, language, about)),
    feelings: async (texts) => texts.map(({ text, language }) => analyser.analyse(text, language)),
  };
}

/**
 * The full models, which also know what an English text means by its embedding: for what is felt in it, and, where only one of the watched is named, for whether
 * it is good news. Chinese is read as by the light ones.
 */
export async function loadFullReaders(encoder: PieceEncoder): Promise<DocumentReaders> {
  const { encode } = rememberEmbeddings(encoder);
  const analyser = createTextAnalyser({ light: parseNet(await readModel('text'), 'text'), full: { net: parseNet(await readModel('text-full'), 'text-full'), encode } });
  const finance = createFullFinanceReader(JSON.parse(await readModel('finance')));
  return {
    async sentiment(questions) {
      const whole = questions.filter(({ language, alone }) => language === 'en' && alone).map(({ text }) => text);
      const rows = await encode(whole);
      let at = 0;
      return questions.map(({ text, language, about, alone }) => {
        const embedding = language === 'en' && alone ? rows.subarray(EMBEDDING * at, EMBEDDING * (at += 1)) : null;
        return finance.read(text, language, about, embedding);
      });
    },
    // Whoever asks has told languages apart as the analyser does by itself.
    feelings: (texts) => analyser.analyseFully(texts.map(({ text }) => text)),
  };
}
