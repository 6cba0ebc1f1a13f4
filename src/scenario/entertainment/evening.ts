import type { Piece, ScenarioEffect } from '../policy.ts';
import { targetAt } from './curve.ts';
import { type Direction, liftAfter, type ShowDirector, type ShowReason, sureness, wentRound } from './director.ts';
import { type Beat, type EntertainmentState, isHeavy } from './state.ts';
import { questionOf, type Question, sceneOf, type Show, type StoryScene } from './show.ts';

/** The next state, and what it leads to. */
export type Evening = readonly [EntertainmentState, readonly ScenarioEffect[]];

/** A show with who directs it. */
export interface Staged {
  readonly show: Show;
  readonly director: ShowDirector;
}

/** After so many beats in a row that were too much, and so many since the last one, a break is proposed. */
const BREAK = { strained: 3, after: 6 };
/** Too much is so far above the curve, and unpleasant. */
const TOO_MUCH = { above: 0.35, valence: -0.1 };
/** Beats between jokes that nobody asked for, and what calls for one: unpleasant, or this far above the curve. */
const JOKE = { after: 4, valence: -0.15, above: 0.3 };
/** A wish fades with each beat. */
export const FADING = 0.7;
/** Longer than so many times of what is usual for this person is slow. */
const SLOW = 2;

export const count = (measure: string): ScenarioEffect => ({ type: 'measure', measure, by: 1 });
export const say = (...pieces: readonly Piece[]): ScenarioEffect => ({ type: 'say', pieces });
export const line = (name: string): Piece => ({ line: name });

/** How long they took over the open scene or question, as of now. */
export function timed(state: EntertainmentState, kind: Beat['kind']): EntertainmentState {
  if (state.at === null || state.since === null) return { ...state, slow: false };
  const seconds = Math.max(0.1, state.at - state.since);
  const usual = state.usual[kind];
  // A running geometric mean: one long pause does not change what is usual.
  return { ...state, slow: usual !== null && seconds > SLOW * usual, usual: { ...state.usual, [kind]: usual === null ? seconds : usual * (seconds / usual) ** 0.2 } };
}

/** The last beat is over: what it did is noted and learnt from. */
function closed(state: EntertainmentState): EntertainmentState {
  const last = state.beats.at(-1);
  if (!last || state.settled === state.beats.length) return state;
  const { looks } = state;
  const above = looks === null ? 0 : sureness(looks) * (looks.arousal - last.target);
  const tooMuch = isHeavy(state) || (looks !== null && above > TOO_MUCH.above && looks.valence < TOO_MUCH.valence);
  return { ...state, beats: [...state.beats.slice(0, -1), { ...last, felt: looks }], settled: state.beats.length, lift: liftAfter(state.lift, last.target, looks), wish: FADING * state.wish, strained: tooMuch ? state.strained + 1 : 0 };
}

function directed(state: EntertainmentState, { show, director }: Staged): Direction {
  const { looks, lift, wish, slow, feelings } = state;
  return director.direct({ target: targetAt(show.curve, state.beats.length), looks, lift, wish, heavy: isHeavy(state), slow, feelings });
}

/** A break goes before what would come next, where it was too much for long. */
function needsBreak({ feelings, strained, beats, rested }: EntertainmentState): boolean {
  return feelings && strained >= BREAK.strained && beats.length - rested >= BREAK.after;
}

function rest(state: EntertainmentState, said: readonly Piece[], pending: readonly string[] | null): Evening {
  const last = state.beats.at(-1)!;
  const beats = [...state.beats.slice(0, -1), { ...last, because: [...last.because, 'break' as const] }];
  return [{ ...state, beats, stage: 'break', pending, question: null, strained: 0, rested: beats.length }, [say(...said, line('propose-break')), count('breaks')]];
}

/** Tells the scene that suits best among those to which a choice leads. */
export function tell(before: EntertainmentState, ids: readonly string[], said: readonly Piece[], staged: Staged): Evening {
  const state = closed(before);
  if (needsBreak(state)) return rest(state, said, ids);
  const direction = directed(state, staged);
  const scenes = ids.map((id) => sceneOf(staged.show, id)!);
  const scene = staged.director.scene(scenes, direction, state.known);
  const [joked, joke] = joking(state, staged);
  const because: readonly ShowReason[] = [...direction.because, ...(wentRound(scenes, scene, direction) ? ['past-menace' as const] : []), ...(joke.length > 0 ? ['joke' as const] : [])];
  // Few words for who is in a hurry and for whom it is much; who has been here before knows the rest.
  const short = direction.pace === 3 || isHeavy(state) || state.known.includes(scene.id);
  const [rested, lull] = direction.pace === 1 && !short && !scene.ending ? lulling(joked, staged.show) : [joked, []];
  const beat: Beat = { kind: 'scene', id: scene.id, target: targetAt(staged.show.curve, state.beats.length), wanted: direction.wanted, pace: direction.pace, because, felt: null };
  const next: EntertainmentState = {
    ...rested, stage: scene.ending ? 'ended' : 'scene', doing: 'story', scene: scene.id, told: [...state.told, scene.id], pending: null, question: null, beats: [...state.beats, beat], since: state.at,
    endings: scene.ending && !state.endings.includes(scene.id) ? [...state.endings, scene.id] : state.endings,
  };
  const pieces: readonly Piece[] = [...said, ...joke, { text: short ? scene.short : scene.says }, ...lull, ...(scene.ending ? [line('ended')] : [])];
  return [next, [say(...pieces), count('scenes'), ...(scene.ending ? [count('endings')] : []), ...(joke.length > 0 ? [count('jokes')] : [])]];
}

/** Asks the question that suits best among those that were not asked yet. */
export function ask(before: EntertainmentState, said: readonly Piece[], staged: Staged): Evening {
  const state = closed(before);
  const { show, director } = staged;
  const open = show.questions.filter(({ id }) => !state.asked.includes(id));
  if (open.length === 0) return [{ ...state, stage: 'open', question: null }, [say(...said, line('asked-out'))]];
  if (needsBreak(state)) return rest({ ...state, doing: 'quiz' }, said, null);
  const direction = directed(state, staged);
  const last = questionOf(show, state.asked.at(-1) ?? null);
  const question = director.question(open, direction, state.ability, last, state.seed);
  const [joked, joke] = joking(state, staged);
  const because: readonly ShowReason[] = [...direction.because, ...stepOf(last, question), ...(joke.length > 0 ? ['joke' as const] : [])];
  const beat: Beat = { kind: 'question', id: question.id, target: targetAt(show.curve, state.beats.length), wanted: direction.wanted, pace: direction.pace, because, felt: null };
  const next: EntertainmentState = { ...joked, stage: 'question', doing: 'quiz', question: question.id, tries: 0, asked: [...state.asked, question.id], beats: [...state.beats, beat], since: state.at };
  return [next, [say(...said, ...joke, { text: question.asks }), count('questions'), ...(joke.length > 0 ? [count('jokes')] : [])]];
}

/** The story from its beginning; scenes that were heard before are told in fewer words. */
export function beginStory(state: EntertainmentState, said: readonly Piece[], staged: Staged): Evening {
  const known = [...new Set([...state.known, ...state.told])];
  return tell({ ...state, known, told: [] }, [staged.show.begins], said, staged);
}

/** A joke that was not told yet, with a word before it; nothing where there is none. */
export function tellJoke(state: EntertainmentState, { jokes }: Show): readonly [EntertainmentState, readonly Piece[]] {
  const joke = jokes.find(({ id }) => !state.jokes.includes(id));
  return joke ? [{ ...state, jokes: [...state.jokes, joke.id], joked: state.beats.length }, [line('joke'), { text: joke.says }]] : [state, []];
}

/** Unasked only where it seems unpleasant or too exciting, and never to somebody upset or worried: that is no time for jokes. */
function joking(state: EntertainmentState, { show }: Staged): readonly [EntertainmentState, readonly Piece[]] {
  const { looks, beats, joked } = state;
  const last = beats.at(-1);
  if (!last || looks === null || isHeavy(state) || beats.length - joked < JOKE.after) return [state, []];
  const sure = sureness(looks);
  return sure * looks.valence < JOKE.valence || sure * (looks.arousal - last.target) > JOKE.above ? tellJoke(state, show) : [state, []];
}

function lulling(state: EntertainmentState, { lulls }: Show): readonly [EntertainmentState, readonly Piece[]] {
  const lull = lulls.find(({ id }) => !state.lulls.includes(id));
  return lull ? [{ ...state, lulls: [...state.lulls, lull.id] }, [{ text: lull.says }]] : [state, []];
}

function stepOf(last: Question | undefined, { level }: Question): readonly ShowReason[] {
  return last === undefined || last.level === level ? [] : [level < last.level ? 'easier' : 'harder'];
}

/** The scene that is open. */
export function openScene({ stage, scene }: EntertainmentState, show: Show): StoryScene | undefined {
  return stage === 'scene' ? sceneOf(show, scene) : undefined;
}

/** The question that is open. */
export function openQuestion({ stage, question }: EntertainmentState, show: Show): Question | undefined {
  return stage === 'question' ? questionOf(show, question) : undefined;
}
