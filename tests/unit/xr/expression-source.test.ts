import { BLENDSHAPES, createAgent } from 'attune';
import { createManualClock } from 'attune/testing';
import { createExpressionSource, type ExpressionTracker, faceOfWeights } from 'attune/xr';
import { describe, expect, it } from 'vitest';

describe('a headset that follows the face', () => {
  it('is understood by ARKit’s names and by OpenXR’s', () => {
    const arkit = faceOfWeights({ mouthSmileLeft: 0.8, mouthSmileRight: 0.8, jawOpen: 0.2 });
    const openxr = faceOfWeights({ LIP_CORNER_PULLER_L: 0.8, LIP_CORNER_PULLER_R: 0.8, JAW_DROP: 0.2 });
    expect(openxr).toEqual(arkit);
    expect(arkit.scores).toMatchObject({ smile: 0.8, mouthOpen: 0.2, browRaise: 0 });
    expect(arkit.blendshapes).toHaveLength(BLENDSHAPES.length);
    expect(faceOfWeights({ browInnerUp: Number.NaN, somethingElse: 1 })).toEqual({ blendshapes: null, scores: null });
    expect(faceOfWeights({ JAW_DROP: 7 }).scores?.mouthOpen).toBe(1);
  });

  it('is a sense like the camera: the agent sees a smile, and knows nothing when the face is lost', async () => {
    const clock = createManualClock();
    const agent = createAgent({ clock });
    let weights: Record<string, number> | null = { mouthSmileLeft: 0.9, mouthSmileRight: 0.9, cheekSquintLeft: 0.6, cheekSquintRight: 0.6 };
    const tracker: ExpressionTracker = { source: 'made-up-headset', read: () => weights };
    agent.start();
    await agent.attach(createExpressionSource(tracker));
    clock.advance(4);
    expect(agent.state.signals.face).toMatchObject({ source: 'made-up-headset', present: true });
    expect(agent.state.affect.estimate.valence.mean).toBeGreaterThan(0.3);
    const sure = agent.state.affect.estimate.valence.variance;
    weights = null;
    clock.advance(20);
    expect(agent.state.affect.estimate.valence.variance).toBeGreaterThan(sure);
    expect(agent.state.affect.estimate.valence.variance).toBeCloseTo(1 / 3, 1);
    await agent.detach('face');
    expect(agent.state.senses.face.status).toBe('off');
    await agent.stop();
  });
});
