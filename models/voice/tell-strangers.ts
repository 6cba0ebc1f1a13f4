import type { Net } from '../../src/browser/nets/net-file.ts';
import type { VoiceHop } from '../../src/browser/voice/features/descriptors.ts';
import { createUtteranceReader } from '../../src/browser/voice/voice-reader.ts';
import { UNKNOWN_VARIANCE } from '../../src/core/index.ts';
import type { LabelledVoices } from '../../scripts/voices/labelled-voices.ts';
import type { Utterances } from '../../scripts/voices/voices-of.ts';
import { agentsVoices, PRAAT, praatVoices } from './machine-voices.ts';
import { BACKWARDS, type Stranger, strangersOf } from './strangers.ts';
import { usualVoices } from './usual-voices.ts';

/** Mean variances; those of nets that were never taught this kind of stranger stand apart. */
export type StrangerFigures = Readonly<Record<string, Readonly<Record<string, number>>>>;

const NEVER_TAUGHT: readonly string[] = [BACKWARDS, PRAAT];

/**
 * How unsure fold nets are of strange voices, heard as somebody's first utterance: each by the net that has heard neither
 * the speaker that it is made of nor, where a machine speaks, the sentence.
 */
export async function tellStrangers(corpus: LabelledVoices, studio: Utterances, netOf: (speaker: string) => Net): Promise<StrangerFigures> {
  const speakers = [...new Set(corpus.voices.map(({ speaker }) => speaker))];
  const heard: Stranger[] = [
    ...studio.map((hops, clip): Stranger => ({ kind: 'one voice as recorded', hops, speakers: [corpus.voices[clip]!.speaker] })),
    ...await usualVoices(corpus), ...await strangersOf(corpus), ...await agentsVoices(speakers), ...await praatVoices(),
  ];
  const sums = new Map<string, Map<string, number[]>>();
  heard.forEach(({ kind, hops, speakers: [own] }, index) => {
    const net = netOf(own ?? speakers[index % speakers.length]!);
    const apart = NEVER_TAUGHT.includes(kind) || (net.settings['untaught'] as readonly string[]).includes(kind);
    const figures = sums.get(kind) ?? new Map<string, number[]>();
    sums.set(kind, figures);
    Object.entries(variancesOf(net, hops)).forEach(([name, variance]) => {
      const column = apart ? `${name}, kind not taught` : name;
      figures.set(column, [...figures.get(column) ?? [], variance]);
    });
  });
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const told = Object.fromEntries([...sums].map(([kind, figures]) => [kind, Object.fromEntries([...figures].map(([column, values]) => [column, mean(values)]))]));
  console.log(`\nStrange voices, as mean variance (${UNKNOWN_VARIANCE.toFixed(3)} is unknown), first utterance of a speaker:`);
  for (const [kind, figures] of Object.entries(told)) console.log(`  ${kind}: ${Object.entries(figures).map(([column, value]) => `${column} ${value.toFixed(3)}`).join('; ')}`);
  return told;
}

function variancesOf(net: Net, hops: readonly VoiceHop[]): { readonly valence: number; readonly arousal: number } {
  const reader = createUtteranceReader(net);
  reader.hear(hops, true);
  const reading = reader.settle();
  return { valence: reading?.valence.variance ?? UNKNOWN_VARIANCE, arousal: reading?.arousal.variance ?? UNKNOWN_VARIANCE };
}
