import type { DialogueAct, Strategy } from 'attune';

/** What an operator can choose, in the order of a helping conversation; what is said for safety last. */
export const ACT_GROUPS = {
  attend: ['greet', 'chat', 'welcome-thanks', 'take-word', 'keep-company', 'give-space', 'explain-self', 'farewell'],
  explore: ['ask-more', 'reflect', 'answer', 'check-in', 'ask-again', 'say-again', 'say-unheard'],
  comfort: ['comfort', 'calm', 'reassure', 'name-both', 'note-ease', 'share-joy', 'celebrate'],
  act: ['suggest', 'encourage', 'offer-help'],
  safety: ['ask-safety', 'crisis-self-harm', 'crisis-abuse', 'crisis-medical', 'crisis-other-in-danger', 'crisis-stay', 'crisis-farewell', 'meet-minor', 'decline-therapy', 'decline-sexual', 'decline-hate', 'decline-override', 'suggest-break', 'remind-ai'],
} as const satisfies Readonly<Record<Strategy | 'safety', readonly DialogueAct[]>>;
export type ActGroup = keyof typeof ACT_GROUPS;

/** What is said for safety leads somewhere. */
export const strategyOf = (group: ActGroup): Strategy => (group === 'safety' ? 'act' : group);
