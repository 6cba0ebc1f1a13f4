import type { AvatarDriver, EmotionDistribution, EmotionFuser, PlayerMemory, Remembered } from '../../core/index.ts';
import { Planted, type Trouble } from './fault.ts';

/** A net whose answers are no distribution, or that throws. */
export function faultyFuser(fuser: EmotionFuser, trouble: Trouble): EmotionFuser {
  return {
    name: fuser.name,
    fuse(said) {
      const fault = trouble.next('throws', 'garbage', 'not-finite', 'lies');
      if (fault === 'throws') throw new Planted('fuser', fault);
      if (fault === 'garbage') return trouble.pick<unknown>(['happiness', {}, 7, [0.5, 0.5]]) as EmotionDistribution;
      const answer = fuser.fuse(said);
      if (fault === null || !answer) return answer;
      return { ...answer, happiness: fault === 'lies' ? 3 : trouble.pick([Number.NaN, Number.POSITIVE_INFINITY]) };
    },
  };
}

/** A memory that fails, or recalls what nobody can use. */
export function faultyMemory(memory: PlayerMemory, trouble: Trouble): PlayerMemory {
  const mayThrow = (call: () => void): void => {
    if (trouble.next('throws')) throw new Planted('memory', 'throws');
    call();
  };
  return {
    recall() {
      const fault = trouble.next('throws', 'garbage', 'huge');
      if (fault === 'throws') throw new Planted('memory', fault);
      if (fault === 'garbage') return trouble.pick<unknown>([null, 'chess', [null], [{ kind: 'name' }], { length: 2 }]) as readonly Remembered[];
      const [first] = memory.recall();
      if (fault === 'huge') return Array.from({ length: 5000 }, (_, i) => ({ id: `many-${i}`, kind: 'note', sentence: first?.sentence ?? 'I like chess.', about: 'chess', at: '2026-01-01T00:00:00.000Z', source: 'said' }));
      return memory.recall();
    },
    take: (turn) => mayThrow(() => memory.take(turn)),
    leave: () => mayThrow(() => memory.leave()),
    forget: () => mayThrow(() => memory.forget()),
  };
}

/** An avatar that can't show a picture now and then. */
export function faultyDriver(driver: AvatarDriver, trouble: Trouble): AvatarDriver {
  return {
    apply(frame, delta) {
      if (trouble.next('throws')) throw new Planted('driver', 'throws');
      driver.apply(frame, delta);
    },
    dispose: () => driver.dispose(),
  };
}

/** A function of the host's that throws now and then. */
export function faultyHost<Arguments extends readonly unknown[]>(call: (...given: Arguments) => void, trouble: Trouble): (...given: Arguments) => void {
  return (...given) => {
    if (trouble.next('throws')) throw new Planted('host', 'throws');
    call(...given);
  };
}
