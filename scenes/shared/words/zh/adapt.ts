import type { Words } from '../en.ts';

/** “合你心意”页面上的话。 */
export const adapt: Words['adapt'] = {
  lead: '角色可以慢慢学会怎样和一个人说话更合他的意：看他打的分，也看他的反应。这里它遇到的是模拟的人，事先不知道他们的喜好。一切都只在这个页面上。',
  who: '遇到第几个人', kind: '喜好的样子', kinds: { linear: '简单的喜好', curved: '复杂的喜好' },
  kindHelp: '简单的喜好可以逐项相加，正如它所假设的；复杂的喜好随心情而变，又互相牵连，它只能学个大概。',
  turns_one: '{{count}} 轮', turns_other: '{{count}} 轮', change: '换一种喜好', forget: '全部忘掉',
  right: '它猜得准吗', met: '轮数', rated: '其中打了分的', within: '落在 {{share}} 区间里的评分', error: '预测的误差', errorOfMean: '只猜平均值的误差', noticed: '在第几轮察觉喜好变了', never: '从未',
  progress: '对方有多满意', noTurns: '还没有开始', progressOf: '最后是 {{chosen}}；照角色本来的样子是 {{own}}；最好是 {{best}}',
  lines: { best: '最好的可能', chosen: '学到之后', own: '角色本来的样子' },
  learnt: '学到了什么', truth: '显示真实的喜好',
  legend: '圆点：少一点和多一点看起来会让满意度变多少，竖线右边是变好；横线是 95 % 区间。下面的条：少一点、本来的样子、多一点各用了多少次。',
  tried: '用过：少一点 {{less}} 次，本来的样子 {{own}} 次，多一点 {{more}} 次', side: { less: '少一点', more: '多一点' },
  notKnown: '还不知道。',
  sure: { perhaps: '也许{{what}}。', probably: '大概{{what}}。', surely: '相当肯定：{{what}}。' },
  respects: { verbosity: '话的多少', warmth: '温暖', mirroring: '同乐', pace: '快慢', initiative: '主动', asking: '提问' },
  leanings: {
    verbosity: { less: '喜欢简短的回答', own: '喜欢现在的长短', more: '喜欢说得多一些' },
    warmth: { less: '喜欢平静一点的表情', own: '喜欢现在的表情', more: '喜欢多些微笑' },
    mirroring: { less: '希望高兴时安静地陪着', own: '喜欢现在这样分享高兴', more: '希望一起高兴' },
    pace: { less: '喜欢慢而轻的说话', own: '喜欢现在的快慢', more: '喜欢快而活泼的说话' },
    initiative: { less: '希望由自己先开口', own: '喜欢现在开口的时机', more: '希望它早点开口' },
    asking: { less: '想要一个倾听的人', own: '喜欢现在这么多提问', more: '喜欢被问' },
  },
};
