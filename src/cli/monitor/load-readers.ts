import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTextAnalyser } from '../../browser/text/create-text-analyser.ts';
import { parseNet } from '../../browser/nets/net-file.ts';
import { createFinanceReader } from '../../monitor/finance/index.ts';
import type { DocumentReaders } from '../../monitor/index.ts';
import { findOwnPackage } from '../assets/find-package.ts';

/** The light models, which come with the package. They read thousands of texts a second, and need nothing prepared. */
export async function loadLightReaders(): Promise<DocumentReaders> {
  const models = join(findOwnPackage(), 'models');
  const read = (path: string): Promise<string> => readFile(join(models, path), 'utf8');
  const analyser = createTextAnalyser({ light: parseNet(await read('text/net.json'), 'text') });
  const finance = createFinanceReader(JSON.parse(await read('finance/net.json')));
  return {
    sentiment: async (questions) => questions.map(({ text, language, about }) => finance.read(text, language, about)),
    feelings: async (texts) => texts.map(({ text, language }) => analyser.analyse(text, language)),
  };
}
