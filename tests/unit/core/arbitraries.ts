import fc from 'fast-check';
import { type AgentEvent, type Character, type Feeling, FEELINGS } from 'attune';
import { fakeFace, fakeNoFace, fakeVoice } from 'attune/testing';

const unit = fc.double({ min: 0, max: 1, noNaN: true });
// JSON knows no -0.
const signed = fc.double({ min: -1, max: 1, noNaN: true }).map((value) => value + 0);

/** Any event that could happen at a time, legal in form but in no sensible order. */
export function eventAt(at: number): fc.Arbitrary<AgentEvent> {
  const signal = fc.oneof(
    fc.record({ smile: signed, browRaise: unit, browLower: unit, eyeOpen: signed, mouthOpen: unit, quality: unit }).map(({ quality, ...scores }) => fakeFace(at, scores, { quality })),
    fc.constant(fakeNoFace(at)),
    fc.record({ loudness: fc.double({ min: -80, max: 0, noNaN: true }), pitch: fc.option(fc.double({ min: 60, max: 500, noNaN: true })), quality: unit, speaking: fc.boolean() })
      .map((voice) => fakeVoice(at, voice)),
  );
  return fc.oneof(
    { weight: 6, arbitrary: fc.constant<AgentEvent>({ type: 'tick', at }) },
    { weight: 6, arbitrary: signal.map((each): AgentEvent => ({ type: 'signal', at, signal: each })) },
    fc.constantFrom<AgentEvent>(
      { type: 'speech-start', at }, { type: 'speech-start', at, confirms: true }, { type: 'speech-confirmed', at }, { type: 'pitch-low', at }, { type: 'speech-pause', at, patience: 0.4, open: false }, { type: 'speech-pause', at, patience: 1, open: true }, { type: 'speech-end', at }, { type: 'speech-end', at, words: true }, { type: 'words-missed', at }, { type: 'visitor', at, change: 'left' },
      { type: 'utterance-start', at, id: 'utterance-1', duration: 2 }, { type: 'utterance-end', at, id: 'utterance-1', outcome: 'finished' },
      { type: 'sense', at, sense: 'face', status: 'failed', problem: 'device-ended' }, { type: 'language', at, language: 'zh' }, { type: 'gesture', at, gesture: 'nod', strength: 0.5 }, { type: 'fusion', at, method: 'learned', net: null },
      { type: 'style', at, style: { verbosity: 1, warmth: -1, mirroring: 1, pace: -1, initiative: 1, asking: 1 } },
      { type: 'operator', at, present: true }, { type: 'operator', at, present: false }, { type: 'operator-act', at, strategy: 'comfort', act: 'comfort', skill: 'reflection', words: null },
      { type: 'signal', at, signal: { kind: 'context', at, latency: 0, source: 'host', quality: 1, event: 'lost' } },
    ),
  );
}

/** A session of events whose times mostly go forwards, sometimes jump, sometimes go back. */
export const anySession: fc.Arbitrary<AgentEvent[]> = fc
  .array(fc.oneof({ weight: 20, arbitrary: fc.double({ min: 0, max: 0.5, noNaN: true }) }, fc.constantFrom(3600, -2)), { maxLength: 120 })
  .chain((gaps) => {
    let at = 0;
    return fc.tuple(...gaps.map((gap) => eventAt((at = Math.max(0, at + gap)))));
  })
  .map((events) => events as AgentEvent[]);

const rule = fc.record({ rule: fc.constantFrom('share', 'dampen', 'mask'), amount: unit });

/** Any character that its schema allows. */
export const anyCharacter: fc.Arbitrary<Character> = fc.record({
  name: fc.constantFrom('Mira', '小雨'),
  traits: fc.record({ openness: signed, conscientiousness: signed, extraversion: signed, agreeableness: signed, stability: signed }),
  empathy: fc.record({ joy: unit, concern: unit, calm: unit, reassurance: unit }),
  warmth: unit,
  display: fc.record(Object.fromEntries(FEELINGS.map((feeling) => [feeling, rule])) as Record<Feeling, typeof rule>),
  initiative: unit,
  verbosity: unit,
  humour: unit,
});
