import type { Language } from '../../core/index.ts';

/**
 * What a reply may do for somebody, by words that do it: after Hill's helping skills and the support strategies of ESConv (Liu et al. 2021).
 * Written by hand; how much each counts is learnt.
 */
export const REPLY_CUES = [
  'regret', 'understanding', 'thanks', 'hardship', 'normality', 'presence', 'help', 'asking leave', 'hedging', 'warmth',
  'I', 'we', 'you', 'feelings', 'named feeling', 'telling', 'getting better', 'praise', 'care', 'instructions', 'opener',
] as const;
export type ReplyCue = (typeof REPLY_CUES)[number];

/** Patterns of English are written with plain apostrophes. */
export const CUE_PATTERNS: Readonly<Record<Language, Readonly<Record<ReplyCue, RegExp>>>> = {
  en: {
    regret: /\bsorry\b|\bsad to hear\b/gi,
    understanding: /\bunderstand(?!able)\w*|\bI (?:can )?(?:see|appreciate|realis|realiz|know|hear|imagine)\b|\bsounds? (?:like|as)\b/gi,
    thanks: /\bthank(?:s| you)\b|\bgrateful\b|\bappreciate\b/gi,
    hardship: /\b(?:difficult|hard|tough|painful|not easy|isn't easy|upsetting|challenging|rough|heavy|a lot)\b/gi,
    normality: /\b(?:normal|natural|understandable|ok(?:ay)? to|alright to|(?:not|n't) alone|makes sense|valid|reasonable|common)\b/gi,
    presence: /\bI(?:'m| am) (?:\w+ )?here\b|\bhere (?:for|to)\b|\bsupport\w*|\blisten\w*/gi,
    help: /\bhelp\w*/gi,
    'asking leave': /\b(?:(?:would|do|if) you(?: don't)? mind|may I|if I may|can I ask|could (?:you|I)|would you (?:be|like)|if you(?:'d| would)? (?:feel|like|want|prefer)|are you comfortable|if (?:that's|it's|that is|it is) ok\w*|if possible|feel free|please)\b/gi,
    hedging: /\b(?:maybe|perhaps|might|may|possibl[ey]|seems?|as if|as though|in some way|sort of)\b/gi,
    warmth: /\b(?:hope\w*|wish\w*|glad|great|wonderful|happy|pleased|lovely|good)\b/gi,
    I: /\b(?:I|I'\w+|my|me|myself)\b/gi,
    we: /\b(?:we|we'\w+|us|our|let's|together)\b/gi,
    you: /\b(?:you|you'\w+|your|yours|yourself)\b/gi,
    feelings: /\b(?:feel\w*|emotion\w*|moods?)\b/gi,
    'named feeling': /\b(?:sad\w*|angry|anger|anxi\w+|upset|worr\w+|hurt\w*|pain|negative|down|low|distress\w*|stress\w*|unhappy|lonel\w+|afraid|scared|nervous|frustrat\w+|joy|proud|excit\w+)\b/gi,
    telling: /\b(?:shar(?:e|ing)|tell(?:ing)?|open(?:ing|ed)? up|honest\w*|talk\w*)\b/gi,
    'getting better': /\b(?:better|improve\w*|relie\w+|overcome|cope|coping|through this|ease)\b/gi,
    praise: /\b(?:brave|courage\w*|strong|strength|well done|effort\w*|patien(?:t|ce)|doing (?:so |very |really )?well)\b/gi,
    care: /\b(?:car(?:e|ing)|safe|judg\w*|important|matters?|time|pace)\b/gi,
    instructions: /\b(?:recommend\w*|suggest\w*|try|press|click|select|choose|pick)\b/gi,
    opener: /^(?:ok(?:ay)?|right|so|ah|oh|i see|alright|now|well)\b/gi,
  },
  zh: {
    regret: /抱歉|对不起|遗憾|难过听到/g,
    understanding: /理解|明白|懂得?|我知道|我能(?:感|想)|体会|想象|听起来/g,
    thanks: /谢谢|感谢|感激/g,
    hardship: /困难|艰难|不容易|很难|难受|痛苦|挑战|不好受|沉重|辛苦/g,
    normality: /正常|自然|可以理解|没关系|不是一个人|并不孤单|合理|常见/g,
    presence: /我(?:会|都|一直|就)*在(?:这里|这儿)?|陪|支持|倾听|听你说/g,
    help: /帮/g,
    'asking leave': /介意|方便|如果(?:你|您)?(?:愿意|可以|不|想|觉得)|可以(?:告诉|问|请)|能否|能不能|可否|是否愿意|愿意|请问|请/g,
    hedging: /也许|可能|或许|似乎|好像|有点|一些/g,
    warmth: /希望|祝|高兴|开心|很好|太好|美好|乐意/g,
    I: /我(?!们)/g,
    we: /我们|咱们|一起/g,
    you: /[你您]/g,
    feelings: /感觉|感受|情绪|心情|感到|觉得/g,
    'named feeling': /悲伤|伤心|难过|愤怒|生气|焦虑|不安|沮丧|担心|害怕|痛苦|消极|负面|压力|不开心|孤单|孤独|紧张|骄傲|激动/g,
    telling: /分享|告诉|坦诚|诚实|倾诉|聊|说说/g,
    'getting better': /更好|好转|改善|好一些|好一点|好受|缓解|克服|应对|度过/g,
    praise: /勇敢|勇气|坚强|做得(?:很|真)?好|努力|耐心/g,
    care: /关心|在乎|安全|评判|评价|重要|慢慢|不急/g,
    instructions: /推荐|建议|尝试|试试|点击|按下?|选择/g,
    opener: /^(?:好的?|嗯|哦|啊|那么|所以|现在|是的)/g,
  },
};
