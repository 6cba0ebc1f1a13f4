import type { DialogueProvider, DialogueRequest } from '../ports/dialogue-provider.ts';
import type { SafetyAct } from '../safety/lines.ts';
import { createSafetyDialogue, isSafetyAct } from '../safety/safety-dialogue.ts';
import type { Language } from '../signals/text.ts';
import type { DialogueAct } from './dialogue-act.ts';
import { LINES_EN } from './lines-en.ts';
import { LINES_ZH } from './lines-zh.ts';

const LINES: Readonly<Record<Language, Readonly<Record<Exclude<DialogueAct, SafetyAct>, readonly string[]>>>> = { en: LINES_EN, zh: LINES_ZH };

/** Lines by people are there at once. */
export interface ScriptedDialogue extends DialogueProvider {
  reply(request: DialogueRequest): Promise<string>;
}

/**
 * A dialogue that needs no language model: each act has lines written by people, chosen by the
 * request's variant, never the same line of an act twice in a row when there is another.
 */
export function createScriptedDialogue(): ScriptedDialogue {
  const last = new Map<DialogueAct, string>();
  const safety = createSafetyDialogue({}, null);
  return {
    written: true,
    async reply(request) {
      const { act, language, character: { name }, variant, history } = request;
      if (isSafetyAct(act)) return safety.reply(request);
      const said = history.reduce<string | null>((before, { speaker, text }) => (speaker === 'agent' ? text : before), null);
      if (act === 'say-again' && said !== null) return said;
      const lines = LINES[language][act];
      const fresh = lines.length > 1 ? lines.filter((line) => line !== last.get(act)) : lines;
      const line = fresh[Math.min(fresh.length - 1, Math.floor(variant * fresh.length))];
      if (line === undefined) throw new RangeError(`Expected a variant in [0, 1), but got ${variant}. Pass the variant of the speech cue.`);
      last.set(act, line);
      return line.replaceAll('{name}', name);
    },
  };
}
