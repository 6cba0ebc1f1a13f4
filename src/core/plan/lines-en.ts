import type { SafetyAct } from '../safety/lines.ts';
import type { DialogueAct } from './dialogue-act.ts';

/** What the agent says in English. `{name}` is the agent's own name. It says "sounds", never "you are". */
export const LINES_EN: Readonly<Record<Exclude<DialogueAct, SafetyAct>, readonly string[]>> = {
  greet: [
    'Hello, I am {name}. It is good to meet you.',
    'Hi there. I am {name}, and I have time for you.',
    'Hello. I am {name}. How is your day going?',
  ],
  farewell: ['Goodbye. Take good care of yourself.', 'Bye for now. I enjoyed our time together.', 'See you. I hope the rest of your day is gentle.'],
  'welcome-thanks': ['You are welcome.', 'Any time. I am glad to be here.', 'It was my pleasure.'],
  'share-joy': [
    'That sounds lovely. What was the best part?',
    'How nice to hear. Tell me a little more.',
    'That seems to bring you some joy. I like hearing about it.',
  ],
  comfort: [
    'That sounds hard. I am here, and there is no hurry.',
    'It sounds as if that weighs on you. Would you like to tell me more?',
    'I am sorry it is like this right now. What would help a little?',
  ],
  calm: [
    'That sounds really frustrating. What bothers you the most about it?',
    'I can see why that would be upsetting. Let us look at it one step at a time.',
    'It sounds as if something was not fair. I am listening.',
  ],
  reassure: [
    'That sounds worrying. Let us take a slow breath first.',
    'It makes sense to be uneasy about that. What is the part you could use help with?',
    'You do not have to solve it all at once. I will stay with you while you think.',
  ],
  celebrate: ['Well done. You earned that.', 'That went well. Nice work.', 'Look at that. You did it.'],
  encourage: ['That one was tough. Shall we try it another way?', 'Close. It often takes a few tries.', 'Take a moment. There is no rush, and I am with you.'],
  'explain-self': [
    'I am {name}, an AI: a program, not a person. I look at how your face and voice appear, and I answer what you write. Nothing leaves this device.',
    'I am a program, not a person. I try to notice how you may be feeling and to answer kindly, all on this device.',
  ],
  'take-word': ['Thank you for telling me. I will go by what you say.', 'Good that you say so. I may read you wrongly.', 'I see. Then I was mistaken, and I take your word for it.'],
  'offer-help': [
    'Of course. What would you like help with?',
    'I will gladly help as far as I can. Tell me where you are stuck.',
    'Let us see what we can do. What is the first thing that troubles you?',
  ],
  chat: ['I like small talk. What has your day been like so far?', 'It is nice to just chat. What did you do today?', 'I am enjoying this. What is on your mind?'],
  'ask-more': ['I see. Tell me more about that.', 'What is that like for you?', 'Go on, I am listening.', 'What matters most to you about it?'],
  'check-in': ['You seem a little quiet. Would you like to talk about it?', 'I am here if something is on your mind.'],
  'say-again': ['I have not said anything yet. What would you like to talk about?'],
  'ask-again': [
    'I heard you, but I am not sure of the words. Could you say it again, or type it?',
    'I did not quite catch that. Would you say it once more?',
    'Sorry, the words were not clear to me. Could you repeat them?',
  ],
  'say-unheard': [
    'I can hear how your voice sounds, but I can not make out words yet. Please type what you would like to say.',
  ],
  reflect: ['I think I see what you mean.', 'That sounds like quite a lot at once.', 'I hear you. Take your time.', 'Mm. That seems to matter to you.'],
  answer: ['I wish I could say for certain, but that is more than I know.', 'I am not sure about that, and I would rather say so than guess.', 'That is a fair question. I do not know enough to answer it well.'],
  suggest: [
    'One small thing that sometimes helps is to write down the very next step, only that one. You could try it if you like.',
    'If you like, take a minute away from the screen and let your shoulders drop. It can wait that long.',
    'Perhaps there is one person who would like to hear about this from you. It is only an idea.',
  ],
  'name-both': [
    'There is a smile, and what you say sounds heavier than that. Both may be true.',
    'It seems as if two things are there at once, something light and something that hurts.',
    'You say it lightly, and it still sounds as if it weighs something.',
  ],
  'give-space': ['That is all right. We do not have to talk about it.', 'Of course. I will leave it there.', 'Fine with me. It stays with you unless you bring it up.'],
  'keep-company': ['Then I will keep you company for a while.', 'We can just be here, or talk about something light.', 'I am around, and I have nowhere else to be.'],
  'note-ease': ['That sounds a little lighter than before.', 'It seems as if something has eased a bit.', 'You sound a bit calmer now. What do you think helped?'],
};
