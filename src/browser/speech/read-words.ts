/** Abbreviations as they are said, wherever they stand. A dot after them ends no sentence. */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\bDr\.?(?=\s+\p{Lu})/gu, 'Doctor'], [/\bProf\.?(?=\s+\p{Lu})/gu, 'Professor'], [/\bMr\.?(?=\s+\p{Lu})/gu, 'Mister'], [/\bMrs\.?(?=\s+\p{Lu})/gu, 'Missus'], [/\bMs\.?(?=\s+\p{Lu})/gu, 'Miz'],
  [/\bSt\.(?=\s+\p{Lu})/gu, 'Saint'], [/(?<=\p{L}\s)St\.(?!\s+\p{Lu})/gu, 'Street'], [/(?<=\p{Lu}\p{Ll}+\s)Ave\b\.?/gu, 'Avenue'], [/(?<=\p{Lu}\p{Ll}+\s)Rd\b\.?/gu, 'Road'], [/\bMt\.(?=\s+\p{Lu})/gu, 'Mount'],
  [/\be\.g\.,?/gi, 'for example,'], [/\bi\.e\.,?/gi, 'that is,'], [/\betc\.(?=\s*[,;:!?)]|\s+\p{Ll})/gu, 'et cetera'], [/\betc\b/g, 'et cetera'], [/\bvs\b\.?/g, 'versus'], [/\bapprox\./g, 'approximately'],
  [/\bincl\./g, 'including'], [/\ba\.k\.a\./g, 'also known as'], [/\bNo\.\s?(?=\d)/g, 'number '], [/\bp\.\s?(?=\d)/g, 'page '], [/\bw\/o\b/g, 'without'], [/\bw\/(?=\s)/g, 'with'],
  [/\bPh\.?D\b\.?/g, 'P H D'], [/\bwi-?fi\b/gi, 'why fie'], [/\bASAP\b/g, 'as soon as possible'], [/\bOK\b/g, 'okay'],
];

/** A heart between two words stands for one; other emoji are seen, not said. */
const HEART = /(\p{L})\s*(?:[\u2764\u2665]\uFE0F?|<3)\s*(?=\p{L})/gu;
/** A smile of signs would be read as punctuation. */
const EMOTICON = /(^|\s)(?:[:;=][-'^]?[)(\]DPpOo/\\|3]+|<\/?3|[xX]D+|\^_*\^)(?=$|[\s.,!?])/g;

/** Addresses beyond this many parts are named by their site alone. */
const SAID_PARTS = 1;

/** Words that are written in capitals to be stressed rather than because they are names of letters. */
const SHOUTED = new Set((
  'so not very really never always all no yes stop please must need love hate now again everything nothing me you my your is are was do did can will have had only best worst huge big great '
  + 'amazing wonderful much too more most this that what why how who loved loving happy sorry thank thanks good bad right wrong every any one first last'
).split(' '));

/** Addresses, abbreviations, signs for words and shouted words as they are said. */
export function readWords(text: string): string {
  let said = text
    .replaceAll(/\bhttps?:\/\/(?:www\.)?([^\s/]+)([^\s]*?)(?=[.,;:!?)"']*(?:\s|$))/gi, (_, site: string, path: string) => `${dotted(site)}${pathOf(path)}`)
    .replaceAll(/\bwww\.([\w.-]+\w)(?:\/\S*\w)?/gi, (_, site: string) => dotted(site))
    .replaceAll(/\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, (address) => dotted(address.replace('@', ' at ')))
    .replaceAll(/\b([a-z][\w-]*)\.(com|org|net|io|dev|edu|gov|app|ai)\b/gi, '$1 dot $2')
    .replaceAll(/(^|\s)@(?=[A-Za-z])/g, '$1at ').replaceAll(/(^|\s)#(?=\d)/g, '$1number ').replaceAll(/(^|\s)#(?=\p{L})/gu, '$1hashtag ')
    .replaceAll(HEART, '$1 love ').replaceAll(EMOTICON, '$1');
  for (const [written, words] of SHORT) said = said.replaceAll(written, words);
  return said
    .replaceAll(/\b(and)\/(or)\b/gi, '$1 $2').replaceAll(/(\p{L}{2,})\/(?=\p{L}{2,})/gu, '$1 or ')
    .replaceAll(/\s*[\u2192\u2794\u27A1]\uFE0F?\s*|\s->\s/g, ', ').replaceAll(/\s\(|\s\[/g, ', ').replaceAll(/[)\]](?=\s+[\p{L}\p{N}])/gu, ',')
    .replaceAll(/\b[A-Z]{2,}\b/g, (word) => (/\p{Ll}/u.test(text) && SHOUTED.has(word.toLowerCase()) ? `*${word.toLowerCase()}*` : word));
}

function dotted(address: string): string {
  return address.replaceAll('.', ' dot ').replaceAll('_', ' underscore ').replaceAll('-', ' dash ').replace(/:\d+$/, '');
}

function pathOf(path: string): string {
  const parts = path.replace(/[?#].*$/, '').split('/').filter((part) => part !== '');
  return parts.length > 0 && parts.length <= SAID_PARTS && /^[a-z]{1,12}$/i.test(parts[0]!) ? `, slash ${parts[0]}` : '';
}
