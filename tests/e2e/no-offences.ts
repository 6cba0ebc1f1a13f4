import { afterEach } from 'vitest';
import { takeOffences } from './open-page.ts';

/** Runs with every end-to-end test: whatever else it looks at, nothing left the origin, offended the policy or went uncaught. */
afterEach(() => {
  const offences = takeOffences();
  if (offences.length > 0) throw new Error(`Expected no requests elsewhere, no violations of the policy and no errors that nobody caught, but got:\n${offences.join('\n')}`);
});
