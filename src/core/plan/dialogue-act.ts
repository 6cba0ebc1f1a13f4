/** What a turn of the agent does, whatever its words. */
export const DIALOGUE_ACTS = [
  'greet', 'farewell', 'welcome-thanks', 'share-joy', 'comfort', 'calm', 'reassure', 'celebrate', 'encourage',
  'explain-self', 'take-word', 'offer-help', 'chat', 'ask-more', 'check-in', 'say-again', 'ask-again', 'say-unheard',
] as const;
export type DialogueAct = (typeof DIALOGUE_ACTS)[number];
