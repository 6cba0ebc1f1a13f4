import type { AvatarFrame } from 'attune';
import type { AudioHub } from 'attune/browser';
import type { Voicing, VoicingView } from './voicing.ts';
import type { Wishes } from './wishes.ts';

/** A handle on what is said, for the console and for tests. The library itself makes no global. */
export interface SpeechHandle {
  readonly wishes: Wishes;
  readonly view: VoicingView;
  readonly audio: AudioHub;
  /** Which place of the sound is heard now, in seconds, or where the cursor rests. */
  at(): number;
  /** What the avatar is asked to show now. */
  frame(): AvatarFrame;
}

declare global {
  interface Window {
    /** There while the speech page is. */
    attuneSpeech?: SpeechHandle;
  }
}

export function handOut({ wishes, view, audio, at, frame }: Voicing): void {
  window.attuneSpeech = {
    audio, at, frame,
    get wishes() {
      return wishes.getState();
    },
    get view() {
      return view.getState();
    },
  };
}
