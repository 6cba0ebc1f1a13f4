import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Agent } from '../../../src/core/index.ts';
import { AttuneProvider, useAffect, useAgentState } from '../../../src/react/index.ts';

const agent = { state: { affect: { phase: 'tracking', intensity: 0.25 } }, subscribe: () => () => {} } as unknown as Agent;

function Phase(): string {
  const whole = useAffect();
  const intensity = useAffect((affect) => affect.intensity);
  const phase = useAgentState((state) => state.affect.phase);
  return `${whole.phase} ${phase} ${intensity}`;
}

describe('the provider', () => {
  it('hands its agent’s state to hooks below', () => {
    expect(renderToString(<AttuneProvider agent={agent}><Phase /></AttuneProvider>)).toBe('tracking tracking 0.25');
  });

  it('is asked for in one sentence where it is missing', () => {
    expect(() => renderToString(<Phase />)).toThrow('Expected an <AttuneProvider agent={agent}> above this component, but there is none. Put one around it.');
  });
});
