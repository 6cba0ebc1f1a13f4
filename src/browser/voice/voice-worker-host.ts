import { AttuneError, type Seconds, type ToldPart } from '../../core/index.ts';
import { keepWorker } from '../supervise/keep-worker.ts';
import type { VoiceAssets, VoiceCommand, VoiceReport } from './voice-protocol.ts';

export interface VoiceWorkerEvents {
  /** The worker hears from now on; send the blocks to this port. */
  readonly connect: (port: MessagePort) => void;
  readonly report: (report: VoiceReport) => void;
  /** The worker broke down and another is started after a pause. */
  readonly restart: (problem: AttuneError) => void;
  /** The worker broke down once too often. */
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

/** A frame is 32 ms of sound, and no work takes much longer. */
const PATIENCE: Seconds = 10;

/** Keeps a voice worker running until `signal` aborts. */
export function hostVoiceWorker(part: ToldPart, assets: VoiceAssets, signal: AbortSignal, events: VoiceWorkerEvents): VoiceWorkerHost {
  let words = false;
  let unused: MessagePort | null = null;

  const tell = (command: VoiceCommand, transfer: Transferable[] = []): void => kept.send(command, transfer);

  const kept = keepWorker({
    part, name: 'The voice worker', patience: PATIENCE,
    start: () => new Worker(new URL('./voice-worker.ts', import.meta.url), { type: 'module', name: 'attune-voice' }),
    begin(worker) {
      const { port1, port2 } = new MessageChannel();
      let connected = false;
      unused = port2;
      worker.addEventListener('message', ({ data: report }: MessageEvent<VoiceReport>) => {
        if (report.type === 'ready') {
          kept.running(report.problem && new AttuneError(report.problem.code, report.problem.message));
          if (!connected) events.connect(port2);
          connected = true;
          unused = null;
        }
        events.report(report);
      });
      tell({ type: 'begin', assets, blocks: port1 }, [port1]);
      tell({ type: 'words', wanted: words });
    },
    broke(problem, pause) {
      unused?.close();
      if (pause === null) events.fail(problem);
      else events.restart(problem);
    },
  });

  kept.start();
  signal.addEventListener('abort', kept.end, { once: true });
  return {
    reset: () => tell({ type: 'reset' }),
    wait: (seconds) => tell({ type: 'patience', seconds }),
    tellWords(wanted) {
      words = wanted;
      tell({ type: 'words', wanted });
    },
  };
}
