import { DEFAULT_CHARACTER, type DialogueAct, type DialogueRequest, initialState, type Language, type Said, SKILLS_OF_ACT, type SupportSkill } from 'attune';

/** A request for words, as the agent makes them. */
export function requestFor(act: DialogueAct, heard: string | null, more: Partial<DialogueRequest> & { readonly language?: Language } = {}): DialogueRequest {
  const { language = 'en', history = [] } = more;
  const { affect, appraisal } = initialState({ seed: 1, language, character: DEFAULT_CHARACTER, fusion: { method: 'weighted', net: null } }, 0);
  const skill: SupportSkill = SKILLS_OF_ACT[act][0];
  return { act, strategy: 'attend', skill, language, character: DEFAULT_CHARACTER, heard, affect, appraisal, variant: 0.4, ...more, history: heard === null ? history : [...history, { speaker: 'player', text: heard }] };
}

/** A conversation so far, told turn by turn. */
export const said = (...lines: readonly (readonly [Said['speaker'], string])[]): readonly Said[] => lines.map(([speaker, text]) => ({ speaker, text }));
