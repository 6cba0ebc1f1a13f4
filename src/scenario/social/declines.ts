import type { Language } from '../../core/index.ts';

const RATHER_NOT: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:(?:rather|prefer to|just|only|happy to|fine) (?:just |only )?(?:listen(?:ing)?|watch(?:ing)?|not(?: say)?)|(?:i(?:['’]ll| will)? )?pass\b|skip me|leave me out|not (?:now|today|me)|no,? thank(?:s| you)|nothing to (?:say|add)|don['’]?t (?:want|feel like)(?: to)?(?: (?:talk|say|speak)\w*)?|do not want to (?:talk|say|speak)\w*)/i,
  zh: /(?:我?(?:就|只|先)?(?:想)?(?:听着?|听听|看着?)(?:就好|就行|吧)|(?:先)?(?:跳过|略过)(?:我)?|不(?:想|太想)(?:说|讲|聊)|(?:暂时|现在)?不(?:说|讲)了?|不用(?:问|管)我|没(?:什么|啥)(?:要|可)?(?:说|讲|补充)的?|算了|不用了)/,
};
/** More than a few words are an answer, whatever else is in them. */
const LONGEST: Readonly<Record<Language, number>> = { en: 60, zh: 20 };

/** Whether somebody who was asked in would rather not speak. */
export function declines(text: string, language: Language): boolean {
  const plain = text.trim();
  return plain.length <= LONGEST[language] && RATHER_NOT[language].test(plain);
}
