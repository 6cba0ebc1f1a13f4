import type { Language } from '../../core/index.ts';

/** What people say around the thing that they want kept. */
const AROUND: Readonly<Record<Language, readonly RegExp[]>> = {
  en: [
    /^(?:(?:hey|ok|okay|please|also|and|oh|now|so)[, ]+)*(?:(?:can|could|would|will) you (?:please )?|please )?/i,
    /^(?:don['’]?t let me forget(?: to| about)?|remind me(?: to| about| of| that)?|remember(?: to| that)?|(?:make|take) a note(?: that| of|:)?|note(?: down)?(?: that|:)?|write (?:this |it )?down(?: that|:)?|i (?:need|have|want|ought) to|i must|i should)\b[:, ]*/i,
    /^(?:set|start|give me|make|put)?\s*(?:a|an|the|another)?\s*(?:timer|alarm|countdown)(?: for| of)?\b[:, ]*/i,
    /^(?:wake me(?: up)?|tell me|let me know|give me)(?= when\b|$)(?: when)?\s*/i,
    /^(?:put|add|get|stick) (?=.*\b(?:on|to) (?:my|the) (?:list|to-?dos?|tasks?)\b)/i,
    /\s*\b(?:on|to|onto) (?:my|the) (?:list|to-?do list|to-?dos?|tasks?)\b/i,
    /\s*\b(?:are|is) up\b/i,
    /[\s,]*\bplease\b[.!]*$/i,
  ],
  zh: [
    /^(?:请|麻烦|帮我|给我|你|好的?|那|再|可以|能不能|到时候?)+/,
    /^(?:别让我忘了|提醒我?(?:一下)?|记(?:得|住|一下|下来?)|做个?(?:笔记|记录)|备忘|我(?:需要|得|要|该|想)|要)[:：，,]?/,
    /(?:定|设|开|来)(?:一)?个?(?:闹钟|计时器?|倒计时|定时)?(?=$)|^(?:倒计时|计时器?|闹钟)$|^定(?:一)?个器?$/,
    /(?:闹钟|计时器?|倒计时)$/,
    /^(?:叫我|告诉我|叫醒我)$/,
    /^(?:往|在)?(?:我的)?(?:清单|待办)(?:里|上|中)?(?:加(?:上|入)?|添加|记(?:上|下)?|写上)?[:：，,]?|(?:加到|加进|放到|写到|添加到)(?:我的)?(?:清单|待办)(?:里|上|中)?$/,
    /^(?:加|添加|加上)(?=.)/,
    /(?:的时候)?(?:提醒我|叫我|告诉我)(?:一下)?[。.]?$/,
  ],
};

/** The words of an item, out of those that asked for it; empty where nothing is left. */
export function itemWords(words: string, language: Language): string {
  let rest = words.trim();
  for (const around of AROUND[language]) rest = rest.replace(around, '').trim();
  // Whoever asks to be reminded a second time in one breath, means it once.
  for (const around of AROUND[language].slice(0, 2)) rest = rest.replace(around, '').trim();
  return rest.replace(/^[\s,，。.:：、]+|[\s,，。.、!！]+$/g, '').slice(0, 300);
}
