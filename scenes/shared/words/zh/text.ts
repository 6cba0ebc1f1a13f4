import type { Words } from '../en.ts';

/** 文字页里的话。 */
export const text: Words['text'] = {
  lead: '文字看起来怎样、想要什么，是哪些词在说话。',
  stays: '写下的、打开的都只在这个页面里，不保存，也不发送。',
  tabs: { lines: '几行字', table: '一个文件' },
  status: { nothing: '什么也没在读', reading: '正在读', kept: '只在这个页面里' },
  deleteHelp: '忘掉页面上的所有文字和意图',
  pages: { page: '第 {{page}} 页', first: '第一页', last: '最后一页', next: '下一页', previous: '上一页' },
  lines: {
    title: '读到了什么', label: '你的文字', help: '一行算一段，边写边读。', placeholder: '在这里写，或者粘贴',
    examples: { en: '英文例句', zh: '中文例句' }, empty: '还没有写什么。在上面写一行，或者用例句试试。',
    reading: '正在读', unread: '没有读', leftOut: '这里只读前 {{most}} 行，还有 {{count}} 行没有读。放进文件就能全部读完。',
  },
  appears: {
    one: '这段文字看起来{{word}}{{names}}，{{share}}。', several: '这段文字看起来可能{{names}}，从字面上还分不清。', unknown: '能说明心情的词太少。',
  },
  intent: '像是{{intent}}',
  languages: { en: '英语', zh: '中文' },
  poles: { valence: { low: '不愉快', high: '愉快' }, arousal: { low: '平静', high: '激动' }, dominance: { low: '不知所措', high: '有把握' } },
  details: {
    toggle: '数值', axes: '三个维度', how: '怎么读的', language: '语言', model: '模型', known: '认得的词', read: '读了多少字', readOf: '{{length}} 字中的 {{read}} 字',
    cut: '只读了前 4000 个字符。更长的请分成几行。',
  },
  evidence: {
    title: '哪些词起了作用', none: '没有哪个词特别突出。', for: '支持“{{emotion}}”，几率 × {{factor}}', against: '不支持“{{emotion}}”，几率 × {{factor}}',
    legend: '词下面的实线：支持这个结果，越粗越强。点线：不支持。',
  },
  labels: {
    title: '更细的标签', none: '28 个标签都还不够肯定。', missing: '28 个更细的标签只学过英语。',
    names: {
      admiration: '钦佩', amusement: '好笑', anger: '愤怒', annoyance: '烦恼', approval: '赞同', caring: '关心', confusion: '困惑', curiosity: '好奇', desire: '渴望',
      disappointment: '失望', disapproval: '不赞同', disgust: '厌恶', embarrassment: '尴尬', excitement: '兴奋', fear: '恐惧', gratitude: '感激', grief: '悲痛', joy: '喜悦',
      love: '喜爱', nervousness: '紧张', optimism: '乐观', pride: '自豪', realization: '恍然', relief: '松一口气', remorse: '懊悔', sadness: '悲伤', surprise: '惊讶', neutral: '平静',
    },
  },
  clauses: { title: '分开来看' },
  models: {
    title: '谁在读', light: '小模型', full: '大模型', loading: '正在取模型',
    reads: { nothing: '有了第一段文字才去取模型。', light: '小模型在读英语和中文。', full: '大模型读英语，小模型读中文。' },
  },
  own: {
    title: '自己的意图', help: '给要找的意图起个名字，再写几句别人会怎么说。每段文字都会拿来比一比。',
    add: '添加意图', example: '用客服的例子', name: '名称', examples: '例句，一行一句', remove: '去掉“{{name}}”', one: '你的意图：{{name}}，{{share}}', none: '不是你的意图',
    states: { none: '', incomplete: '每个意图要有各自的名称，至少两个例句。', learning: '正在学', learnt: '学会了，每段文字都会找一找。', failed: '没学成，请看上面的提示。' },
  },
  table: {
    title: '一个文件里的文字', help: '把 CSV、TSV 或 TXT 文件拖到页面任何地方，或者选一个。表格要有一列文字，也可以有“lang”一列（en 或 zh）；其他列会原样留在导出的文件里。',
    size: '谁来读文件', sizes: { best: '最好的模型', small: '只用小模型' }, column: '文字在哪一列',
    about: {
      best: '英语由大模型读，更准，但一句话大约要花二十倍的时间。中文都由小模型读。',
      small: '小模型一秒钟能读几千句，准确度略低，主要差在英语的愉快程度上。',
    },
    choose: '选择文件', cancel: '取消', progress: '文件读到哪里了', done: '{{total}} 行中的 {{done}} 行', begins: '正在开始', left: '大约还要 {{time}}',
    states: { empty: '', opening: '正在打开', reading: '', read: '读完了，用时 {{time}}', cancelled: '停下了。读过的还在。', failed: '' },
    foreign: '有 {{count}} 行既不是英语也不是中文，没有读。',
    failed: '这个文件没有读', quoted: '“{{column}}”',
    failures: {
      'too-large': '文件超过 {{megabytes}} MB，内存放不下。请分成小一些的文件。', 'too-many': '超过 {{rows}} 行。请分成小一些的文件。',
      'not-utf8': '文件不是 UTF-8 编码。请在表格软件里存为“CSV UTF-8”，再选一次。', empty: '里面没有文字。请换一个文件。',
      unreadable: '打不开。请再选一次；还不行就先复制到别的文件夹。',
      malformed: '第 {{line}} 行附近有引号没有合上。请改好这一行，或者从表格软件重新保存。',
      'no-text': '没有哪一列像是文字，只有{{columns}}。请把文字那一列改名为“text”，再选一次。',
    },
  },
  summary: {
    title: '合起来看', bars: '按最可能的情绪，各有多少段', read: '读了多少段', unknown: '未知的占比', valence: '平均愉快度', interval: '{{mean}}（95 %：{{low}} 到 {{high}}，{{n}} 段）',
    full: '大模型和小模型', models: '{{full}} 和 {{light}}',
  },
  rows: { title: '一行行看', number: '行', text: '文字', appears: '看起来', intent: '意图', open: '第 {{row}} 行的数值' },
  export: { csv: 'CSV', json: 'JSON' },
  drop: { title: '松手就读', text: 'CSV、TSV 或 TXT。只在这台设备上读取，绝不上传。' },
};
