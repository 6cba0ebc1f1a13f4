import type { Words } from '../en.ts';

/** 见面所依赖的各部分运行得怎样。 */
export const health: Words['health'] = {
  title: '运行情况',
  parts: { camera: '摄像头', face: '看表情', microphone: '麦克风', voice: '听语气', hearing: '听字句', text: '读文字', speech: '角色的声音', sound: '声音', picture: '画面' },
  conditions: { off: '关着', starting: '正在启动', running: '正常', restarting: '正在重启', degraded: '受限', failed: '停了' },
  restarts_one: '{{condition}}，重启过 {{count}} 次', restarts_other: '{{condition}}，重启过 {{count}} 次',
  again: '{{part}}停了一下，正在重新启动，其他照常。',
  waits: '{{part}}：{{why}}',
};
