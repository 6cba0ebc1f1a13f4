import type { Words } from '../en.ts';

/** “你自己的表达”页面上的话。 */
export const collect: Words['collect'] = {
  consent: {
    title: '开始之前',
    what: '如果你允许，每次按下录制，这个页面会用几秒钟测量你的脸怎样动、声音是什么样子，再由你说那表现的是什么。',
    why: '有了几十个你自己的标注，它就能学会你是怎样表达的，角色也就少看错你。',
    choose: '可以用哪些？',
    microphoneHelp: '你的声音是什么样子。说了什么，不会去听写。',
    wordsHelp: '把你写的话和它的数值放在一起，好让别人也能判断。不然只留下数值。',
  },
  lead: '录几秒，说说那表现的是什么，然后再来一次。只留下数值，不留照片和声音。它们只在这个页面里，直到你保存、删除或者关掉它。',
  senses: { face: '脸', voice: '声音', text: '文字' },
  free: '随意', person: '第 {{letter}} 位',
  capture: {
    title: '录制', which: '录什么', prompt: '表达什么', text: '你会写的话', read: '读一读', record_one: '录 {{count}} 秒', record_other: '录 {{count}} 秒',
    open: { face: '打开摄像头', voice: '打开麦克风' },
    now: { face: '正在录你的脸，请保持一下。', voice: '正在录你的声音，请说话。', text: '正在读。' },
  },
  asks: {
    free: { face: '随便做个表情，或者什么也不做。', voice: '随便说点什么，用什么语气都行。', text: '随便写点什么，就像写给朋友那样。' },
    face: '做一个表情，就像{{scene}}。', voice: '说“包裹在桌子上”，就像{{scene}}。', text: '写一句你会写的话，就像{{scene}}。',
  },
  scenes: {
    neutral: '没有什么特别的事', happiness: '想念已久的朋友就站在门口', surprise: '所有的灯一下子全灭了', sadness: '心爱的东西没有了',
    anger: '又有人插到你前面', disgust: '牛奶喝下去才发现酸了', fear: '黑黑的地下室里有东西在动', contempt: '有人拿别人做的事来吹嘘',
  },
  label: {
    title: '那表现的是什么？', category: '看起来', untold: '说不清', intensity: '表现得有多强', tell: '也说说我当时的感受', felt: '我觉得', feltIntensity: '感受有多强',
    keep: '留下', discard: '不要了', unusable: '这一段没法拿来学',
  },
  faults: {
    'not-finite': '里面有测不出来的数。', unseen: '看到或听到的太少。请看着摄像头，或者多说一会儿。', 'too-short': '太短了。',
    poor: '看得或听得不够清楚。光亮一点，或者安静一点，也许会好些。', duplicate: '和前面的一段一样。', unlabelled: '还没有人说它表现的是什么。',
  },
  episodes: {
    title_one: '{{count}} 段', title_other: '{{count}} 段', help: '标注说它表现的是什么，以及它被读成什么。换了人，就换一个字母。', list: '所有片段，新的在前', person: '录的是谁',
    none: '还没有。', unlabelled: '没有标注', read: '读成{{emotion}}', unread: '没有读出来', unusual: '对这个人来说不寻常：{{what}}。仍然保留。', remove: '删除 {{id}}',
  },
  voice: { loudness: '响度', pitch: '音高', range: '音高的范围', semitones: '个半音' },
  raters: {
    title: '再听一个人的看法', who: '由谁判断', help: '由另一个人判断同样的片段：换一个顺序，也看不到前面是怎么说的。脸是照着数值画出来的；写下的话只有留下了才看得到。',
    nothing: '还没有可以判断的。', done: '能给这位看的都判断过了。', next: '下一个', voice: '没有留下声音。当时听到了就判断，不然就说“说不清”。', drawing: '照着各处动了多少画出来的一张脸',
  },
  agreement: { title: '大家的看法有多一致', units: '至少两个人判断过的片段', category: '表现的是什么（alpha，95 %）', intensity: '有多强（alpha，95 %）', help: '1 是完全一致，0 和碰运气一样。通常要求 0.8，情绪很少能到。' },
  adapt: {
    title: '让它更懂我', help: '同一类至少 {{least}} 个标注，要学的每种情绪至少四个。只有在留出来的标注上读得更准，才会用它。',
    labels_one: '{{count}} 个标注', labels_other: '{{count}} 个标注', do: '让它更懂我', is: '它已经按你的样子来读了，是这次或以前学的。', asItWas: '还是像读别人那样读我', inUse: '按你自己的标注来读：{{senses}}。',
  },
  verdicts: {
    'too-few': '标注太少：能用的有 {{labels}} 个，需要 {{least}} 个。每种情绪要四个，而且至少要有两种。',
    'no-better': '什么都没有改。在留出来的标注上并没有更准：原来错 {{before}}，用了之后错 {{after}}。',
    chance: '什么都没有改。在留出来的标注上，错的从 {{before}} 变成 {{after}}，但这也可能是碰巧。多一些标注也许能看出来。',
    accepted: '从现在起，在这台设备的“会客室”里就这样读你。在留出来的标注（{{emotions}}）上，现在错 {{after}}，以前错 {{before}}。',
  },
  folder: { title: '带走', help: '一个装着 JSON 行的 zip，没有名字、日期、照片和声音。“npm run train” 可以直接用它。', save: '存成文件夹', open: '打开文件夹' },
};
