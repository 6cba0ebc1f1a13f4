/** Ways of writing that may heat an exchange or cool it, told by their words in English and Chinese. */
export const WORDINGS = {
  apology: /\b(?:sorry|apologi[sz]e|my (?:bad|fault|mistake)|forgive me)\b|对不起|抱歉|不好意思|是我的错|怪我/i,
  thanks: /\b(?:thanks|thank you|thx|appreciate (?:it|that|you))\b|谢谢|多谢|感谢|辛苦了/i,
  agreement: /\b(?:you(?:['’]re| are) right|good point|i agree|fair enough|makes sense|i see what you mean)\b|有道理|你说得对|同意|说得也是|明白你的意思/i,
  question: /[?？]\s*$/,
  laughter: /\b(?:ha(?:ha)+|lol|rofl|lmao)\b|哈哈|呵呵|嘻嘻|[😀😂🤣😄😅😁]/iu,
  accusation: /\byou (?:always|never|just|only|keep)\b|\b(?:your fault|because of you|what(?:['’]s| is) wrong with you)\b|你(?:总是|从来|就是|每次|凭什么)|都(?:是|怪)你/i,
  shouting: /[!！]{2,}|\b[A-Z]{4,}(?:\s+[A-Z]{3,})+\b/,
  invitation: /\b(?:shall we|let['’]?s|how about|why don['’]?t we|could we)\b|要不(?:要)?|不如|我们(?:可以|一起)|怎么样[?？]?$/i,
} as const satisfies Readonly<Record<string, RegExp>>;
/** A way of writing, one of {@link WORDINGS}. */
export type Wording = keyof typeof WORDINGS;

/** What chats are about, by the words that say so. A message may be about several, or none. */
const TOPICS = {
  meeting: /\b(?:meet(?:ing|up)?|appointment|schedule|calendar|tonight|tomorrow|weekend|o['’]?clock|when (?:do|shall|are) we)\b|见面|开会|约(?:在|好)?|今晚|明天|周末|几点|时间/i,
  money: /\b(?:pay(?:s|ing|ment)?|paid|money|cost(?:s)?|price|euros?|dollars?|bill|rent|refund|owe[sd]?|budget)\b|付款?|钱|费用|价格|账单|房租|报销|预算/i,
  tasks: /\b(?:task|deadline|due|done|finish(?:ed)?|todo|to-do|deliver|work on|take over|who does)\b|任务|截止|完成|做完|负责|进度|分工/i,
  decisions: /\b(?:decid(?:e|ed|ing)|decision|vote|choose|option|agree on|propos(?:e|al))\b|决定|投票|选择|方案|提议|同意/i,
  help: /\b(?:help|how do i|does anyone know|any idea|stuck|can someone|problem with)\b|帮忙|帮我|有人知道|怎么弄|求助|卡住/i,
  technology: /\b(?:bug|server|update|install|app|code|login|password|network|computer|phone|version)\b|程序|服务器|更新|安装|代码|登录|密码|网络|电脑|手机|版本/i,
  home: /\b(?:dishes|kitchen|clean(?:ing|ed)?|laundry|trash|garbage|noise|neighbou?rs?|shopping|groceries)\b|洗碗|厨房|打扫|卫生|垃圾|吵|邻居|买菜/i,
  food: /\b(?:dinner|lunch|breakfast|pizza|cook(?:ing|ed)?|restaurant|coffee|cake)\b|晚饭|午饭|早饭|做饭|餐厅|咖啡|蛋糕|吃/i,
  health: /\b(?:(?:sick|tired)(?! of)|ill|doctor|hospital|headache|sleep|flu|medicine)\b|生病|医生|医院|头疼|睡|累|感冒|药/i,
  fun: /\b(?:party|game|movie|film|concert|trip|holiday|vacation|photos?|birthday)\b|聚会|游戏|电影|演唱会|旅行|度假|照片|生日/i,
} as const satisfies Readonly<Record<string, RegExp>>;
/** What a message is about. */
export type ChatTopic = keyof typeof TOPICS;

const named = <Name extends string>(patterns: Readonly<Record<Name, RegExp>>) => (text: string): readonly Name[] => (Object.keys(patterns) as Name[]).filter((name) => patterns[name].test(text));

/** The ways in which a message is written. */
export const wordingsOf = named<Wording>(WORDINGS);
/** The topics of a message. */
export const chatTopicsOf = named<ChatTopic>(TOPICS);
