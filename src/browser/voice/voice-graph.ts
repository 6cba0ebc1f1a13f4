import { AttuneError, type Seconds } from '../../core/index.ts';
import type { AudioHub } from '../audio.ts';
import { WORKLET_NAME, type WorkletCommand } from './voice-protocol.ts';
// oxlint-disable-next-line import/default -- Vite makes the default export: the URL of the built script
import workletUrl from './voice-worklet.ts?worker&url';

/** The audio nodes between a stream and the voice worker. */
export interface VoiceGraph {
  /** Sends the blocks to a new receiver from now on; the old port is closed. */
  sendTo(port: MessagePort): void;
  /** Takes the nodes out of the context, which stays open. */
  disconnect(): void;
}

/** What the agent sounds outside of the hub is in the room, and in the microphone, for so long after its end. */
const OUTSIDE_TAIL: Seconds = 0.4;

/**
 * Connects a stream to the voice worklet, and what the agent sounds to its second input. Nothing becomes audible: the worklet is joined to the
 * output only so that the context runs it, and it puts out silence.
 *
 * @throws {AttuneError} `unsupported` when the browser has no worklets; `asset-missing` when the script does not load
 */
export async function connectVoiceGraph(context: AudioContext, stream: MediaStream, { output: agent, watchOutside }: Pick<AudioHub, 'output' | 'watchOutside'>): Promise<VoiceGraph> {
  if (!(context.audioWorklet as AudioWorklet | undefined)) {
    throw new AttuneError('unsupported', 'This browser cannot process sound apart from the page (no AudioWorklet). Use a current browser, and a page served by https.');
  }
  try {
    await context.audioWorklet.addModule(workletUrl);
  } catch (thrown) {
    throw new AttuneError('asset-missing', `Could not load the script that hears the microphone from ${workletUrl}. Serve every file of the build, and allow script-src 'self'.`, thrown);
  }
  const source = context.createMediaStreamSource(stream);
  const worklet = new AudioWorkletNode(context, WORKLET_NAME, { numberOfInputs: 2, numberOfOutputs: 1, outputChannelCount: [1] });
  const ear = context.createGain();
  source.connect(ear).connect(worklet).connect(context.destination);
  let listening: ReturnType<typeof setTimeout> | undefined;
  const unwatch = watchOutside((sounding) => {
    clearTimeout(listening);
    if (sounding) ear.gain.value = 0;
    else listening = setTimeout(() => (ear.gain.value = 1), OUTSIDE_TAIL * 1000);
  });
  agent?.connect(worklet, 0, 1);
  const tell = (command: WorkletCommand, transfer: Transferable[] = []): void => worklet.port.postMessage(command, transfer);
  return {
    sendTo: (port) => tell({ type: 'blocks', port }, [port]),
    disconnect() {
      tell({ type: 'end' });
      worklet.port.close();
      unwatch();
      clearTimeout(listening);
      source.disconnect();
      ear.disconnect();
      agent?.disconnect(worklet);
      worklet.disconnect();
    },
  };
}
