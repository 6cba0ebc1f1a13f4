import type { TalkIntent } from './talk-intent.ts';

/**
 * What people say in a conversation, by what they want with it. Our own sentences: most were written before
 * tests/sets/intents-talk.csv was read, the last ones of each intent after its dev half was.
 */
export const TALK_EN: Readonly<Record<TalkIntent, readonly string[]>> = {
  greeting: [
    'Hello', 'Hi there!', 'Hey', 'Good morning', 'Good evening, everyone', 'Good afternoon', 'Hi, nice to meet you', 'Hello again',
    "Hey, I'm back", 'Howdy', 'Greetings', 'Hiya!', 'Hello, is anybody there?', 'Hey you', 'Morning!', 'Hi, good to see you', 'Yo',
    'Hello, my name is Sam', "Hey hey, it's me again", 'Well hello there',
    'Hey, long time no see', 'Oh hi, I did not notice you',
  ],
  farewell: [
    'Bye', 'Goodbye', 'See you later', 'Good night', 'I have to go now', 'Talk to you tomorrow', 'See you next time', 'Take care', 'Bye bye, sleep well',
    "I'm off to bed", "That's all for today, bye", 'Catch you later', 'Until tomorrow then', "I'm leaving now", 'So long', 'Have a nice evening, bye',
    'I need to log off', 'Got to run, talk soon', "Let's stop here for today", 'Farewell, my friend',
  ],
  thanks: [
    'Thanks', 'Thank you so much', 'Thanks a lot, that helped', 'I really appreciate it', 'Many thanks for your time', 'Cheers, mate', 'Thank you for listening',
    "That's very kind of you", "You've been a great help", 'Much obliged', 'thx', 'Thanks for explaining that', "I'm grateful for your help", 'Ta very much',
    "Perfect, that's exactly what I needed, thanks", 'I owe you one', 'Thank you, you are the best', 'Thanks for being there for me', 'How kind, thank you', 'Wonderful, thanks again',
    'Bless you for that', 'That was so nice of you',
  ],
  help: [
    'Can you help me?', 'I need some help', 'How do I do this?', "I'm stuck, what should I do?", 'Please help', 'Could you give me a hand with this?', "I don't know how this works",
    'Show me how to begin', 'What do I have to press?', 'Can you explain how to save?', 'Help me find the exit', 'How can I change the settings?', "I can't figure this out",
    'Would you walk me through it?', 'I need advice', 'Where do I start?', 'Could you assist me, please?', 'Give me a hint', "I don't understand what to do next", 'Is there somebody who can help me with this?',
    'How do I get to the next level?', 'Can you tell me how to fix it?',
    'I am stuck on this riddle', 'I am locked out of my house', 'Could you check this text for me?', 'I need somebody to explain this letter to me', 'I tried everything, what else can I do?',
  ],
  complaint: [
    "This doesn't work", 'I want my money back', 'This is unacceptable', 'I want to make a complaint', 'Your service is terrible', "It's broken again", 'I have been waiting for an hour',
    'Nothing works here', 'You are not listening to me', 'That was the wrong answer again', 'This game keeps crashing', "I'm fed up with your mistakes", 'Why is this so slow? It is useless',
    'The order arrived damaged', 'I was charged twice and nobody answers', 'This is a waste of time', 'You keep giving me the same stupid answer', 'The sound is awful and it freezes all the time',
    "I'd like to speak to your manager", 'That is not what I asked for', 'I am very disappointed with this product', 'It stopped working after one day',
    'This is the second time that it went wrong', 'Your page is a mess', 'The room was dirty when we came', 'They were rude to me on the phone', 'We waited all evening and nobody came',
  ],
  repeat: [
    'Can you say that again?', 'Please repeat that', 'Sorry, what did you say?', "I didn't hear you", 'Pardon?', 'Come again?', 'Could you repeat the last part?', 'Say it once more, please',
    "I didn't catch that", 'What was that?', 'Sorry, I missed that', 'One more time please', 'Could you say it more slowly?', 'Excuse me, what did you just say?', 'Repeat your question',
    'I could not understand you, again please', "You spoke too fast, I didn't get it", 'Tell me that again', 'Huh, what?', 'Can you read that out again?',
    'Hold on, start again from the top', 'Go back a bit, please', 'And once more from the beginning',
  ],
  'small-talk': [
    'How are you?', "What's up?", "How's it going?", 'Nice weather today', 'Tell me a joke', "Let's chat a bit", 'How was your day?', 'What did you do this weekend?', 'Did you sleep well?',
    "It's really hot today, isn't it?", 'Do you have any plans for tonight?', 'Seen any good films lately?', 'Tell me something interesting', "What's new with you?", 'Can we talk about something else?',
    'Do you like pizza?', 'How do you do?', "I'm bored, entertain me", 'Looks like rain again', 'Did you watch the match last night?', 'Tell me a story',
    'So we meet again, you and me', 'It is very quiet in here today', 'The weekend went by so fast', 'Monday again already', 'The shops are so crowded at the moment',
  ],
  'about-agent': [
    'Who are you?', 'What are you?', 'What is your name?', 'Are you a robot?', 'Are you a real person?', 'What can you do?', 'How old are you?', 'Where do you come from?', 'Who made you?',
    'Do you have feelings?', 'Are you alive?', 'Can you see me?', 'Are you recording me?', 'How do you know how I feel?', 'Do you remember me?', 'Are you an AI?', 'What do you know about me?',
    'Can you hear my voice?', 'Do you ever sleep?', 'Tell me about yourself', 'Is there a human behind you?', 'How do you work?', 'Where do you live?',
    "What's your favourite colour?", 'How many languages can you speak?', 'Are you cleverer than people are?', 'Can anything hurt you?', 'Do you have any friends?',
  ],
  feeling: [
    "I'm so sad today", 'I feel great', "I'm really angry at my brother", 'I am scared of tomorrow', "I'm happy", "I feel lonely since she left", "I'm exhausted and stressed out", "I'm so excited about the trip!",
    'My heart is broken', 'I feel like crying', "I'm nervous about the exam", "I can't stop worrying", 'Everything feels pointless', "I'm proud of what I did", "I'm disgusted by what he said",
    'I feel better now', 'That made me furious', "I'm not feeling well", 'I miss my grandmother so much', 'I am ashamed of myself', "I'm overjoyed, we won!", 'I feel a bit down', "I'm jealous of her",
    'It was such a shock for me',
    'I have butterflies in my stomach', 'I am on top of the world', "I've never been so calm before", 'My hands are shaking',
  ],
  question: [
    'What time is it?', 'Where is the station?', 'Who wrote this book?', 'How far is the moon?', 'When does the shop open?', 'Which one is cheaper?', 'Is the museum open on Monday?', 'Why is the sky blue?',
    'How many people live in Paris?', 'Does the train stop here?', 'What does this word mean?', 'How much does it cost?', 'Is it going to rain tomorrow?', 'Can dogs eat chocolate?', 'What is the capital of Peru?',
    'Did he pass the exam?', 'When was the war over?', 'Whose bag is this?', 'What happens if I mix them?', 'Is this seat taken?', 'Are there any tickets left?', 'How long does it take to cook rice?', 'What is on the menu?',
    'Who won the election?',
  ],
  statement: [
    'I live in a small town', 'My sister has two dogs', 'The train leaves at nine', 'We went to the market yesterday', 'I work as a nurse', 'There are three doors in this room', 'I bought a new phone',
    'My brother is older than me', 'The meeting was moved to Friday', 'I will take the red one', 'She studies law in Madrid', 'I put the key on the table', 'They built a bridge over the river', 'I had soup for lunch',
    'It is the second house on the left', 'He plays the guitar', 'I think the answer is four', 'My appointment is on Tuesday', 'We have lived here for ten years', 'Okay', 'Yes, that is right', "No, I don't think so", 'I have finished the first task',
    'The cat is sleeping on the sofa',
  ],
};
