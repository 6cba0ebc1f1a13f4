/**
 * Names for the people of one visit. A worker counts those it meets; one that is started again counts anew, so what it counts is
 * told apart from whom the one before it met.
 */
export interface PersonNames {
  /** A worker begins to count. */
  begin(): void;
  nameOf(count: number): string;
  /** The present worker's count; 0, which is nobody, for a name that it did not give. */
  countOf(name: string): number;
}

/** Makes names for nobody yet. */
export function createPersonNames(): PersonNames {
  let [before, most] = [0, 0];
  return {
    begin() {
      before = most;
    },
    nameOf(count) {
      most = Math.max(most, before + count);
      return `person-${before + count}`;
    },
    countOf(name) {
      const number = Number(/^person-(\d+)$/.exec(name)?.[1]);
      return number > before && number <= most ? number - before : 0;
    },
  };
}
