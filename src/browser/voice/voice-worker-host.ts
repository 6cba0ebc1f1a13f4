import { AttuneError, type Seconds } from '../../core/index.ts';
import type { VoiceAssets, VoiceCommand, VoiceReport } from './voice-protocol.ts';

export interface VoiceWorkerEvents {
  /** The worker hears from now on; send the blocks to this port. */
  readonly connect: (port: MessagePort) => void;
  readonly report: (report: VoiceReport) => void;
  /** The worker crashed and another is started after a pause. */
  readonly restart: (problem: AttuneError) => void;
  /** The worker crashed once too often. */
  readonly fail: (problem: AttuneError) => void;
}

/** What a running worker can be told. */
export interface VoiceWorkerHost {
  reset(): void;
  /** How long the silence that is now must last to be the end of the speech. */
  wait(patience: Seconds): void;
  /** Whether the sound of speech is wanted; it is not at first. */
  tellWords(wanted: boolean): void;
}

/** Pauses before the first, second and third restart. */
const BACK_OFF: readonly Seconds[] = [0.5, 1, 2];
/** A worker that ran this long was healthy, and its crash counts as the first. */
const HEALTHY: Seconds = 60;

/** Keeps a voice worker running until `signal` aborts, and at most three restarts in a row. */
export function hostVoiceWorker(assets: VoiceAssets, signal: AbortSignal, events: VoiceWorkerEvents): VoiceWorkerHost {
  let worker: Worker | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let restarts = 0;
  let words = false;

  const tell = (command: VoiceCommand, transfer: Transferable[] = []): void => worker?.postMessage(command, transfer);

  const end = (): void => {
    clearTimeout(timer);
    worker?.terminate();
    worker = null;
  };

  const crash = (detail: string, lived: Seconds): void => {
    end();
    if (lived >= HEALTHY) restarts = 0;
    const pause = BACK_OFF[restarts];
    if (pause === undefined) {
      events.fail(new AttuneError('worker-failed', `The voice worker crashed ${restarts + 1} times (${detail}), so the voice is no longer heard. Reload the page, and report this if it returns.`));
      return;
    }
    restarts += 1;
    events.restart(new AttuneError('worker-failed', `The voice worker crashed (${detail}). It starts again in ${pause} s.`));
    // Stopping may be the listener's answer to the restart.
    if (!signal.aborted) timer = setTimeout(launch, pause * 1000);
  };

  function launch(): void {
    const began = performance.now();
    const { port1, port2 } = new MessageChannel();
    let connected = false;
    worker = new Worker(new URL('./voice-worker.ts', import.meta.url), { type: 'module', name: 'attune-voice' });
    worker.addEventListener('message', ({ data: report }: MessageEvent<VoiceReport>) => {
      if (report.type === 'ready' && !connected) {
        connected = true;
        events.connect(port2);
      }
      events.report(report);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      port2.close();
      crash(event.message || 'its script did not load', (performance.now() - began) / 1000);
    });
    tell({ type: 'begin', assets, blocks: port1 }, [port1]);
    tell({ type: 'words', wanted: words });
  }

  launch();
  signal.addEventListener('abort', end, { once: true });
  return {
    reset: () => tell({ type: 'reset' }),
    wait: (seconds) => tell({ type: 'patience', seconds }),
    tellWords(wanted) {
      words = wanted;
      tell({ type: 'words', wanted });
    },
  };
}
