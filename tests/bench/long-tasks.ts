/** What a page under measurement tells. */
export interface PageFigures {
  /** Lengths of the main thread's tasks over 50 ms, in milliseconds. */
  readonly longTasks: readonly number[];
  readonly [figure: string]: unknown;
}

declare global {
  interface Window {
    figures?: PageFigures;
  }
}

/** Counts the main thread's long tasks for some seconds. */
export async function countLongTasks(seconds: number): Promise<number[]> {
  const longTasks: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(Math.round(duration));
  });
  observer.observe({ type: 'longtask' });
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  observer.disconnect();
  return longTasks;
}
