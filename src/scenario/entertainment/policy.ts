import type { DialogueAct } from '../../core/index.ts';
import { areAlike, looksOf } from '../looks.ts';
import { moodAfter } from '../mood.ts';
import type { PackContent } from '../pack.ts';
import type { Piece, Policy, ScenarioEvent } from '../policy.ts';
import { type ShowDirector, showDirector, SHOW_REASONS } from './director.ts';
import { ask, beginStory, count, type Evening, FADING, line, openQuestion, openScene, say, type Staged, tell, tellJoke, timed } from './evening.ts';
import { judgeAnswer, type Verdict } from './judge-answer.ts';
import { readChoice } from './read-choice.ts';
import { afterAnswer } from './ability.ts';
import { readShow, sceneOf, type Question, type Show, type StoryScene } from './show.ts';
import { beginEvening, type EntertainmentOwn, type EntertainmentState, isHeavy, takeNotice } from './state.ts';

type Message = Extract<ScenarioEvent<EntertainmentOwn>, { type: 'message' }>;

/** How an entertainer decides. */
export interface EntertainmentOptions {
  /** Whether it may use how somebody appears. False wherever the compliance mode is not `emotion`: then it goes by answers and their timing alone. Default true. */
  readonly feelings?: boolean;
  /** Who decides how it goes on; the one that keeps to the evening's curve where it is left out. */
  readonly director?: ShowDirector;
}

/** Conversation that is left to the character's own words. */
const SOCIAL: ReadonlySet<DialogueAct> = new Set(['greet', 'farewell', 'welcome-thanks', 'share-joy', 'celebrate', 'give-space', 'keep-company']);
const LINES = [
  'begin-story', 'back-to-story', 'again', 'ended', 'which-way', 'begin-quiz', 'right', 'wrong', 'near', 'told', 'no-answer', 'asked-out', 'calmer', 'livelier', 'easier', 'harder', 'joke', 'no-jokes', 'propose-break', 'break', 'go-on',
  'no-story-yet', 'score', 'why-nothing', ...SHOW_REASONS.map((reason) => `why-${reason}`), 'say-story', 'say-again', 'say-quiz', 'say-pass', 'say-go-on',
] as const;
/** Wrong answers before the right one is told; only one to somebody for whom it is much. */
const TRIES = 2;
/** An answer quicker than this share of what is usual for somebody was quick. */
const QUICK = 0.5;

/**
 * An entertainer: tells a story in which one chooses the way, and asks questions. Its director compares how aroused somebody appears with the curve of the
 * evening and moves pace, scenes and difficulty; without feelings it goes by answers and how long they take. It is no companion in need: what calls for care is
 * answered by the core.
 */
export function createEntertainmentPolicy({ feelings = true, director = showDirector }: EntertainmentOptions = {}): Policy<EntertainmentState, Show, EntertainmentOwn> {
  return {
    name: 'entertainment',
    lines: LINES,
    acts: ['story', 'again', 'quiz', 'pass', 'calmer', 'livelier', 'easier', 'harder', 'joke', 'break', 'go-on', 'repeat', 'score', 'why'],
    measures: ['scenes', 'endings', 'questions', 'right', 'jokes', 'breaks', 'relieved', 'stars'],
    feelings,
    more: readShow,
    notice({ words, language, affect, at }, state, show) {
      const looks = affect && looksOf(affect);
      if (words === null) {
        // A log does not grow by more than two a second.
        return areAlike(looks, state.looks) || (at !== null && state.at !== null && at - state.at < 0.5) ? null : { about: 'looks', at, looks };
      }
      const [question, scene] = [openQuestion(state, show), openScene(state, show)];
      return { about: 'said', at, looks, answer: question ? judgeAnswer(question, words, language) : null, choice: scene ? readChoice(scene, words, language) : null };
    },
    begin: () => beginEvening(feelings),
    step(before, event, content, show) {
      if (event.type === 'rated') return [before, [{ type: 'measure', measure: 'stars', by: event.stars }]];
      if (event.type === 'person') return [before, []];
      if (event.type === 'own') return [takeNotice(before, event.own), []];
      const mood = moodAfter(before.mood, event);
      const relieved = mood === 'relieved' && before.mood !== 'relieved' ? [count('relieved')] : [];
      const felt: EntertainmentState = { ...before, mood, eased: relieved.length > 0 || (before.eased && !isHeavy({ mood })) };
      if (event.type === 'mood') return [felt, relieved];
      const [next, effects] = hear(takeNotice(felt, event.own), event, content, { show, director });
      return [next, [...relieved, ...effects]];
    },
  };
}

/** The entertainer that goes by answers and by how somebody appears. */
export const entertainmentPolicy = createEntertainmentPolicy();

function hear(state: EntertainmentState, message: Message, content: PackContent, staged: Staged): Evening {
  const { finding, act } = message;
  const own = message.own?.about === 'said' ? message.own : null;
  const wanted = finding.known ? content.intents.find(({ id }) => id === finding.ranking[0]?.intent) : undefined;
  const [question, scene] = [openQuestion(state, staged.show), openScene(state, staged.show)];
  if (question && own?.answer && (own.answer === 'right' || (!wanted && !SOCIAL.has(act)))) return grade(timed(state, 'question'), question, own.answer, staged);
  if (scene) {
    const chosen = own?.choice ?? (finding.choice !== null && finding.choice >= 0 ? finding.choice : null);
    const to = chosen === null ? undefined : scene.choices[chosen]?.to;
    if (to) return goTo(timed(state, 'scene'), to, staged);
  }
  if (wanted?.act !== undefined) return obey(state, wanted.act, staged);
  if (wanted?.answer !== undefined) return [state, [say({ knowledge: wanted.answer })]];
  if (SOCIAL.has(act)) return [state, []];
  if (state.stage === 'break') return resume(state, staged);
  const [reacted, reaction] = react(state);
  if (scene) return [reacted, [say(...reaction, line('which-way'))]];
  if (question) return [reacted, [say(...reaction, line('no-answer'), { text: question.asks })]];
  // Somebody who has it hard wants no show; that is left to the core.
  return isHeavy(state) || state.stage !== 'open' ? [state, []] : [reacted, [say(...reaction, line('no-story-yet'))]];
}

/** A mood that asks for a word is taken up once. */
function react(state: EntertainmentState): readonly [EntertainmentState, readonly Piece[]] {
  const { mood, eased } = state;
  const takenUp = { ...state, reacted: mood, eased: false };
  if (eased) return [takenUp, [{ reaction: 'relieved' }]];
  return [takenUp, isHeavy(state) && mood !== state.reacted ? [{ reaction: mood }] : []];
}

function goTo(before: EntertainmentState, to: readonly string[], staged: Staged): Evening {
  const [state, reaction] = react(before);
  return tell(state, to, reaction, staged);
}

/** Takes an answer to the open question. */
function grade(before: EntertainmentState, question: Question, verdict: Verdict, staged: Staged): Evening {
  const [reacted, reaction] = react(before);
  const right = verdict === 'right';
  const state = before.tries === 0 ? learn(reacted, question, right) : reacted;
  if (right) {
    // What is worth knowing is told where there is time for it.
    const fact: readonly Piece[] = state.beats.at(-1)?.pace === 3 || isHeavy(state) ? [] : [{ text: question.tells }];
    const [next, effects] = ask({ ...state, right: state.right + 1 }, [...reaction, line('right'), ...fact], staged);
    return [next, [count('right'), ...effects]];
  }
  if (state.tries + 1 >= TRIES || isHeavy(state)) return ask(state, [...reaction, line('told'), { text: question.tells }], staged);
  return [{ ...state, tries: state.tries + 1 }, [say(...reaction, line(verdict))]];
}

/** The first answer to a question tells of skill, and how long it took does. */
function learn(state: EntertainmentState, { level }: Question, right: boolean): EntertainmentState {
  const { usual, at, since } = state;
  const quick = at !== null && since !== null && usual.question !== null && at - since < QUICK * usual.question;
  return { ...state, results: [...state.results, right], ability: afterAnswer(state.ability, level, right, quick) };
}

/** Does what somebody wished for. */
function obey(before: EntertainmentState, act: string, staged: Staged): Evening {
  const { show } = staged;
  const [state, reaction] = react(before);
  const [question, scene] = [openQuestion(state, show), openScene(state, show)];
  switch (act) {
    case 'story': return scene ? again(state, [{ text: scene.short }]) : toStory(state, reaction, staged);
    case 'again': return beginStory(state, [...reaction, line(state.told.length > 0 ? 'again' : 'begin-story')], staged);
    case 'quiz': return question ? again(state, [{ text: question.asks }]) : ask(state, [...reaction, line('begin-quiz')], staged);
    case 'pass': return question ? ask(state.tries === 0 ? learn(state, question, false) : state, [...reaction, line('told'), { text: question.tells }], staged) : again(state, [line(scene ? 'which-way' : 'no-story-yet')]);
    case 'easier': case 'harder': case 'calmer': case 'livelier': return wish(state, act, reaction, question, scene, staged);
    case 'joke': return joke(state, show, scene, question);
    case 'break': return [{ ...state, stage: 'break', pending: null, rested: state.beats.length, strained: 0 }, [say(...reaction, line('break')), count('breaks')]];
    case 'go-on': return state.stage === 'break' ? resume(state, staged) : scene || question ? again(state, [scene ? { text: scene.short } : { text: question!.asks }]) : toStory(state, reaction, staged);
    case 'repeat': return scene || question ? again(state, [scene ? { text: scene.says } : { text: question!.asks }]) : [state, []];
    case 'score': return again(state, [line('score')]);
    default: return again(state, state.beats.length === 0 ? [line('why-nothing')] : state.beats.at(-1)!.because.map((reason) => line(`why-${reason}`)));
  }
}

const again = (state: EntertainmentState, pieces: readonly Piece[]): Evening => [state, [say(...pieces)]];

/** Back to where the story stands, or to its beginning. */
function toStory(state: EntertainmentState, said: readonly Piece[], staged: Staged): Evening {
  const scene = sceneOf(staged.show, state.scene);
  if (!scene || scene.ending) return beginStory(state, [...said, line(scene ? 'again' : 'begin-story')], staged);
  return [{ ...state, stage: 'scene', doing: 'story', question: null, since: state.at }, [say(...said, line('back-to-story'), { text: scene.short })]];
}

/** Where it was before the break. */
function resume(before: EntertainmentState, staged: Staged): Evening {
  const [state, reaction] = react(before);
  const said = [...reaction, line('go-on')];
  if (state.pending) return tell(state, state.pending, said, staged);
  return state.doing === 'quiz' ? ask(state, said, staged) : toStory(state, reaction, staged);
}

/** A wish holds for what comes next: another question at once, the next scene in the story. */
function wish(before: EntertainmentState, act: 'easier' | 'harder' | 'calmer' | 'livelier', reaction: readonly Piece[], question: Question | undefined, scene: StoryScene | undefined, staged: Staged): Evening {
  const state = { ...before, wish: act === 'easier' || act === 'calmer' ? -1 : 1 };
  const said = [...reaction, line(act)];
  if (question) return ask({ ...state, wish: state.wish / FADING }, said, staged);
  return again(state, scene ? [...said, line('which-way')] : said);
}

function joke(state: EntertainmentState, show: Show, scene: StoryScene | undefined, question: Question | undefined): Evening {
  const [next, pieces] = tellJoke(state, show);
  const back: readonly Piece[] = question ? [{ text: question.asks }] : scene ? [line('which-way')] : [];
  // A joke that was asked for needs no word before it.
  return pieces.length === 0 ? again(state, [line('no-jokes'), ...back]) : [next, [say(...pieces.slice(1), ...back), count('jokes')]];
}
