import { type AgentEvent, type AgentSettings, type AgentState, type EmotionFuser, guardFuser, initialState, step } from '../../core/index.ts';

/** A replay that runs beside its session, a line behind, so that no log has to be kept. */
export interface Shadow {
  /** Takes a line of the log; tells how the replay differs, null while it does not. */
  read(line: string): string | null;
}

/** @param net one that answers as the session's does */
export function createShadow(net: EmotionFuser): Shadow {
  const fuser = guardFuser(net);
  let state: AgentState | null = null;
  /** Cues of the replay that have yet to be found in the log. */
  let cues: string[] = [];
  return {
    read(line) {
      const read = JSON.parse(line) as { readonly type?: string; readonly cue?: unknown };
      if (!state) {
        state = initialState(read as unknown as AgentSettings);
        return null;
      }
      if (read.type === 'words') return null;
      if (read.type === 'cue') {
        const [recorded, replayed] = [JSON.stringify(read.cue), cues.shift()];
        return recorded === replayed ? null : `recorded ${recorded}, replayed ${replayed ?? 'nothing'}`;
      }
      const missing = cues[0];
      if (missing !== undefined) return `replayed ${missing}, recorded nothing`;
      const [next, effects] = step(state, read as AgentEvent, fuser);
      state = next;
      cues = effects.flatMap((effect) => (effect.type === 'perform' ? [JSON.stringify(effect.cue)] : []));
      return null;
    },
  };
}
