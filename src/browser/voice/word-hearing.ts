import { asProblem, AttuneError, type HeardWords, type RecognizerListener, type Seconds, type SessionTime, type SignalSink, type Speech, type SpeechRecognizer, type ToldPart, type Unit } from '../../core/index.ts';

/** The recogniser of a voice source, if it has one, and the speeches that it is asked about. */
export interface WordHearing {
  /** Whether the words of the speech under way will be told, in the end. */
  readonly hears: boolean;
  /** Goes on with another recogniser, or without one. It is opened once the microphone was allowed. */
  change(recognizer: SpeechRecognizer | null): void;
  /** The microphone was allowed: a recogniser may be loaded. */
  open(): void;
  begin(at: SessionTime): void;
  push(samples: Float32Array<ArrayBuffer>): void;
  /** The player paused: words of all that was said before it are wanted soon. */
  pause(silence: Seconds): void;
  end(silence: Seconds): void;
  /** Nothing of what was said so far is to be told any more. */
  cancel(): void;
  /** Cancels, and releases the recogniser. */
  close(): void;
}

interface WordHearingEvents {
  readonly sink: Pick<SignalSink, 'words' | 'problem'>;
  /** What the recogniser is told of as. */
  readonly part: ToldPart;
  /** Words of all that was said of the speech under way up to its last pause. */
  readonly paused: (words: HeardWords) => void;
  /** Share of the recogniser that is loaded, 1 when it hears; null without one. */
  readonly progress: (share: Unit | null) => void;
  /** Whether the recogniser wants the sound of speech, as it becomes known. */
  readonly wantsSound: (wants: boolean) => void;
}

/** Begins without a recogniser, and closed. */
export function createWordHearing({ sink, part, paused, progress, wantsSound }: WordHearingEvents): WordHearing {
  let recognizer: SpeechRecognizer | null = null;
  let allowed = false;
  let ready = false;
  /** The newest attempt to open it; null when there is none, or when it was closed since. */
  let opening: object | null = null;
  let speaking: Speech | null = null;
  let stopFollowing = (): void => undefined;
  /** What is still awaited, and what was last told of it. */
  let awaited = new Map<string, HeardWords | null>();

  const report = (thrown: unknown): AttuneError => {
    const { message } = asProblem(thrown, 'words-unheard', 'Spoken words can\'t be made out');
    const problem = new AttuneError('words-unheard', message, thrown);
    sink.problem(problem);
    return problem;
  };

  /** Asks something of the recogniser; false where it threw, which is told. */
  const ask = (call: (mine: SpeechRecognizer) => void): boolean => {
    try {
      if (recognizer) call(recognizer);
      return true;
    } catch (thrown) {
      report(thrown);
      return false;
    }
  };

  async function shut(mine: SpeechRecognizer): Promise<void> {
    try {
      await mine.close();
    } catch (thrown) {
      report(thrown);
    }
  }

  /** Nothing will be made out of the speech under way. */
  function giveUp(): void {
    if (!speaking) return;
    const shown = awaited.get(speaking.id);
    awaited.delete(speaking.id);
    speaking = null;
    if (shown) sink.words({ ...shown, text: '', stable: 0 });
  }

  /** One that can break by itself tells how it is doing. */
  const follow = (mine: SpeechRecognizer): void => {
    const [watched] = mine.parts ?? [];
    stopFollowing = watched?.watch(() => part.tell(watched.vitals.condition, watched.vitals.problem)) ?? stopFollowing;
  };

  /** What a recogniser says is taken only while it is the one, and of speeches that it was asked about. */
  const listenerFor = (mine: SpeechRecognizer): RecognizerListener => ({
    progress: (share) => {
      if (mine === recognizer && !ready) progress(share);
    },
    problem: (problem) => {
      if (mine === recognizer) report(problem);
    },
    words: (words) => {
      if (mine !== recognizer || !awaited.has(words.id) || (words.final && words.id === speaking?.id)) return;
      if (words.final) awaited.delete(words.id);
      else awaited.set(words.id, words);
      sink.words(words);
      if (words.paused && words.id === speaking?.id) paused(words);
    },
  });

  async function openIt(mine: SpeechRecognizer): Promise<void> {
    progress(0);
    part.tell('starting');
    const attempt = {};
    opening = attempt;
    try {
      await mine.open(listenerFor(mine));
      // It was closed meanwhile, and may have opened all the same; or it is being opened anew.
      if (opening !== attempt) return void (mine !== recognizer || !allowed ? shut(mine) : undefined);
      ready = true;
      part.tell('running');
      follow(mine);
      wantsSound(mine.needsSound);
      progress(1);
    } catch (thrown) {
      if (opening !== attempt) return;
      opening = null;
      part.tell('failed', report(thrown));
      progress(null);
    }
  }

  function cancel(): void {
    const taken = awaited;
    awaited = new Map();
    speaking = null;
    if (ready) ask((mine) => mine.cancel());
    // What was shown of words that nobody will finish is taken back.
    for (const words of taken.values()) if (words) sink.words({ ...words, text: '', stable: 0 });
  }

  function release(): void {
    cancel();
    stopFollowing();
    // Also while it loads, as what loads is a worker and megabytes.
    if (opening && recognizer) void shut(recognizer);
    opening = null;
    ready = false;
    part.tell('off');
    wantsSound(false);
    progress(null);
  }

  return {
    get hears() {
      return speaking !== null;
    },
    change(next) {
      if (next === recognizer) return;
      if (allowed) release();
      recognizer = next;
      if (allowed && next) void openIt(next);
    },
    open() {
      if (allowed) return;
      allowed = true;
      if (recognizer) void openIt(recognizer);
    },
    begin(at) {
      if (!ready || !recognizer) return;
      const speech: Speech = { id: `heard-${Math.round(at * 1000)}`, at };
      speaking = speech;
      awaited.set(speech.id, null);
      if (!ask((mine) => mine.begin(speech))) giveUp();
    },
    push(samples) {
      if (speaking && !ask((mine) => mine.push(samples))) giveUp();
    },
    pause(silence) {
      if (speaking && !ask((mine) => mine.pause?.(silence))) giveUp();
    },
    end(silence) {
      if (!speaking || !recognizer) return;
      const { id, at } = speaking;
      const { source, language } = recognizer;
      speaking = null;
      if (ask((mine) => mine.end(silence)) || !awaited.delete(id)) return;
      // Its words were promised: that there are none is told as well.
      sink.words({ id, at, source, language, text: '', stable: 0, final: true, confidence: 0 });
    },
    cancel,
    close() {
      if (!allowed) return;
      release();
      allowed = false;
    },
  };
}
