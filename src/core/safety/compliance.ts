import { AttuneError } from '../problem.ts';
import type { Signal } from '../signals/any-signal.ts';
import type { Sense } from '../signals/signal.ts';

/**
 * What is read of the player. `text-only`: no camera and no microphone. `expression-reactive`: whether and where somebody is, and
 * the words of a recogniser, but no emotion from face or voice. `emotion`: all of it, with the player's consent.
 */
export const COMPLIANCE_MODES = ['text-only', 'expression-reactive', 'emotion'] as const;
/** How much is read of the player, as one of {@link COMPLIANCE_MODES}. */
export type ComplianceMode = (typeof COMPLIANCE_MODES)[number];

/** Where the agent is used, as its operator declares. */
export const USE_CONTEXTS = ['personal', 'public', 'health', 'research', 'workplace', 'education'] as const;
/** One of {@link USE_CONTEXTS}. For `workplace` and `education` the mode `emotion` is refused, as the EU AI Act forbids it there. */
export type UseContext = (typeof USE_CONTEXTS)[number];

/** What an agent may read of the player here, and what it must tell them. */
export interface Compliance {
  readonly mode: ComplianceMode;
  readonly context: UseContext;
  /** Whether the player agreed to having emotions read from face and voice. */
  readonly consent: boolean;
  /** Whether the agent itself says at the start that it is an AI. Only false where the page tells so in another way. */
  readonly introduces: boolean;
}

/** Where the operator declares nothing, it vouches for the player's consent by attaching a camera or a microphone. */
export const UNDECLARED: Compliance = { mode: 'emotion', context: 'personal', consent: true, introduces: true };

/**
 * What an operator declared, with the defaults of each mode.
 *
 * @throws {AttuneError} `bad-input` when it is unknown, or emotions would be read at work or at school
 */
export function readCompliance(given: Partial<Compliance> | undefined): Compliance {
  if (!given) return UNDECLARED;
  const { mode = 'expression-reactive', context = 'personal', consent = false, introduces = true } = given;
  if (!COMPLIANCE_MODES.includes(mode)) throw new AttuneError('bad-input', `Expected compliance.mode to be one of ${COMPLIANCE_MODES.join(', ')}, but got ${String(mode)}.`);
  if (!USE_CONTEXTS.includes(context)) throw new AttuneError('bad-input', `Expected compliance.context to be one of ${USE_CONTEXTS.join(', ')}, but got ${String(context)}.`);
  if (mode === 'emotion' && (context === 'workplace' || context === 'education')) {
    throw new AttuneError('bad-input', `Expected no reading of emotions in the context "${context}": the EU AI Act forbids it there (Article 5(1)(f)), so it is not offered. Choose the mode "expression-reactive" or "text-only".`);
  }
  return { mode, context, consent, introduces };
}

/** @throws {AttuneError} `permission-denied` when this sense may not be opened */
export function expectAllowed({ mode, consent }: Compliance, sense: Sense): void {
  if (sense !== 'face' && sense !== 'voice') return;
  if (mode === 'text-only') throw new AttuneError('permission-denied', `Expected no ${sense} source in the mode "text-only", but one was attached. Choose another mode when the agent is made.`);
  if (mode === 'emotion' && !consent) throw new AttuneError('permission-denied', `Expected the player's consent before a ${sense} source is attached in the mode "emotion", but there is none. Ask, and pass compliance.consent, or choose "expression-reactive".`);
}

/** What of a signal may be taken in; null for nothing. */
export function allowedPart(signal: Signal, { mode, consent }: Compliance): Signal | null {
  if (mode === 'emotion' && consent) return signal;
  if (signal.kind !== 'face' && signal.kind !== 'voice' && signal.kind !== 'motion') return signal;
  if (mode === 'text-only') return null;
  if (signal.kind === 'motion') return { ...signal, speed: null, stillness: 0 };
  if (signal.kind === 'face') return { ...signal, scores: null, blendshapes: null, expression: null };
  return { ...signal, quality: 0, loudness: -200, pitch: null, pitchRange: null, voicedRatio: 0, expression: null };
}
