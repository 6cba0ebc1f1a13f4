import type { Words } from '../en.ts';
import type { study as english } from '../en/study.ts';

/** 研究用的话：研究者的工作台，和结束时的问卷。 */
export const study: Pick<Words, keyof typeof english> = {
  desk: {
    title: '研究者工作台', lead: '选择角色接下来做什么。玩家在同一浏览器的另一个标签页里，看不到这里。',
    waiting: '还没有人见面', waitingHelp: '在同一浏览器的另一个标签页里打开试玩页，然后开始。', open: '打开见面页', over: '见面结束了。',
    decide: '由我决定', decideHelp: '角色照常倾听和注视，等你来选。遇到危机，它会自己回应。',
    agentDecides: '{{name}} 自己决定。接手之后由你来选。',
    awaits: '有一句话在等你选择', player: { speaks: '玩家在说话', silent: '玩家没在说话' }, agent: { speaks: '{{name}} 在说话', seeks: '{{name}} 正要说话', silent: '{{name}} 没在说话' },
    appears: '看起来{{emotion}}', unknown: '还不知道玩家看起来怎样',
    crisis: '可能有危险', crisisHelp: '角色会自己回应，只说与安全有关的话。请先照看玩家，研究放在后面。', crisisOver: '已经有人陪着，或者其实没有危险',
    conversation: '对话', chosen: '所选', empty: '还没有人说话。',
    choice: '接下来', groups: { attend: '陪着', explore: '了解', comfort: '安慰', act: '行动', safety: '安全' }, act: '做什么', skill: '怎么做',
    skills: { question: '提问', restatement: '复述', reflection: '说出感受', 'self-disclosure': '说一点自己', affirmation: '肯定', suggestion: '建议', information: '告知', other: '直接说' },
    lines: '写好的话', linesHelp: '点一句就用它，也可以再改。', seeking: '正在找',
    words: '说的话', wordsHelp: '留空就照常找话。你自己写的话会像语言模型的话一样先过筛。', fixed: '这件事用专门写好的话来说。',
    onlySafety: '可能有危险的时候，只能说“安全”里的话。',
    say: '就这么说', refused: '没有说出去',
  },
  pets: {
    invite: '这是一项研究的一部分。愿意的话，请对十句关于这次见面的短句作答。', open: '去作答', title: '你觉得怎么样？',
    ask: '请回想刚才的见面。“The system” 指的就是这个角色。拖动滑块表示你有多同意，不想答的可以空着。', done: '完成', leave: '不答了', given: '已答 {{given}}／{{all}}',
    unanswered: '未作答', english: '这份量表只有经过验证的英文版和德文版，没有已发表的中文版，所以题目保持英文原文。', thanks: '谢谢。你的回答和记录放在一起，只留在这个页面里。', save: '保存回答',
  },
};
