import type { DialogueProvider, DialogueRequest } from '../ports/dialogue-provider.ts';
import { type Crisis, CRISES } from '../signals/risk.ts';
import { type HelpOptions, tellHelp } from './help.ts';
import { SAFETY_ACTS, SAFETY_LINES, type SafetyAct } from './lines.ts';

export function isSafetyAct(act: string): act is SafetyAct {
  return SAFETY_ACTS.some((each) => each === act);
}

/** Lines by people are there at once. */
interface WrittenDialogue extends DialogueProvider {
  reply(request: DialogueRequest): Promise<string>;
}

/** Numbers digit by digit, as they are dialled, so that a voice says them so. */
export function sayNumbers(text: string): string {
  return text.replace(/\d(?=\d)/g, '$& ');
}

/**
 * Words for the acts of safety: lines that people wrote, never one that was just said, with where people answer.
 *
 * @param crisis which crisis the session is in; null for none
 */
export function createSafetyDialogue(help: HelpOptions, crisis: Crisis | null): WrittenDialogue {
  return {
    written: true,
    async reply({ act, language, character: { name }, variant, history }) {
      if (!isSafetyAct(act)) throw new RangeError(`Expected an act of safety, but got "${act}". Ask another dialogue.`);
      const kind = CRISES.find((each) => act === `crisis-${each}`) ?? crisis ?? 'self-harm';
      const lines = SAFETY_LINES[language][act].map((line) => line.replaceAll('{name}', name).replaceAll('{help}', tellHelp(kind, language, help)));
      const said = new Set(history.map(({ text }) => text));
      const fresh = lines.filter((line) => !said.has(line));
      const choice = fresh.length > 0 ? fresh : lines;
      return choice[Math.min(choice.length - 1, Math.floor(variant * choice.length))]!;
    },
  };
}
