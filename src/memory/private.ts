/** What is never remembered of the player's words, whatever else a message says. */

/** Health: kept only where the player asks for it to be. */
const HEALTH = [
  /\b(?:ill|illness\w*|sick|sickness|disease\w*|diagnos\w*|doctors?|nurse|hospital\w*|clinic\w*|surger\w*|operation|medic(?:ation|ine|al)\w*|meds|pills?|therap\w*|psych\w*|counsel\w*|depress\w*|anxiety|panic attacks?|adhd|autis\w*|bipolar|cancer|tumou?r|chemo\w*|diabet\w*|asthma\w*|allerg\w*|pregnan\w*|miscarr\w*|abortion|migraine\w*|disab\w*|anorex\w*|bulimi\w*|eating disorder|blood|symptom\w*|vaccin\w*|insomnia|addict\w*|alcoholic|rehab)\b/i,
  /生病|得病|病了|病情|疾病|诊断|医生|医院|门诊|手术|吃药|药物|药片|治疗|抑郁|焦虑症|恐慌|癌|肿瘤|化疗|糖尿病|哮喘|过敏|怀孕|流产|堕胎|偏头痛|残疾|残障|厌食|暴食|验血|抽血|症状|疫苗|失眠|上瘾|酗酒|自闭|多动/,
];

/** The other special categories of Article 9 GDPR, crimes (Article 10), and what opens accounts or finds somebody. */
const OTHERS = [
  /\b(?:church\w*|mosque|synagogue|muslims?|islam\w*|christian\w*|catholic\w*|jew(?:s|ish)?|hindu\w*|buddhis\w*|atheis\w*|religio\w*|pray\w*|politic\w*|elections?|vote[ds]?|voting|democrats?|republicans?|communis\w*|socialis\w*|conservatives?|trade union|union member|strike|ethnic\w*|immigrants?|refugees?|asylum|skin colou?r|gay|lesbian|bisexual|queer|trans(?:gender)?|non-?binary|sex|sexual\w*|arrested|prison|jail|convict\w*|password|passcode|credit card|bank account|my address|e-?mail|phone number)\b/i,
  /教堂|教会|清真寺|寺庙|基督|天主教|佛教|穆斯林|伊斯兰|信教|宗教|祷告|政治|政党|党员|选举|投票|工会|民族|种族|移民|难民|同性恋|双性恋|跨性别|出柜|性取向|性生活|被捕|坐牢|监狱|判刑|密码|信用卡|银行卡|身份证|住址|邮箱|电话号码|手机号/,
  /\d{5,}/,
];

/** Whether a message speaks of something that is left out. @param asked the player asked for it to be remembered */
export function isPrivate(text: string, asked: boolean): boolean {
  return OTHERS.some((words) => words.test(text)) || (!asked && HEALTH.some((words) => words.test(text)));
}
