import type { Classes } from '../pattern.ts';

/** What the policy must know of a language beside its content. */
export interface LanguageKit {
  /** Classes of words that patterns may name. */
  readonly classes: Classes;
  /** Makes what the player said of themselves something that is said to them: "my dog" becomes "your dog". */
  toListener(text: string): string;
  /** Phrases of the player's that are worth taking up, the most telling first, turned to the listener. */
  phrases(message: string): readonly string[];
  /** Short whole statements of the player's, turned to the listener. */
  statements(message: string): readonly string[];
  /** Begins a sentence with it. */
  capital(text: string): string;
  /** Puts it inside of a sentence, where only names have capitals. */
  inner(text: string): string;
  /** Cuts a reply into its sentences, in a form in which repeated ones are equal. */
  sentences(text: string): readonly string[];
  /** The text in a form in which equal words are equal. */
  comparable(text: string): string;
  /** How a reply begins, in a form in which replies that begin alike are equal. */
  opening(text: string): string;
  /** Whether the player asks to hear the last words once more. */
  asksAgain(message: string): boolean;
  /** What messages are compared by: words and their parts. */
  features(text: string): readonly string[];
}
