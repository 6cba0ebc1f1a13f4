import { asProblem, AttuneError, type Clock, createRelease, createRestarts, type Seconds, type SessionTime, type SignalSink, type SpeechRecognizer, type ToldPart } from '../../core/index.ts';
import { watchFlow } from '../supervise/watch-flow.ts';
import { createAudioTimeline, type AudioTimeline } from './audio-timeline.ts';
import { mediaDevices, microphonePresent, openMicrophone } from './microphone.ts';
import { SILENCE } from './level.ts';
import { connectVoiceGraph } from './voice-graph.ts';
import type { VoiceSettings } from './voice-options.ts';
import type { VoiceReport, VoiceStats } from './voice-protocol.ts';
import { createVoiceReporter } from './voice-reporter.ts';
import { isOpenClause } from './turn/open-clause.ts';
import type { Ending } from './turn/phrase-ending.ts';
import { turnPatience } from './turn/turn-patience.ts';
import type { TurnSign } from './voice-analyser.ts';
import { createWordHearing } from './word-hearing.ts';
import { hostVoiceWorker, type VoiceWorkerHost } from './voice-worker-host.ts';

/** One life of the voice source, from a start to its stop. */
export interface VoiceRun {
  /** Resolves when live, or when the attempt has failed and was reported. */
  begin(): Promise<void>;
  reset(): void;
  listenWith(recognizer: SpeechRecognizer | null): void;
  end(): void;
}

/** A microphone that works is never digitally silent for so long; one behind a switch or a broken driver is. */
const SILENT: Seconds = 15;
/** Frames come every 32 ms; a worker that hangs is noticed before. */
const STALLED: Seconds = 15;

/** What a voice source tells of. */
export interface VoiceParts {
  readonly microphone: ToldPart;
  readonly voice: ToldPart;
  readonly hearing: ToldPart;
}

/** Runs the microphone, the graph and the worker; nothing begins before {@link VoiceRun.begin}. */
export function createVoiceRun(settings: VoiceSettings, parts: VoiceParts, recognizer: SpeechRecognizer | null, clock: Clock, sink: SignalSink): VoiceRun {
  const { microphone } = parts;
  let worker: VoiceWorkerHost | null = null;
  let soundWanted = false;
  /** The pause that is now, if there is one. */
  let pause: { readonly at: SessionTime; readonly ending: Ending } | null = null;
  const words = createWordHearing({
    sink, part: parts.hearing,
    paused: ({ text, language }) => judgePause(isOpenClause(text, language)),
    progress: settings.onRecognizer,
    wantsSound(wants) {
      soundWanted = wants;
      worker?.tellWords(wants);
    },
  });
  words.change(recognizer);
  const reporter = createVoiceReporter(clock, sink, words);
  /** Aborts when the run ends; an attempt's own controller when that attempt fails. */
  const life = new AbortController();
  let attempt = new AbortController();
  let duplex: VoiceStats['duplex'] = null;
  const stalls = createRestarts();
  let liveSince = 0;
  let lastSound = 0;

  /** Waits as long for the player to go on as what is known suggests. */
  function judgePause(open: boolean | null): void {
    if (!pause) return;
    const patience = turnPatience({ ending: pause.ending, open, looking: sink.looking?.() ?? null });
    worker?.wait(patience);
    reporter.speechPause(pause.at, patience, open);
  }

  function takeSign(sign: TurnSign, heard: SessionTime, toSession: (at: number) => SessionTime): void {
    const at = toSession(sign.at);
    if (sign.type === 'confirmed') reporter.speechConfirmed(at);
    else if (sign.type === 'low') reporter.pitchLow(at);
    else if (sign.type === 'resumed') pause = null;
    else {
      pause = { at, ending: sign.ending };
      judgePause(null);
      words.pause(Math.max(0, heard - at));
    }
  }

  /** Nothing is wrong with a quiet player, but with a microphone that gives only zeros. */
  function listenForSilence(silent: boolean): void {
    const now = clock.now();
    if (!silent) lastSound = now;
    if (silent && now - lastSound >= SILENT && microphone.vitals.condition === 'running') {
      microphone.tell('degraded', new AttuneError('device-silent', `The microphone has given no sound at all for ${SILENT} s. Look for its switch, or choose another one; listening goes on.`));
    } else if (!silent && microphone.vitals.condition === 'degraded' && microphone.vitals.problem?.code === 'device-silent') microphone.tell('running');
  }

  /** The device is open and the worker answers, but no sound arrives: both are opened anew. */
  function beginAnew(): void {
    const wait = stalls.broke(clock.now() - liveSince);
    const problem = new AttuneError('device-ended', `No sound has come from the microphone for ${STALLED} s, not even silence. ${wait === null ? 'It was opened anew often enough: choose another one.' : 'It is opened anew.'}`);
    if (wait === null) return fail(problem);
    endAttempt();
    microphone.tell('restarting', problem);
    void begin();
  }

  const endAttempt = (): void => {
    attempt.abort();
    worker = null;
    reporter.speechEnd(clock.now(), clock.now());
  };

  const reset = (): void => {
    worker?.reset();
    words.cancel();
    reporter.speechEnd(clock.now(), clock.now());
  };

  const fail = (problem: AttuneError, mayReturn = true): void => {
    endAttempt();
    reporter.problem(problem);
    reporter.status(problem.code === 'permission-denied' ? 'refused' : 'failed', problem.code);
    const plugIn = problem.code === 'device-missing' || problem.code === 'device-busy' || problem.code === 'device-ended';
    const returns = plugIn && mayReturn && settings.stream === null && !life.signal.aborted;
    if (problem.code === 'worker-failed') microphone.tell('off');
    else microphone.tell(returns ? 'degraded' : 'failed', problem);
    if (returns) awaitMicrophone();
  };

  /** Begins again once the microphone is back. */
  function awaitMicrophone(): void {
    const patience = new AbortController();
    const signal = AbortSignal.any([life.signal, patience.signal]);
    const look = async (): Promise<void> => {
      if (!(await microphonePresent(settings.deviceId)) || signal.aborted) return;
      patience.abort();
      microphone.tell('restarting');
      await begin();
    };
    mediaDevices()?.addEventListener('devicechange', () => void look(), { signal });
  }

  /** All that ends with the run, the words first, of which nothing is made out any more. */
  const held = createRelease(sink.problem);
  held.hold('The microphone', endAttempt);
  held.hold('The words', words.close);
  held.hold('The wait for a microphone', () => life.abort());

  async function begin(): Promise<void> {
    attempt = new AbortController();
    const { signal } = attempt;
    reporter.status('starting');
    if (microphone.vitals.condition !== 'restarting') microphone.tell('starting');
    try {
      const context = await settings.audio.open();
      if (signal.aborted) return;
      const stream = settings.stream ?? (await openMicrophone(settings));
      if (settings.stream === null) whenAborted(signal, () => stream.getTracks().forEach((track) => track.stop()));
      if (signal.aborted) return;
      words.open();
      const graph = await connectVoiceGraph(context, stream, settings.audio);
      whenAborted(signal, graph.disconnect);
      if (signal.aborted) return;
      const track = stream.getAudioTracks()[0]!;
      // Chromium and Firefox tell the capture latency, which TypeScript's DOM library lacks.
      const { latency = 0 } = track.getSettings() as { latency?: number };
      const timeline = createAudioTimeline(latency);
      await hear(context, timeline, track, signal, graph.sendTo);
    } catch (thrown) {
      if (!signal.aborted) fail(asProblem(thrown, 'device-missing', 'The microphone could not be used'));
    }
  }

  /** Starts the worker and resolves when it hears, or has given up. */
  function hear(context: AudioContext, timeline: AudioTimeline, track: MediaStreamTrack, signal: AbortSignal, sendTo: (port: MessagePort) => void): Promise<void> {
    return new Promise((resolve) => {
      let degraded: AttuneError | null = null;
      let ready = false;
      signal.addEventListener('abort', () => resolve(), { once: true });

      let deaf = false;
      whenAborted(signal, settings.audio.watchOutside((sounding) => (deaf = sounding)));
      const flow = watchFlow(clock, STALLED, () => ready && context.state === 'running', beginAnew);
      whenAborted(signal, flow.stop);
      liveSince = lastSound = clock.now();

      const live = (): void => {
        if (!track.muted) microphone.tell('running');
        if (ready && !track.muted) reporter.status('live', degraded?.code ?? null);
      };
      const mute = (): void => {
        const problem = new AttuneError('device-busy', 'The microphone is muted by the system or by its own switch, so nothing is heard. Unmute it, and listening goes on.');
        reporter.speechEnd(clock.now(), clock.now());
        reporter.problem(problem);
        reporter.status('failed', problem.code);
        microphone.tell('degraded', problem);
      };
      const host = hostVoiceWorker(parts.voice, settings.assets, signal, {
        connect: sendTo,
        report(report) {
          if (report.type === 'ready') {
            degraded = report.problem && new AttuneError(report.problem.code, report.problem.message);
            if (degraded) reporter.problem(degraded);
            ready = true;
            if (track.muted) mute();
            live();
            resolve();
          } else if (report.type === 'progress') settings.onProgress(report.share);
          else if (report.type === 'notice') reporter.problem(new AttuneError(report.problem.code, report.problem.message));
          else if (report.type === 'sound') words.push(report.samples);
          else {
            if (report.type === 'stats') {
              flow.came();
              listenForSilence(report.stats.level <= SILENCE && !deaf && !track.muted);
            }
            timeline.observe(context.currentTime, clock.now());
            forward(report, timeline.toSession);
          }
        },
        restart(problem) {
          ready = false;
          reporter.speechEnd(clock.now(), clock.now());
          reporter.status('starting', problem.code);
        },
        fail: (problem) => fail(problem),
      });
      host.tellWords(soundWanted);
      worker = host;
      live();
      track.addEventListener('mute', mute, { signal });
      track.addEventListener('unmute', live, { signal });
      track.addEventListener('ended', () => fail(new AttuneError('device-ended', 'The microphone was unplugged or taken away. Plug it in again, and listening goes on.')), { signal });
      context.addEventListener('statechange', () => {
        // Time stands still in a suspended context: what was heard before does not join what follows.
        timeline.reset();
        lastSound = clock.now();
        if (context.state !== 'closed') reset();
        else fail(new AttuneError('device-ended', 'The audio context was closed, so the microphone is no longer heard. Start the voice again.'), false);
      }, { signal });
    });
  }

  /** Says once each time that talking at once stops being possible. */
  function tellDuplex(now: VoiceStats['duplex']): void {
    if (now === 'half-duplex' && duplex !== now) {
      reporter.problem(new AttuneError('echo-heard', 'The agent\'s own voice comes back into the microphone too strongly to be told from the player\'s, so the player is heard only while the agent is silent. Use headphones, or turn the loudspeaker down.'));
    }
    duplex = now ?? duplex;
  }

  function forward(report: Exclude<VoiceReport, { type: 'ready' | 'progress' | 'notice' | 'sound' }>, toSession: (at: number) => SessionTime): void {
    if (report.type === 'stats') {
      reporter.level(report.stats.level);
      tellDuplex(report.stats.duplex);
      settings.onStats({ ...report.stats, at: toSession(report.at) });
    } else if (report.type === 'turn') takeSign(report.sign, toSession(report.at), toSession);
    else if (report.type === 'figures') reporter.figures(report.figures, toSession(report.at), report.source);
    else {
      pause = null;
      if (report.boundary.type === 'speech-start') reporter.speechStart(toSession(report.boundary.at));
      else reporter.speechEnd(toSession(report.boundary.at), toSession(report.at));
    }
  }

  return {
    begin,
    reset,
    listenWith: (next) => words.change(next),
    end() {
      void held.end();
      microphone.tell('off');
      parts.voice.tell('off');
      reporter.status('off');
    },
  };
}

/** Runs `action` when the signal aborts, at once if it has. */
function whenAborted(signal: AbortSignal, action: () => void): void {
  if (signal.aborted) action();
  else signal.addEventListener('abort', action, { once: true });
}
