import { createContext, use } from 'react';
import type { Monitoring } from './monitoring.ts';

export const MonitoringContext = createContext<Monitoring | null>(null);

/** What is shown on this page. */
export function useMonitoring(): Monitoring {
  const monitoring = use(MonitoringContext);
  if (!monitoring) throw new Error('Expected a monitoring around this component, but there is none. Wrap it in MonitoringContext.');
  return monitoring;
}
