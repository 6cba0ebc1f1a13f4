import * as v from 'valibot';
import { AttuneError, type Gesture, GESTURES } from '../../core/index.ts';
import type { ModelPart, ModelTool } from './dialogue-model.ts';

/** What a model may ask to be done beside speaking. A tool is only offered where the host takes it. */
export interface DialogueTools {
  /** The agent should move so while it speaks. */
  readonly gesture?: (gesture: Gesture) => void;
  /** Something the player told should be remembered: one plain sentence, without markup. */
  readonly remember?: (sentence: string) => void;
}

const LONGEST_SENTENCE = 160;

/** A turn is a sentence or two: a model that asks for more has lost its way. */
const MOST_CALLS = 3;

const PARAMETERS = {
  gesture: v.strictObject({ gesture: v.picklist(GESTURES) }),
  remember: v.strictObject({ sentence: v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(LONGEST_SENTENCE), v.regex(/^[^<>{}[\]`\p{Cc}]+$/u)) }),
};

const DESCRIPTIONS: Readonly<Record<keyof DialogueTools, ModelTool>> = {
  gesture: {
    name: 'gesture', description: 'Makes one small movement that goes with what you say.',
    parameters: { type: 'object', properties: { gesture: { type: 'string', enum: GESTURES } }, required: ['gesture'], additionalProperties: false },
  },
  remember: {
    name: 'remember', description: 'Keeps one fact that the player just told about themselves, as a short plain sentence. Nothing about health, and nothing painful.',
    parameters: { type: 'object', properties: { sentence: { type: 'string', maxLength: LONGEST_SENTENCE } }, required: ['sentence'], additionalProperties: false },
  },
};

/** The tools that a host takes, as a model is told of them. */
export function offeredTools(tools: DialogueTools): ModelTool[] {
  return (Object.keys(DESCRIPTIONS) as (keyof DialogueTools)[]).filter((name) => tools[name]).map((name) => DESCRIPTIONS[name]);
}

/** Runs what a model asked for, and nothing else: the tool must have been offered, its arguments must fit, and there are few. */
export function createToolRunner(tools: DialogueTools, onProblem: (problem: AttuneError) => void): (call: Extract<ModelPart, { type: 'tool' }>) => void {
  let calls = 0;
  const refuse = (why: string, cause?: unknown): void => onProblem(new AttuneError('dialogue-failed', `Expected the language model to use its tools as they were given to it, but it ${why}. That was not done.`, cause));
  return ({ name, input }) => {
    calls += 1;
    if (calls > MOST_CALLS) return refuse(`asked for more than ${MOST_CALLS} in one turn`);
    try {
      if (name === 'gesture' && tools.gesture) tools.gesture(v.parse(PARAMETERS.gesture, JSON.parse(input)).gesture);
      else if (name === 'remember' && tools.remember) tools.remember(v.parse(PARAMETERS.remember, JSON.parse(input)).sentence);
      else refuse('asked for one that it does not have');
    } catch (thrown) {
      refuse('asked for something that does not fit', thrown);
    }
  };
}
