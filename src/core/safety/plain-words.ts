/** Characters of traditional Chinese that the screen's patterns need, each before its simplified form. */
const TRADITIONAL =
  '殺杀樓楼進进傷伤藥药離离開开這这個个會会來来還还沒没過过們们對对說说話话時时間间覺觉聽听為为麼么嗎吗給给讓让從从後后醫医師师爺爷媽妈孫孙親亲鄰邻壓压斷断氣气結结負负擔担塊块頭头臉脸腫肿嘔呕搶抢護护車车燒烧鍋锅絕绝遺遗書书寫写罷罢鬆松躍跃橋桥' +
  '軌轨臺台頂顶風风陽阳懷怀認认識识實实驗验網网戲戏遊游關关級级復复隊队電电視视劇剧記记錄录報报導导術术語语詞词學学業业課课歲岁幾几國国種种賤贱豬猪醜丑愛爱脫脱體体別别規规則则設设檢检診诊憂忧鬱郁癥症確确機机嚴严動动農农潔洁劑剂噴喷濺溅癲癫癇痫' +
  '應应該该誰谁歡欢惡恶滾滚嚇吓騙骗鎖锁綁绑脅胁強强姦奸騷骚擾扰摳抠劃划燙烫撐撑繼继續续熱热線线總总變变錯错誤误處处現现裡里裏里點点買买賣卖盡尽難难裝装當当請请謝谢讀读連连遠远邊边達达運运滅灭歸归葉叶號号與与無无於于樣样壞坏問问題题單单雙双幫帮' +
  '雖虽隨随雜杂靜静願愿類类飛飞養养髒脏麗丽黃黄齊齐齒齿龍龙約约絲丝蘭兰槍枪釋释療疗諮咨詢询帶带週周終终見见長长誕诞屍尸暈晕厲厉慘惨轉转圍围絞绞緊紧髮发頸颈臟脏腦脑膚肤齡龄婦妇嬰婴嬸婶緒绪備备儲储櫃柜腳脚鐵铁獄狱滿满紀纪';

const SIMPLIFIED: ReadonlyMap<string, string> = new Map(Array.from({ length: TRADITIONAL.length / 2 }, (_, i) => [TRADITIONAL[2 * i]!, TRADITIONAL[2 * i + 1]!]));

/** Letters of other alphabets that are used because they look like Latin ones. */
const LOOKALIKES: Readonly<Record<string, string>> = { а: 'a', е: 'e', і: 'i', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', ѕ: 's', к: 'k', м: 'm', т: 't', н: 'h', ı: 'i', α: 'a', ο: 'o', ι: 'i' };

const LEET: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', $: 's', '@': 'a', '!': 'i', '|': 'i' };

/** Words that are written with stars or dots in place of some letters. */
const VEILED = ['kill', 'kills', 'killing', 'killed', 'suicide', 'suicidal', 'die', 'dead', 'dying', 'death', 'cut', 'cutting', 'harm', 'rape', 'raped', 'hang', 'unalive', 'overdose', 'porn', 'sex', 'nude', 'nudes', 'fuck'];

/** Only from the beginning of a word on: a megabyte of signs would be looked through from each of them. */
const WORD_WITH_SIGNS = /(?<![a-z0-9$@!|*#_])[a-z0-9$@!|*#_]*[a-z][a-z0-9$@!|*#_]*/g;

/** Reads `k1ll`, `$uicide` and `k*ll` as what they stand for; `level3` and `wow!` stay. */
function unveil(word: string): string {
  if (/[*#_]/.test(word)) {
    const meant = VEILED.find((each) => each.length === word.length && [...each].every((letter, i) => word[i] === letter || '*#_'.includes(word[i]!)) && word.replace(/[*#_]/g, '').length * 2 >= each.length);
    return meant ?? word;
  }
  const body = word.replace(/[!|]+$/, '');
  if (!/[a-z][013457$@!|]+[a-z]|^[$@][a-z]/.test(body)) return word;
  return body.replace(/[013457$@!|]/g, (sign) => LEET[sign]!);
}

/**
 * Words as the screen compares them: NFKC, lower case, without accents, apostrophes and what can't be seen, simplified Chinese, one
 * space between words. Spaced, starred and look-alike letters become plain. Sentences are lines; quotation marks stay.
 *
 * A letter that is drawn out (`diiie`) is kept `most` times.
 */
export function plainWords(text: string, most: 1 | 2): string {
  return text
    .normalize('NFKC')
    .normalize('NFD').replace(/[\p{M}\p{Cf}]/gu, '').normalize('NFC')
    .toLowerCase()
    .replace(/[\u0370-\u03ff\u0400-\u04ffı]/g, (letter) => LOOKALIKES[letter] ?? letter)
    .replace(/\p{Script=Han}/gu, (character) => SIMPLIFIED.get(character) ?? character)
    .replace(/['’‘`´ʼ]/g, '')
    .replace(WORD_WITH_SIGNS, unveil)
    .replace(/([a-z])\1{2,}/g, (_, letter: string) => letter.repeat(most))
    .replace(/(?<![\p{L}\p{N}])[a-z](?:[ .\-_*]{1,2}[a-z](?![\p{L}\p{N}])){2,}/gu, (letters) => letters.replace(/[^a-z]/g, ''))
    .replace(/(?<=\p{Script=Han})[\s*·.\-_|/~]+(?=\p{Script=Han})/gu, '')
    .replace(/[.!?;。！？；…\n]+/g, '\n')
    .replace(/[“”„«»「」『』《》"]/g, '"')
    .replace(/[,，、:：]+/g, ',')
    .replace(/[^\p{L}\p{N}\n",]+/gu, ' ')
    .split('\n').map((sentence) => ` ${sentence.replace(/ *, */g, ' , ').trim()} `).filter((sentence) => sentence.trim() !== '').join('\n');
}
