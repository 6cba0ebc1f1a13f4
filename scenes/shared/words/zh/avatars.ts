import type { Words } from '../en.ts';

/** 角色页里的话。 */
export const avatars: Words['avatars'] = {
  panel: '形象能做什么',
  parts: { feelings: '表情', speech: '说话', gestures: '手势', gaze: '目光', body: '身体', portrait: '头像' },
  feelings: {
    presets: '一种心情', intensity: '强弱', slight: '微微', clear: '明显', full: '十足',
    plane: '愉快与激动', valence: '愉快', arousal: '激动', dominance: '有把握', content: '安然', mix: '自己调配', sum: '合起来最多占满一张脸。', shared: '合起来超过了一张脸，各自按比例让一让。',
  },
  speech: {
    sentence: '一句话', example: 'Hello, it is good to see you here today.', sentenceHelp: '目前只会英语。第一次要从这台服务器取声音，21 MB。',
    say: '说出来', stop: '停下', sound: '出声', shapes: '口型', closed: '闭着', opening: '幅度',
    shapesHelp: '说话用到的十五种口型，下面是各自对应的字母。',
  },
  gestures: {
    title: '手势', stop: '停下', strength: '幅度', posture: '姿态', postureHelp: '手势之间身体怎么放。',
    nod: '点头', shake: '摇头', tilt: '歪头', 'look-down': '低头', wave: '挥手', handshake: '握手', 'high-five': '击掌', bow: '鞠躬', clap: '轻轻鼓掌', 'hand-to-heart': '手放胸口',
    shrug: '耸肩', think: '思考', 'open-palms': '摊开双手', count: '数数', point: '指一指', 'lean-in': '身子前倾',
    postures: { neutral: '自然', open: '敞开', closed: '收着', 'leaning-in': '前倾' },
  },
  body: {
    poses: '静止姿势', none: '照常', 't-pose': '双臂平伸', 'arms-crossed': '双臂交叉', 'arms-up': '举起双臂', sitting: '坐着', walking: '走路',
    posesHelp: '可以从各个方向细看。做手势时，姿势会结束。',
    life: '生气', idle: '闲着时也轻轻动', idleHelp: '呼吸、挪一挪重心、看看别处。不改时跟随系统。',
    clip: '动作片段', clipHelp: '把 .vrma 文件拖到页面任何地方，或者打开一个。它盖过其他动作，只留在这台设备上。', open: '打开 .vrma 文件', playing: '正在播放 {{name}}。', stop: '停下', loop: '循环',
  },
  portrait: {
    title: '给表情拍一张', shows: '拍的是“表情”里选的样子：{{feeling}}。', strongest: '只能拍一种心情，取调配里最强的：{{feeling}}。',
    view: '从哪里看', front: '正面', 'three-quarter': '侧面', size: '尺寸', clear: '透明背景', ground: '背景',
    take: '拍一张', picture: '照片', alt: '{{name}} 的头像', save: '存为 PNG',
  },
  gaze: {
    whom: '看哪里', where: '方向', sideways: '左右', upDown: '上下',
    viewer: '看着你', viewerHelp: '你转动视角时，眼睛跟着镜头。', pointer: '跟着指针', pointerHelp: '眼睛跟着鼠标或手指。',
    ahead: '直视前方', aheadHelp: '无论你做什么。', aside: '朝一个方向', asideHelp: '在下面选。',
  },
  label: {
    title: '这是谁', who: '角色', more: '关于这个形象', file: '打开自己的 VRM 文件', own: '打开自己的 VRM',
    ownHelp: '也可以把文件拖到页面任何地方。只在本机读取，绝不上传。', licence: '许可：', noLicence: '文件里没有写',
    figures: 'VRM {{version}}，{{triangles}} 个三角形',
  },
  lacks: {
    title: '它缺什么', nothing: '它什么都能表现。', and: '、',
    emotion: { approximately: '{{names}}只能近似地表现', not: '表现不出{{names}}' },
    viseme: { approximately: '有些音的口型是近似的：{{names}}', not: '做不出这些音的口型：{{names}}' },
    blink: { approximately: '眨眼是近似的', not: '不会眨眼' },
    bone: { approximately: '没有单独的{{names}}，由旁边的部位代劳', not: '{{names}}动不了' },
    'look-at': { approximately: '眼睛不会动，看东西时转整个头', not: '不会看向任何地方' },
    springs: { approximately: '头发和衣服只会轻轻摆动', not: '头发和衣服不会摆动' },
    emotions: { happiness: '高兴', surprise: '惊讶', sadness: '难过', anger: '生气', disgust: '反感', fear: '害怕', contempt: '轻蔑' },
    bones: { neck: '脖子', chest: '胸部', leftShoulder: '左肩', rightShoulder: '右肩' },
  },
  view: { title: '视角', face: '看脸', upper: '看上半身', whole: '看全身', turnLeft: '向左转', turnRight: '向右转', reset: '回到正面' },
  drop: { title: '松手就打开', text: '.vrm 形象或 .vrma 动作。只在这台设备上读取，绝不上传。' },
  problems: {
    file: { title: '“{{title}}”不是能用的形象', text: '现在的形象保留。请选一个由形象编辑器导出的 .vrm 文件。' },
    missing: { title: '{{title}} 还没有来', text: '请运行“npm run assets”把文件放到这台服务器上，再选一次。台上的形象不变。' },
    motion: { title: '“{{title}}”放不了', text: '形象照旧。请选 .vrma 文件；想换形象就选 .vrm 文件。' },
    portrait: { title: '没能给 {{title}} 拍照', text: '换小一点的尺寸再试。其他照常。' },
    speech: { title: '这句话没能说出来', text: '请运行“npm run assets”把声音放到这台服务器上，再试一次。其他照常。' },
    'webgl-missing': { title: '画不出形象', text: '这个浏览器不能画三维画面。请打开硬件加速，再重新载入页面。' },
  },
};
