import type { ContextSignal } from '../signals/context.ts';
import type { Seconds } from '../units.ts';
import { bodyOf } from './body.ts';
import { lately } from './course.ts';
import type { Decision } from './plan.ts';
import type { Situation } from './situation.ts';
import type { Choice } from './support.ts';

/** The same thing again within this time after a turn needs no more words. */
const SAID_ENOUGH: Seconds = 8;

/** After this many times in a row, losing is no matter of trying again. */
const WEARS_DOWN = 3;

/** Company is offered only into a silence, and not every time. */
const QUIET: Seconds = 10;

/** What to do about something that happened in the host game: a word, a movement, or nothing. */
export function react({ event }: ContextSignal, situation: Situation): Decision | null {
  const { at, conversation, course } = situation;
  const choice = wordsFor(event, situation);
  if (!choice) return null;
  const again = (course.happened?.times ?? 1) > 1;
  const enough = again && at - conversation.lastTurn < SAID_ENOUGH;
  const { strategy, act, skill, reasons } = choice;
  const body = bodyOf(act, course);
  if (course.refused || course.parted || enough) {
    return { strategy: 'attend', skill: 'other', reasons: [...reasons, course.refused ? 'refused-before' : course.parted ? 'said-goodbye' : 'happened-again'], intents: body, onto: 'queue' };
  }
  return { strategy, skill, reasons, intents: [{ kind: 'say', act, heard: null }, ...body], onto: event === 'waiting' || event === 'alone' ? 'queue' : 'replace' };
}

function wordsFor(event: ContextSignal['event'], { at, appraisal, character, conversation, course }: Situation): Choice | null {
  const times = course.happened?.times ?? 1;
  switch (event) {
    case 'won':
    case 'progress':
      return { strategy: 'attend', act: 'celebrate', skill: 'affirmation', reasons: [event] };
    case 'lost': {
      const angry = appraisal.needs.some(({ need }) => need === 'calm');
      if (angry || times >= WEARS_DOWN) return { strategy: 'comfort', act: 'calm', skill: 'reflection', reasons: ['lost', angry ? 'seems-angry' : 'happened-again'] };
      return { strategy: 'comfort', act: 'encourage', skill: 'affirmation', reasons: ['lost'] };
    }
    case 'stuck': {
      const offered = lately(course, 3, ({ skill }) => skill === 'suggestion');
      if (times > 1 && !offered) return { strategy: 'act', act: 'suggest', skill: 'suggestion', reasons: ['stuck', 'happened-again'] };
      return { strategy: 'act', act: 'encourage', skill: 'affirmation', reasons: offered ? ['stuck', 'just-suggested'] : ['stuck'] };
    }
    case 'startled':
      return { strategy: 'comfort', act: 'reassure', skill: 'affirmation', reasons: ['startled'] };
    case 'waiting':
    case 'alone': {
      const wanted = character.initiative > 0 && at - conversation.lastTurn > QUIET && course.unanswered === 0 && conversation.utterance === null && conversation.playerSpeaksSince === null;
      return wanted ? { strategy: 'attend', act: 'keep-company', skill: 'other', reasons: [event] } : null;
    }
  }
}
