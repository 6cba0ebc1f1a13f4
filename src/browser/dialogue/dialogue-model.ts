import type { Seconds } from '../../core/index.ts';

/** What was said before, as chat models want it. */
export interface ModelMessage {
  readonly role: 'user' | 'assistant';
  readonly content: string;
}

/** Something that a model may ask to be done. */
export interface ModelTool {
  readonly name: string;
  readonly description: string;
  /** JSON schema of its arguments. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** What a model is asked: who it is to be, what was said so far, and the tools that it may ask for. */
export interface ModelPrompt {
  readonly system: string;
  /** Begins and ends with the user; the roles take turns. */
  readonly messages: readonly ModelMessage[];
  readonly tools: readonly ModelTool[];
  /** The most tokens of an answer. */
  readonly longest: number;
  /** In this time the first words must come, or the answer is of no use. */
  readonly patience: Seconds;
}

/** A piece of a model's answer: some of its text, or a tool that it asks for. */
export type ModelPart =
  | { readonly type: 'text'; readonly text: string }
  /** `input` is JSON, as the model wrote it; nobody has looked at it yet. */
  | { readonly type: 'tool'; readonly name: string; readonly input: string };

/** A language model, wherever it runs. */
export interface DialogueModel {
  /**
   * Answers a prompt, in pieces as they come. It may try once more by itself when the first try gave nothing.
   *
   * @throws {AttuneError} `dialogue-failed` when it can't, also in the middle of an answer
   */
  answer(prompt: ModelPrompt, signal: AbortSignal): AsyncIterable<ModelPart>;
}
