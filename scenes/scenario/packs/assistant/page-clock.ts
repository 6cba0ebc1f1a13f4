import { createBrowserClock } from 'attune/browser';

/** The page's own clock, by which it looks at the time. */
export const pageClock = createBrowserClock();
