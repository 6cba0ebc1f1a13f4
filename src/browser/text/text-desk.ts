import { asProblem, AttuneError } from '../../core/index.ts';
import { type Net, parseNet } from '../nets/net-file.ts';
import { createTextAnalyser, type TextAnalyser } from './create-text-analyser.ts';
import { createDangerReader, type DangerReader } from './danger/danger-reader.ts';
import { createWishReader, type WishReader } from './intent/wish-reader.ts';
import { type FetchFile, loadFull } from './load-full.ts';
import { readWhole } from './read-whole.ts';
import type { TextAnalysis } from './text-analysis.ts';
import type { FullTextAssets, TextAssets, TextCommand, TextReply } from './text-protocol.ts';

export interface TextDeskOptions {
  readonly fetchFile: FetchFile;
  readonly tell: (reply: TextReply) => void;
}

/** What the text worker does with a command, on whichever thread. */
export function createTextDesk({ fetchFile, tell }: TextDeskOptions): (command: TextCommand) => Promise<void> {
  let analyser: Promise<TextAnalyser> = Promise.reject(new AttuneError('model-missing', 'Expected the text models to be loaded first.'));
  analyser.catch(() => undefined);
  const learning = createWishReader();
  let danger: Promise<DangerReader | null> = Promise.resolve(null);

  async function loadLight(url: string): Promise<Net> {
    const file = await fetchFile(url, (share) => tell({ type: 'progress', size: 'light', share }));
    return parseNet(new TextDecoder().decode(file), 'text');
  }

  function tellProblem(thrown: unknown, context: string, of: TextAnalysis['size'] | 'danger'): void {
    const { code, message } = asProblem(thrown, 'model-missing', context);
    tell({ type: 'problem', code, message, of });
  }

  /** Without it the core's rules listen alone. */
  async function loadDanger(url: string): Promise<DangerReader | null> {
    try {
      return createDangerReader(parseNet(new TextDecoder().decode(await fetchFile(url, () => undefined)), 'safety'));
    } catch (thrown) {
      tellProblem(thrown, 'Danger in words is heard by a few rules alone, because its model could not be used', 'danger');
      return null;
    }
  }

  /** The light size reads until this is done, and goes on if it fails. */
  async function grow(light: Net, assets: FullTextAssets, wishes: WishReader): Promise<void> {
    try {
      const { net, dimensions, encoder } = await loadFull(assets, fetchFile, (share) => tell({ type: 'progress', size: 'full', share }));
      await wishes.useEncoder(encoder);
      (await danger)?.useEncoder(encoder);
      analyser = Promise.resolve(createTextAnalyser({ light, full: { net, encode: encoder.encode }, dimensions }));
      tell({ type: 'ready', size: 'full' });
    } catch (thrown) {
      tellProblem(thrown, 'Words are read by the light model alone, because the full one could not be used', 'full');
    }
  }

  async function load({ light: url, safety, full }: TextAssets): Promise<void> {
    const net = loadLight(url);
    if (safety !== null) danger = loadDanger(safety);
    analyser = net.then((light) => createTextAnalyser({ light }));
    try {
      const [light, wishes] = await Promise.all([net, learning, analyser, danger]);
      tell({ type: 'ready', size: 'light' });
      if (full) await grow(light, full, wishes);
    } catch (thrown) {
      tellProblem(thrown, 'The model that reads words could not be used', 'light');
    }
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
      const ears = command.listen ? await danger : null;
      const heard = ears && await Promise.all(texts.map(({ language }, i) => ears.listen(command.texts[i]!, language)));
      tell({ type: 'texts', id: command.id, texts: heard ? texts.map((text, i) => Object.assign(text, { danger: heard[i]! })) : texts });
    } catch (thrown) {
      const { code, message } = asProblem(thrown, 'bad-input', 'A text could not be read');
      tell({ type: 'failed', id: command.id, code, message });
    }
  };
}
