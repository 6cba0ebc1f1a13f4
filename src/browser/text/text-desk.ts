import { asProblem, AttuneError, type Unit } from '../../core/index.ts';
import { parseNet } from '../nets/net-file.ts';
import { createTextAnalyser, type TextAnalyser } from './create-text-analyser.ts';
import { createWishReader } from './intent/wish-reader.ts';
import { readWhole } from './read-whole.ts';
import type { TextAssets, TextCommand, TextReply } from './text-protocol.ts';

export interface TextDeskOptions {
  readonly fetchFile: (url: string, onProgress: (share: Unit) => void) => Promise<Uint8Array>;
  readonly tell: (reply: TextReply) => void;
}

/** What the text worker does with a command, on whichever thread. */
export function createTextDesk({ fetchFile, tell }: TextDeskOptions): (command: TextCommand) => Promise<void> {
  let analyser: Promise<TextAnalyser> = Promise.reject(new AttuneError('model-missing', 'Expected the text models to be loaded first.'));
  analyser.catch(() => undefined);
  const learning = createWishReader();

  async function loadLight(assets: TextAssets): Promise<TextAnalyser> {
    const file = await fetchFile(assets.light, (share) => tell({ type: 'progress', share }));
    return createTextAnalyser({ light: parseNet(new TextDecoder().decode(file), 'text') });
  }

  async function load(assets: TextAssets): Promise<void> {
    analyser = loadLight(assets);
    try {
      await analyser;
      tell({ type: 'ready', size: 'light' });
    } catch (thrown) {
      const { code, message } = asProblem(thrown, 'model-missing', 'The model that reads words could not be used');
      tell({ type: 'problem', code, message, reads: false });
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
      tell({ type: 'texts', id: command.id, texts: await Promise.all(command.texts.map((text) => readWhole(reader, wishes, text, command.language))) });
    } catch (thrown) {
      const { code, message } = asProblem(thrown, 'bad-input', 'A text could not be read');
      tell({ type: 'failed', id: command.id, code, message });
    }
  };
}
