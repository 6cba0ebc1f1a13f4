import type { Emotion } from '../../core/index.ts';

/** Emoji and emoticons by the emotion that they usually show. Our own table. */
const SHOWN: readonly (readonly [symbols: string, emotion: Emotion])[] = [
  ['😀 😃 😄 😁 😆 😅 🤣 😂 🙂 😊 😇 🥰 😍 🤩 😘 😗 😚 😙 😋 😛 😜 🤪 😝 🤗 🤭 😌 😎 🥳 🤠 😺 😸 😹 😻 😽 👍 👏 🙌 🎉 🎊 🥂 🍾 🎁 🎈 🏆 🥇 💪 ✨ 🌟 ⭐ 🌈 🌞 ☀ 🌸 🌻 🌹 💐 ❤ 🧡 💛 💚 💙 💜 🤎 🤍 💕 💞 💓 💗 💖 💘 💝 ♥ 💯 👌 🤝 🙏 🕺 💃 🥹 🫶 ☺ 🤞 🍀 🔥 💋 💌 🎂 🎶 🎵 🌺 🌼 🏅 🫰 🤟 🤘 👑 💎 🎆 🎇 🎀 😉', 'happiness'],
  ['😢 😭 😿 💔 😞 😔 🙁 ☹ 😓 😥 😩 😫 🥺 😪 😣 😖 🥀 ⚰ 🪦 😮‍💨 🫠 🌧 🥲 🫤 🤕 🤒 😷 🫥 🖤 🕯 🙍', 'sadness'],
  ['😠 😡 🤬 😤 👿 💢 😾 🖕 👊 👎 🤦 🗯 ⚡', 'anger'],
  ['😨 😰 😱 😧 😦 😟 😬 🫣 🙀 👻 😵 🆘 ⚠ 🚨 ☠ 👹 👺 🕷 🫨 🧟', 'fear'],
  ['🤢 🤮 🤧 💩 🪳 🐛 🪱', 'disgust'],
  ['😲 😮 😯 🤯 😳 ❗ ❕ ‼ ⁉ 🫢 👀 💥', 'surprise'],
  ['🙄 😏 😒 😼 🙃 🤡 🥱 🤨 🤷 💅 🤥', 'contempt'],
  ['😐 😑 😶 🤔', 'neutral'],
  [':) :-) :] =) (: ^^ ^_^ :D :-D =D xD XD ;) ;-) :P :-P :p <3 \\o/ :3 :o) :\')', 'happiness'],
  [':( :-( :[ =( :\'( ;( T_T ;_; </3', 'sadness'],
  ['>:( >:-( >:[ >_<', 'anger'],
  ['D:', 'fear'],
  [':O :o :-O :-o O_O o_O o_o O_o', 'surprise'],
  [':/ :-/ :\\ :-\\ -_-', 'contempt'],
  [':| :-|', 'neutral'],
];

export const EMOJI: ReadonlyMap<string, Emotion> = new Map(SHOWN.flatMap(([symbols, emotion]) =>
  symbols.split(' ').map((symbol) => [symbol, emotion] as const)));
