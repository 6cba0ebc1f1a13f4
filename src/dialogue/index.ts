export { createDialogue, type DialogueOptions } from './create-dialogue.ts';
export { parseContent, type Content, type ContentFile } from './content/content.ts';
export { checkStyle, type StyleFault, type StyleRule } from './check-style.ts';
export type { Rank } from './choose.ts';
export type { Embed } from './nearest.ts';
