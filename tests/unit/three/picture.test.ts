import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchPicture } from '../../../src/three/picture.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const canvasHere = (): HTMLCanvasElement => new EventTarget() as unknown as HTMLCanvasElement;
const happens = (canvas: HTMLCanvasElement, type: string): Event => {
  const event = new Event(type, { cancelable: true });
  canvas.dispatchEvent(event);
  return event;
};

describe('a watched picture', () => {
  it('asks for a lost context back, and tells when it is there again', () => {
    const canvas = canvasHere();
    const { picture } = watchPicture(canvas);
    expect(picture.vitals.condition).toBe('running');
    expect(happens(canvas, 'webglcontextlost').defaultPrevented).toBe(true);
    expect(picture.vitals).toMatchObject({ condition: 'restarting', restarts: 1, problem: { code: 'picture-lost' } });
    vi.advanceTimersByTime(3000);
    happens(canvas, 'webglcontextrestored');
    vi.advanceTimersByTime(60_000);
    expect(picture.vitals).toMatchObject({ condition: 'running', restarts: 1 });
  });

  it('is given up when the context stays away, unless it still comes', () => {
    const canvas = canvasHere();
    const { picture } = watchPicture(canvas);
    happens(canvas, 'webglcontextlost');
    vi.advanceTimersByTime(8000);
    expect(picture.vitals).toMatchObject({ condition: 'failed', problem: { message: expect.stringMatching(/another canvas/) } });
    happens(canvas, 'webglcontextrestored');
    expect(picture.vitals.condition).toBe('running');
  });

  it('is off once nobody watches, and leaves no timer', () => {
    const canvas = canvasHere();
    const { picture, stop } = watchPicture(canvas);
    happens(canvas, 'webglcontextlost');
    stop();
    happens(canvas, 'webglcontextrestored');
    expect(picture.vitals.condition).toBe('off');
    expect(vi.getTimerCount()).toBe(0);
  });
});
