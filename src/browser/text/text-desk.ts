import { asProblem, AttuneError, type HeardBoundary, type HeardDanger } from '../../core/index.ts';
import { type Net, parseNet } from '../nets/net-file.ts';
import { createBoundaryHead } from './boundaries/boundary-head.ts';
import { createTextAnalyser, type TextAnalyser } from './create-text-analyser.ts';
import { createDangerHead } from './danger/danger-head.ts';
import { createWishReader, type WishReader } from './intent/wish-reader.ts';
import { createListener, type Listener } from './listener.ts';
import { type FetchFile, loadFull } from './load-full.ts';
import { readWhole } from './read-whole.ts';
import type { TextAnalysis } from './text-analysis.ts';
import type { FullTextAssets, ReadText, TextAssets, TextCommand, TextReply } from './text-protocol.ts';

export interface TextDeskOptions {
  readonly fetchFile: FetchFile;
  readonly tell: (reply: TextReply) => void;
}

/** What the text worker does with a command, on whichever thread. */
export function createTextDesk({ fetchFile, tell }: TextDeskOptions): (command: TextCommand) => Promise<void> {
  let analyser: Promise<TextAnalyser> = Promise.reject(new AttuneError('model-missing', 'Expected the text models to be loaded first.'));
  analyser.catch(() => undefined);
  const learning = createWishReader();
  let danger: Promise<Listener<HeardDanger> | null> = Promise.resolve(null);
  let boundaries: Promise<Listener<HeardBoundary> | null> = Promise.resolve(null);

  async function loadLight(url: string): Promise<Net> {
    const file = await fetchFile(url, (share) => tell({ type: 'progress', size: 'light', share }));
    return parseNet(new TextDecoder().decode(file), 'text');
  }

  function tellProblem(thrown: unknown, context: string, of: TextAnalysis['size'] | 'danger' | 'boundaries'): void {
    const { code, message } = asProblem(thrown, 'model-missing', context);
    tell({ type: 'problem', code, message, of });
  }

  async function loadNet(url: string, model: string): Promise<Net> {
    return parseNet(new TextDecoder().decode(await fetchFile(url, () => undefined)), model);
  }

  /** Without it the core's rules listen alone. */
  async function loadDanger(url: string): Promise<Listener<HeardDanger> | null> {
    try {
      return createListener(createDangerHead(await loadNet(url, 'safety')));
    } catch (thrown) {
      tellProblem(thrown, 'Danger in words is heard by a few rules alone, because its model could not be used', 'danger');
      return null;
    }
  }

  /** Here, too. */
  async function loadBoundaries(url: string): Promise<Listener<HeardBoundary> | null> {
    try {
      return createListener(createBoundaryHead(await loadNet(url, 'boundaries')));
    } catch (thrown) {
      tellProblem(thrown, 'What asks for a boundary is heard by a few rules alone, because its model could not be used', 'boundaries');
      return null;
    }
  }

  /** The light size reads until this is done, and goes on if it fails. */
  async function grow(light: Net, assets: FullTextAssets, wishes: WishReader): Promise<void> {
    try {
      const { net, dimensions, encoder, gloss } = await loadFull(assets, fetchFile, (share) => tell({ type: 'progress', size: 'full', share }));
      await wishes.useEncoder(encoder);
      (await danger)?.useEncoder(encoder, gloss);
      (await boundaries)?.useEncoder(encoder, gloss);
      analyser = Promise.resolve(createTextAnalyser({ light, full: { net, encode: encoder.encode }, dimensions }));
      tell({ type: 'ready', size: 'full' });
    } catch (thrown) {
      tellProblem(thrown, 'Words are read by the light model alone, because the full one could not be used', 'full');
    }
  }

  async function load({ light: url, listening, full }: TextAssets): Promise<void> {
    const net = loadLight(url);
    if (listening) {
      danger = loadDanger(listening.danger);
      boundaries = loadBoundaries(listening.boundaries);
    }
    analyser = net.then((light) => createTextAnalyser({ light }));
    try {
      const [light, wishes] = await Promise.all([net, learning, analyser, danger, boundaries]);
      tell({ type: 'ready', size: 'light' });
      if (full) await grow(light, full, wishes);
    } catch (thrown) {
      tellProblem(thrown, 'The model that reads words could not be used', 'light');
    }
  }

  async function listenTo(read: ReadText, text: string): Promise<ReadText> {
    const [forDanger, forBoundaries] = await Promise.all([danger, boundaries]);
    return {
      ...read,
      ...(forDanger && { danger: await forDanger.listen(text, read.language) }),
      ...(forBoundaries && { boundary: await forBoundaries.listen(text, read.language) }),
    };
  }

  return async (command) => {
    if (command.type === 'load') return load(command.assets);
    try {
      const [reader, wishes] = await Promise.all([analyser, learning]);
      if (command.type === 'intents') {
        await wishes.setIntents(command.intents);
        return tell({ type: 'done', id: command.id });
      }
      const texts = await readWhole(reader, wishes, command.texts, command.language);
      tell({ type: 'texts', id: command.id, texts: command.listen ? await Promise.all(texts.map((text, i) => listenTo(text, command.texts[i]!))) : texts });
    } catch (thrown) {
      const { code, message } = asProblem(thrown, 'bad-input', 'A text could not be read');
      tell({ type: 'failed', id: command.id, code, message });
    }
  };
}
