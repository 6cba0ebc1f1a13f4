import type { Agent } from 'attune';
import type { Briefing, BriefingTone } from 'attune/monitor';

/** How news is met by the face and the voice: as if it had happened to the listener. */
const MOODS: Readonly<Record<BriefingTone, 'won' | 'lost' | null>> = { glad: 'won', concerned: 'lost', calm: null };

/**
 * Lets an agent tell a briefing, sentence by sentence, with a face and a voice that fit each. Meanwhile, and afterwards, it says nothing of its own: it is
 * operated.
 *
 * @param onLine told of the sentence that is being said; null at the end
 * @returns how to stop
 */
export function speakBriefing(agent: Agent, { lines }: Briefing, language: 'en' | 'zh', onLine: (line: number | null) => void): () => void {
  let next = 0;
  let saying = false;
  agent.operate(true);
  function step(): void {
    if (saying || agent.state.conversation.utterance !== null) return;
    const line = lines[next];
    if (!line) {
      stop();
      onLine(null);
      return;
    }
    saying = true;
    onLine(next);
    next += 1;
    const mood = MOODS[line.tone];
    if (mood) agent.observe(mood);
    agent.choose({ strategy: 'attend', act: 'chat', skill: 'other', words: line.words[language] });
    saying = false;
  }
  const stop = agent.subscribe(step);
  step();
  return stop;
}
