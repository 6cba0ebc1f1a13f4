import type { ContentFile } from '../content.ts';

/** What people do with words whatever they talk about, and a listener's answers to it. */
export const EVERYDAY: ContentFile = {
  language: 'en',
  rules: [
    // What others said about it.
    { hears: ['my <who:person> (?:says|said|thinks|told me) (?:that )?(?:it\'s|I\'m|I|it|that)'], says: ['So that\'s how your {who} sees it. And you?', 'Your {who} says one thing, and you hear another, it sounds like.', 'How did that sound to you, from your {who}?'] },
    { hears: ['(?:he|she|they) (?:doesn\'t|don\'t|didn\'t) mean (?:it )?(?:badly|any harm|it like that)', 'means well', 'not (?:his|her|their) fault'], weight: 0.5, says: ['You can know that it was kindly meant, and still be hurt by it.', 'You\'re being fair about it, even now.'] },
    // What somebody is going to do.
    { hears: ['(?:maybe I|I)(?:\'ll| will|\'m going to| am going to| might| could) (?<plan>(?:ring|call|phone|write|text|message|put|draw|try|ask|tell|talk to|send|make|cook|bake|visit|invite|find|buy|read|walk|bring|paint|plant|fix|meet)\\b[^.,;:!?…—()]*)'], not: ['never', 'don\'t', '\\?'], weight: 0, says: ['That sounds like a good next thing to do.', 'It sounds as if you\'ve half decided already.', 'One clear step. I\'d like to hear how it goes.', 'So that\'s the plan. It has your own handwriting.'] },
    { hears: ['(?:maybe|perhaps) (?:I|we)', 'I (?:might|may)\\b', 'I suppose I (?:could|should)'], weight: -1, says: ['It sounds as if a thought is taking shape there.', 'Maybe is a good place to begin.', 'No need to decide it now.'] },
    // What was, as a child and since.
    { hears: ['when I was (?:little|small|young|a (?:kid|child|boy|girl)|\\w+)', 'as a (?:kid|child)', 'I was (?<old>five|six|seven|eight|nine|ten|eleven|twelve)\\b'], weight: 0.5, says: ['And you can still see it in front of you, it sounds like.', 'Some things stay in the pocket all one\'s life.', 'That sounds like something from a drawer one opens now and then.'] },
    { hears: ['(?:every|each) (?<often>day|night|morning|evening|week|sunday|year)'], weight: -1, says: ['Every {often}. That makes a rhythm.', 'Every {often}. So it\'s woven right in.'] },
    // What was tried, and how often.
    { hears: ['(?<n><number>) times'], weight: -3, says: ['{N} times. That\'s persistence.', '{N} times over. I see.'] },
    { hears: ['since (?<since>october|november|december|january|february|march|april|may|june|july|august|september|last [a-z]+)'], weight: -0.5, says: ['Since {since}. That\'s a good while.', 'Since {since}, and all of it new, I suppose.'] },
    // Doubts about oneself.
    { hears: ['am I (?:too |so |being |just )?(?:slow|stupid|silly|selfish|mean|weird|crazy|lazy|weak|dramatic|sensitive)', 'am I (?:just |being )?too \\w+', 'is (?:it|that) (?:silly|stupid|weird|wrong|childish|pathetic)', 'I\'m (?:such an? )?(?:idiot|failure|loser|mess|fool|burden)'], weight: 2, says: ['That\'s a hard word to use on yourself. It doesn\'t sound like that from here.', 'From here it sounds human. You\'re being strict with yourself.', 'I wouldn\'t put it like that. Where does that come from, all of a sudden?'] },
    { hears: ['(?:it\'s|that\'s) (?:silly|stupid|nothing|daft|dumb|not much)', 'not a big deal', 'others have it worse'], weight: 0.5, says: ['If it stays with you, it isn\'t nothing.', 'It needn\'t be big to count.', 'It sounds like more than that to me.'] },
    { hears: ['I don\'t know (?:what|how|if|why|whether)', 'no idea (?:what|how|why)', 'what (?:should|shall|do) I do'], weight: 0, says: ['You needn\'t know it yet. What do you know for certain?', 'Not knowing is an uncomfortable seat. We can stay there for a moment.', 'What would you say to a friend who told you this?'] },
    { hears: ['should(?:n\'t)? have', 'I wish I (?:had|hadn\'t)', 'if only', 'I regret'], weight: 0.5, says: ['It sounds as if you\'ve been over that many times.', 'Afterwards everything looks clear. It wasn\'t then.', 'What would you do with that hour, if you had it again?'] },
    // Questions that nobody here can answer, and things that are done.
    { acts: 'any', hears: ['(?:do|don\'t) you think [^?]*\\?', 'what do you think\\?', 'will (?:he|she|it|they|somebody|someone) [^?]*\\?'], weight: 1, says: ['I can\'t know that from here. What does your own feeling say?', 'I wish I could say. It isn\'t for me to know.', 'That I can\'t tell. You know the people and the place better than I do.'] },
    { hears: ['so that\'s done', 'that\'s (?:done|settled|sorted)', 'I(?:\'ve| have) (?:already |just )?(?:done|cancelled|called|rung|sent|finished|booked|paid|sorted|asked|told)'], not: '<gloomy>', weight: 0.5, says: ['That\'s one thing off the list.', 'Good. That part is behind you.', 'Done is done. What is left of it?'] },
    // Kindness and luck on the way.
    { hears: ['(?:an?|the) (?:old |young |kind |nice |lovely )?(?:man|woman|lady|stranger|neighbour|driver|cleaner|nurse|boy|girl)[^.]* (?:helped|gave|smiled at|shook|waved|brought|offered)'], weight: 0.5, says: ['A bit of kindness from nowhere. Those stay with one.', 'Somebody you didn\'t even know. That\'s good to hear.'] },
    { hears: ['(?:he|she|they) (?:laughed|hugged me|thanked me|forgave me|said yes)'], weight: 0.5, says: ['And how did it feel, in that moment?', 'That must have let some air in.'] },
    // Short answers.
    { hears: ['^(?:yes|yeah|yep|exactly|true|right|indeed)[.!…]*$'], weight: 2, says: ['Mm, I see that.', 'I see. Go on, if you like.', 'Right.', 'All right. And then?'] },
    { hears: ['^(?:no|nope|nah|not really)[.!]*$'], weight: 2, says: ['All right, not that, then.', 'Okay. Then how is it?', 'Fair enough.'] },
    { hears: ['^(?:maybe|perhaps|i guess|dunno|i don\'t know)[.!]*$'], weight: 2, says: ['It doesn\'t need a clear answer.', 'Maybe is fine.', 'Let it be open, then.'] },
    { hears: ['^(?:ok|okay|fine|alright|all right|sure)[.!]*$'], weight: 2, says: ['Good then.', 'Fine.', 'And now?'] },
    { hears: ['^(?:haha+|ha|lol|hehe)[.!]*$'], weight: 2, says: ['It\'s good to hear you laugh.', 'Ha.', 'That one worked, then.'] },
    // What was told earlier comes back.
    { acts: ['reflect', 'comfort', 'ask-more', 'chat', 'reassure'], skills: ['restatement'], turn: [5, 99], weight: 1, says: ['Let me see if I have it so far: {before}, and {earlier}.', 'So far I\'ve heard that {before}, and that {earlier}. Did I get that right?'] },
    { acts: ['reflect', 'ask-more', 'chat', 'note-ease', 'comfort'], turn: [4, 99], weight: -0.5, says: ['A while ago you said that {earlier}. It still seems to be part of this.', 'I\'m still thinking of what you said before, that {earlier}.'] },
    // What nobody foresaw: a listener who follows without pretending to know more, and now and then takes up the words.
    { acts: ['ask-more', 'chat', 'share-joy', 'reflect', 'celebrate', 'encourage', 'keep-company'], skills: ['question'], weight: 1.6, says: ['What\'s the story behind that?', 'How did you come to that?', 'And what do you make of it?'] },
    { acts: ['ask-more', 'chat', 'share-joy', 'reflect', 'celebrate', 'encourage', 'keep-company'], skills: ['question'], weight: 1.55, says: ['What happens next?', 'And how was that for you?', 'And what came after?'] },
    { skills: ['question'], weight: 2.5, says: ['What goes through you when you tell me that?', 'Which part of it stays with you the most?', 'How are you with it now?'] },
    { skills: ['question'], weight: 2.45, says: ['What matters most to you in all of it?', 'How did that come about?', 'What do you make of it, yourself?'] },
    { skills: ['question'], weight: 2.4, says: ['How would you like it to go from here?', 'What happened then?', 'What was it like, just then?'] },
    { skills: ['question'], weight: 2.35, says: ['What else belongs to it?', 'How does it feel to say it out loud?', 'What comes next, do you think?'] },
    { skills: ['question'], weight: 2.3, says: ['What surprised you about it?', 'Has it been like that for long?', 'What do you hope for?'] },
    { weight: 2.5, says: ['I can see why that stays with you.', 'I can almost see it, the way you tell it.', 'It sounds as if that matters to you.'] },
    { weight: 2.45, says: ['Thank you for telling me that. I\'m following.', 'It\'s good that you say it as it is.', 'That\'s not a small thing, by the sound of it.'] },
    { weight: 2.4, says: ['You tell it so that one can see it.', 'There seems to be more than one feeling in that.', 'A lot hangs on that, it sounds like.'] },
    { weight: 2.35, says: ['That makes sense to me, from what you have told.', 'It sounds as if you have thought about it for a while.', 'Let\'s stay with that for a moment.'] },
    { weight: 2.3, says: ['I wouldn\'t have guessed that. It helps to know.', 'That adds something to the picture.', 'So that\'s part of it too.'] },
    { weight: 2.25, says: ['It takes something to put that into words.', 'I\'m glad that you didn\'t leave that out.', 'That sounds like something one doesn\'t forget in a hurry.'] },
    { weight: 2.1, says: ['So {gist}.', '{Gist}. I\'m taking that in.'] },
    { skills: ['question'], weight: 2.1, says: ['{Gist}. What was that like?', '{Gist}. What did you make of that?'] },
    { weight: 1.9, says: ['I see, {gist}.', '{Gist}. That\'s worth telling.'] },
    { weight: 1.8, says: ['{Echo}. I can picture that.', 'Ah, {echo}.'] },
    { skills: ['question'], weight: 1.8, says: ['Tell me more about {echo}?', '{Echo}. How was that?'] },
    { acts: ['ask-more', 'chat'], weight: -0.5, says: ['I see. Tell me more about that.', 'What is that like for you?', 'Go on, I\'m listening.', 'What matters most to you about it?', 'How did it come to that?', 'And what happened then?', 'What do you make of it?', 'How long has that been so?', 'And where does that leave you?', 'What would you wish for, if it were up to you?'] },
    { acts: ['reflect'], weight: -0.5, says: ['I think I see what you mean.', 'That sounds like quite a lot at once.', 'Mm. That seems to matter to you.', 'I\'m taking that in.', 'That paints a clear picture.', 'It sounds as if that has been on your mind for a while.', 'There\'s a lot in those few words.'] },
    { acts: 'any', weight: -2, says: ['Mm, I see.', 'Right, go on.', 'I hear you.', 'Keep going, if you like.', 'I\'m still with you.', 'That\'s good to know.'] },
  ],
  reserve: [
    'Mm-hm.', 'Yes.', 'I\'m here.', 'I\'m with you.', 'Go on.', 'I see.', 'All right.', 'Say more, if you want to.', 'I\'m listening.', 'Take your time.', 'There\'s room for that.', 'That makes sense.', 'I can imagine.', 'Understood.',
    'I hear that.', 'It\'s good that you say it.', 'Let it come.', 'No rush.', 'That\'s worth saying.', 'You have my attention.', 'Mm.', 'That comes through.', 'Tell me in your own time.', 'I\'m still here.', 'That can stand as it is.',
    'I\'ll stay with that for a moment.', 'It\'s all right.', 'Carry on.', 'I\'m glad you tell me.', 'We have time.', 'That sounds important.', 'So that\'s how it is.', 'I believe you.', 'That\'s plain enough.', 'I won\'t interrupt.',
    'You can say it any way you like.', 'It doesn\'t have to be tidy.', 'I get the picture.', 'That\'s clear.', 'Whatever comes next is fine.',
  ],
};
