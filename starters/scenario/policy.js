/** Decides what is said, and counts. Pure: no clock, no chance, no words. The same events give the same state. */
export const policy = {
  name: 'my-scenario',
  lines: ['unknown'],
  acts: [],
  measures: ['answered'],
  begin: () => ({ answers: 0 }),
  step(state, event, content) {
    if (event.type !== 'message') return [state, []];
    const wanted = event.finding.ranking[0]?.intent;
    const answer = content.intents.find(({ id }) => id === wanted)?.answer;
    // Somebody who seems upset or worried is met before they are answered.
    const reaction = event.mood === 'upset' || event.mood === 'worried' ? [{ reaction: event.mood }] : [];
    if (!event.finding.known || answer === undefined) return [state, [{ type: 'say', pieces: [...reaction, { line: 'unknown' }] }]];
    return [{ answers: state.answers + 1 }, [
      { type: 'say', pieces: [...reaction, { knowledge: answer }] },
      { type: 'measure', measure: 'answered', by: 1 },
    ]];
  },
};
