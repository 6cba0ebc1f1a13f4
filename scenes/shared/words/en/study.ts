/** Words of a study: the researcher's desk, and the questionnaire at its end. */
export const study = {
  desk: {
    title: 'Researcher’s desk', lead: 'Choose what the character does next. The player, in another tab of this browser, does not see it.',
    waiting: 'No meeting yet', waitingHelp: 'Open the playground in another tab of this browser, and begin.', open: 'Open a meeting', over: 'The meeting is over.',
    decide: 'I decide', decideHelp: 'The character listens and looks as ever, and waits for your choice. A crisis it answers by itself.',
    agentDecides: '{{name}} decides by itself. Take over to choose.',
    awaits: 'A message waits for your choice', player: { speaks: 'The player speaks', silent: 'The player is silent' }, agent: { speaks: '{{name}} speaks', seeks: '{{name}} is about to speak', silent: '{{name}} is silent' },
    appears: 'Appears {{emotion}}', unknown: 'How the player appears is not known',
    crisis: 'There may be danger', crisisHelp: 'The character answers it by itself, and says only what is said for safety. Look after the player, not the study.', crisisOver: 'Somebody is with them, or there was no danger',
    conversation: 'The conversation', chosen: 'chosen', empty: 'Nothing has been said yet.',
    choice: 'What next', groups: { attend: 'Be there', explore: 'Explore', comfort: 'Comfort', act: 'Act', safety: 'Safety' }, act: 'What it does', skill: 'How',
    skills: { question: 'a question', restatement: 'a restatement', reflection: 'a reflection', 'self-disclosure': 'a little of itself', affirmation: 'an affirmation', suggestion: 'a suggestion', information: 'information', other: 'plainly' },
    lines: 'Lines by people', linesHelp: 'Tap one to take it, and change it if you like.', seeking: 'Looking for lines',
    words: 'Words', wordsHelp: 'Left empty, the words are found as ever. Your own are screened as a language model’s are.', fixed: 'This is said in lines that were written for it.',
    onlySafety: 'While there may be danger, only what stands under Safety can be said.',
    say: 'Say it', refused: 'Not said',
  },
  pets: {
    invite: 'This was part of a study. If you like, answer ten short statements about the meeting.', open: 'Answer the questions', title: 'How did it seem to you?',
    ask: 'Think of the meeting you just had. “The system” is the character. Say how far you agree, and leave out what you like.', done: 'Done', leave: 'Rather not', given: '{{given}} of {{all}}',
    unanswered: 'not answered', english: 'It was validated in English.', thanks: 'Thank you. Your answers are kept with the recording, on this page only.', save: 'Save the answers',
  },
};
