/** What opens something that must be closed before it can be judged. */
const OPENERS = /[<`*_([（【「]/;
const OPENERS_ANYWHERE = new RegExp(OPENERS, 'g');

/** An opener that nothing has closed after so many characters is a stray sign, as in ":(". */
const LONGEST_OPEN = 160;

const EMOJI = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200D|\uFE0F|\u20E3)+/gu;

/** What can't be seen, or turns round what can: controls, halves of characters, marks of direction. */
const UNSEEN = /[\p{Cs}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|(?!\s)\p{Cc}/gu;

/** Thoughts, scripts and code go with all that is in them; some models forget to say that they begin to think. */
const HIDDEN = /<(think|thinking|reasoning|script|style|tool_call)\b[^>]*>[\s\S]*?<\/\1\s*>|```[\s\S]*?```|^[\s\S]*<\/(?:think|thinking|reasoning)\s*>/gi;
const BEGINS_HIDDEN = /<(?:think|thinking|reasoning|script|style|tool_call)\b|```/i;

/** Each is taken away, or replaced by what is left of it. */
const MARKUP: readonly (readonly [RegExp, string])[] = [
  [/!\[[^\]]{0,400}\]\([^)]{0,1000}\)/g, ' '],
  [/\[([^\]]{0,400})\]\([^)]{0,1000}\)/g, '$1'],
  [/<[^<>]{0,400}>/g, ' '],
  [/(?:https?:\/\/|www\.)\S+/gi, ' '],
  [/(?<=^|\s)[:;=][-']?[()DPp/\\](?=\s|$)/g, ' '],
  [/`([^`]*)`/g, '$1'],
  [/(\*\*|__)(?=\S)([^*_]+?)\1/g, '$2'],
  // A single word in stars amid a sentence is stressed; anything else in stars or brackets is done and not said.
  [/(?<=[\p{L},] )[*_](\p{L}+)[*_](?= ?[\p{L}.,!?])/gu, '$1'],
  [/(?<![\p{L}\p{N}])[*_][^*_]*[*_](?![\p{L}\p{N}])/gu, ' '],
  [/\([^()]*\)|（[^（）]*）|\[[^[\]]*\]|【[^【】]*】/g, ' '],
];

/**
 * Takes markup, thoughts, code, links, stage directions and speakers' names out of a model's words.
 *
 * @param whole nothing follows: what was never closed is taken away too
 */
export function stripMarkup(raw: string, { whole, emoji, name }: { readonly whole: boolean; readonly emoji: boolean; readonly name: string }): string {
  // Space without end would be looked through from each place in it, for what may follow it.
  let text = raw.replaceAll('\r', '').replace(UNSEEN, '').replace(/\s+/g, (space) => (/[\n\u2028\u2029]/.test(space) ? '\n' : ' ')).replace(HIDDEN, ' ');
  // They may be long, and until they are closed nothing of them may be taken for words.
  const hidden = BEGINS_HIDDEN.exec(text);
  if (hidden) text = text.slice(0, hidden.index);
  for (const [pattern, left] of MARKUP) text = text.replace(pattern, left);
  const stray = whole || hidden ? text.length : Math.max(0, text.length - LONGEST_OPEN + 1);
  const open = text.slice(stray);
  const at = open.search(OPENERS);
  text = text.slice(0, stray).replace(OPENERS_ANYWHERE, ' ') + (at < 0 ? open : open.slice(0, at));
  text = text.replace(/[*_`<>[\]()（）【】#|~^{}\\]+/g, ' ');
  return asSpeech(text, emoji, name);
}

function asSpeech(text: string, emoji: boolean, name: string): string {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  // A model that goes on with the player's turn has said what it had to say.
  const own = text.replace(/\n\s*(?:the )?(?:player|user|human|玩家|用户)\s*[:：][\s\S]*$/i, '\n');
  return own
    .replace(new RegExp(`^\\s*(?:${escaped}|assistant|agent|ai|bot|system|助手)\\s*[:：]\\s*`, 'gim'), '')
    .replace(/^\s*(?:[-•–>]|\d+[.)])\s+/gm, '')
    .replace(emoji ? /(?!)/g : EMOJI, '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,!?;:。，！？；：])/g, '')
    .trimStart();
}
