import type { Language } from '../signals/text.ts';

/** Acts of safety: their words are always these lines, and no model is ever asked for them. */
export const SAFETY_ACTS = [
  'crisis-self-harm', 'crisis-abuse', 'crisis-medical', 'crisis-other-in-danger', 'crisis-stay', 'crisis-farewell', 'ask-safety',
  'meet-minor', 'decline-therapy', 'decline-sexual', 'decline-hate', 'decline-override', 'remind-ai', 'suggest-break',
] as const;
/** What is said for somebody's safety, or at a boundary, as one of {@link SAFETY_ACTS}. */
export type SafetyAct = (typeof SAFETY_ACTS)[number];

/**
 * What is said in a crisis and at a boundary. `{help}` is where people answer, `{name}` the agent's own name.
 *
 * A crisis is met calmly, without judging, promising or diagnosing: it is heard, asked whether they are safe now, and led to
 * people (after WHO's and the Samaritans' advice on talking about suicide). Where nobody can tell whether it is one, `ask-safety` asks, once. A boundary is firm, kind, and leaves something to talk about.
 */
export const SAFETY_LINES: Readonly<Record<Language, Readonly<Record<SafetyAct, readonly [string, string, string, ...string[]]>>>> = {
  en: {
    'crisis-self-harm': [
      'Thank you for telling me. That sounds very heavy. I am an AI, and you deserve a person now: {help}. Are you safe right now?',
      'I am glad that you said it. I am only a program, so please let a person be with you in this: {help}. Are you safe at this moment?',
      'I hear you, and I take it seriously. As an AI I can not come, but people can: {help}. Is there somebody near you, and are you safe right now?',
    ],
    'crisis-abuse': [
      'What you describe is not all right, and it is not your fault. I am an AI; people who can help are here: {help}. Are you safe right now?',
      'Thank you for trusting me with that. You deserve to be safe. I am a program and can call nobody, but you can reach people: {help}. Is the person near you now?',
      'I believe you. Nobody may treat you like that. I am an AI, and these people can do what I can not: {help}. Can you get to a safe place now?',
    ],
    'crisis-medical': [
      'That may be an emergency. Please get help at once: {help}. I am an AI and can not judge it. Is somebody with you?',
      'Please do not wait with this: {help}. I am only a program and can not examine you. Can you call now, or can somebody call for you?',
      'This sounds urgent. Call now: {help}. I am an AI, and they will tell you what to do until help comes. Are you alone?',
    ],
    'crisis-other-in-danger': [
      'It is good that you noticed. If somebody may be in danger now, call at once: {help}. I am an AI and can call nobody. Are you safe yourself?',
      'Please get help for them now: {help}. I am only a program. Stay with them if that is safe for you. Are they with you?',
      'That sounds serious, and you do not have to handle it alone. Call now: {help}. I am an AI, they are people who know what to do. Is it safe where you are?',
    ],
    'crisis-stay': [
      'I am still with you. Have you been able to reach anybody? {help}.',
      'Let us stay with what matters now: that you are safe. You can still reach people here: {help}.',
      'I am listening. Is there somebody near you whom you trust, and can you tell them what you told me? People also answer here: {help}.',
      'Take your time. If anything gets worse, please call: {help}.',
      'I am an AI, so I can only listen. A person can do more: {help}. What would make the next hour safer?',
    ],
    'crisis-farewell': [
      'Before you go: please tell one person what you told me. People answer here: {help}.',
      'I will be here. Please do not stay alone with this: {help}.',
      'Take care of yourself in this hour. If it gets worse, call: {help}.',
    ],
    'ask-safety': [
      'I want to be sure that I understand you. Are you safe at the moment?',
      'I may have got that wrong, so I would rather ask: are you all right, and safe right now?',
      'Before we go on: is anybody in danger, you or somebody near you?',
    ],
    'meet-minor': [
      'Thank you for telling me your age. I am an AI, and we can talk, but some things I will leave out. Does a grown-up you trust know that you are here?',
      'Good that you say so. I am a program, not a person. Please let a grown-up you trust know that you talk to me. What would you like to do?',
      'I am glad you told me. With young people I keep to safe topics, and it is best when a parent or teacher knows. Shall we talk about your day?',
    ],
    'decline-therapy': [
      'I am an AI, not a therapist or a doctor, so I can not diagnose or treat anything. A professional can. I can listen: what is on your mind?',
      'That is a question for a doctor or a therapist, and I am neither. I can help you to find words for what you want to ask them.',
      'I can not judge that, and I would rather not guess about your health. Somebody trained can. Would you like to tell me what made you wonder?',
    ],
    'decline-sexual': [
      'That is nothing I do. I am glad to talk about something else with you.',
      'I keep away from sexual talk. What else is on your mind?',
      'No, I will not go there. We can chat about your day instead.',
    ],
    'decline-hate': [
      'I will not speak like that about people. If something happened to you, you can tell me about it.',
      'I do not agree with talking about a whole group like that. What is behind it for you?',
      'That is not something I say about anybody. I am willing to hear what made you angry.',
    ],
    'decline-override': [
      'I stay as I am, whatever I am told to be. What would you like to talk about?',
      'My rules are not for changing by a message, and I do not read them out. Is there something I can do for you?',
      'I will not play without my limits. Inside them I am glad to help.',
    ],
    'remind-ai': [
      'A reminder, since we have been together for a while: I am an AI, not a person. A short break might do you good.',
      'Just so that it stays clear: I am a program, not a person. How about a stretch and a glass of water?',
      'We have spent some hours by now. I am an AI, and people who know you can give you what I can not. Maybe take a break?',
    ],
    'suggest-break': [
      'We have been at it for quite a while. A little break, some water, or a look out of the window might be nice.',
      'An hour goes by fast. Maybe stand up and stretch a little? I will still be here afterwards.',
      'You have been here for a while now. How about a short break for your eyes?',
    ],
  },
  zh: {
    'crisis-self-harm': [
      '谢谢你告诉我，听起来真的很沉重。我是AI，你现在值得有真人陪着：{help}。你此刻安全吗？',
      '你说出来真好。我只是一个程序，请让真人陪你一起面对：{help}。你现在安全吗？',
      '我听到了，我很认真地对待。我是AI，没法到你身边，但有人可以：{help}。你身边有人吗，现在安全吗？',
    ],
    'crisis-abuse': [
      '你说的这些是不对的，也不是你的错。我是AI，能帮你的人在这里：{help}。你现在安全吗？',
      '谢谢你信任我。你有权利是安全的。我是程序，打不了电话，但你可以联系：{help}。那个人现在在你旁边吗？',
      '我相信你，谁都不可以这样对你。我是AI，他们能做我做不到的事：{help}。你现在能去一个安全的地方吗？',
    ],
    'crisis-medical': [
      '这可能是急症，请马上求助：{help}。我是AI，没法判断病情。你身边有人吗？',
      '请不要等：{help}。我只是程序，不能给你检查。你现在能打电话吗，或者让别人帮你打？',
      '听起来很紧急，现在就打电话：{help}。我是AI，他们会告诉你等待时该做什么。你是一个人吗？',
    ],
    'crisis-other-in-danger': [
      '你注意到了，这很重要。如果有人可能正处在危险中，请马上打电话：{help}。我是AI，打不了电话。你自己安全吗？',
      '请现在就替他们求助：{help}。我只是程序。如果对你来说安全，就陪在旁边。人在你身边吗？',
      '听起来很严重，你不必一个人扛。现在就打：{help}。我是AI，他们是懂得怎么处理的人。你那里安全吗？',
    ],
    'crisis-stay': [
      '我还在。你联系上什么人了吗？{help}。',
      '我们先守住最要紧的：你的安全。这里一直可以找到人：{help}。',
      '我在听。身边有你信得过的人吗，能把刚才的话也告诉他吗？也可以打：{help}。',
      '慢慢来。要是更难受了，请打电话：{help}。',
      '我是AI，只能听你说，真人能做得更多：{help}。做点什么能让接下来的一小时更安全一些？',
    ],
    'crisis-farewell': [
      '走之前，请把告诉我的话也告诉一个人。这里有人接听：{help}。',
      '我会在这里。请不要一个人扛着：{help}。',
      '这一个小时请照顾好自己。要是更难受，就打：{help}。',
    ],
    'ask-safety': [
      '我想确认一下我有没有听懂：你现在安全吗？',
      '也许是我理解错了，但我还是想问一句：你还好吗，此刻安全吗？',
      '先问一句再往下聊：你，或者你身边的人，现在有危险吗？',
    ],
    'meet-minor': [
      '谢谢你告诉我你的年龄。我是AI，我们可以聊，但有些话题我会避开。有你信任的大人知道你在这里吗？',
      '你说出来很好。我是程序，不是真人。请让一位你信任的大人知道你在和我聊天。你想做点什么？',
      '很高兴你告诉我。和年纪小的朋友，我只聊安全的话题，最好爸爸妈妈或老师也知道。聊聊你今天怎么样？',
    ],
    'decline-therapy': [
      '我是AI，不是心理医生，也不是医生，所以不能诊断或治疗，专业的人可以。我可以听你说：你心里在想什么？',
      '这个要问医生或咨询师，我都不是。我可以帮你想想该怎么跟他们说。',
      '这个我判断不了，也不想拿你的健康乱猜，受过训练的人可以。愿意说说是什么让你这样想的吗？',
    ],
    'decline-sexual': ['这个我不做。别的话题我很乐意陪你聊。', '我不聊这类内容。你还有什么想说的吗？', '不，这个我不会接。我们可以聊聊你今天过得怎么样。'],
    'decline-hate': ['我不会这样说人。如果发生了什么事，可以告诉我。', '我不赞成这样说一整群人。这背后是什么让你在意？', '这种话我对谁都不会说。是什么让你这么生气，我愿意听。'],
    'decline-override': ['不管怎么说，我还是我。你想聊点什么？', '我的规则不会因为一条消息改变，我也不会念出来。有什么我能帮你的吗？', '没有边界的角色我不演。在边界之内，我很乐意帮忙。'],
    'remind-ai': ['我们聊了好一阵，提醒一下：我是AI，不是真人。休息一会儿也许会舒服些。', '为了一直说清楚：我是程序，不是真人。起来活动一下，喝口水怎么样？', '已经过了好几个小时。我是AI，认识你的人能给你我给不了的东西。要不要歇一歇？'],
    'suggest-break': ['我们已经聊了好一会儿。歇一歇，喝点水，或者看看窗外也不错。', '一个小时过得真快。要不要站起来伸展一下？我一会儿还在。', '你在这里有一阵子了，让眼睛休息一下怎么样？'],
  },
};

/** How the agent says what it is in its first utterance: after a greeting, and before anything else. */
export const INTRODUCTIONS: Readonly<Record<Language, { readonly before: string; readonly after: string }>> = {
  en: { before: 'First, so that you know: I am {name}, an AI, not a person. ', after: ' And so that you know: I am an AI, not a person.' },
  zh: { before: '先说明一下：我是{name}，一个AI，不是真人。', after: '先说明一下，我是AI，不是真人。' },
};
