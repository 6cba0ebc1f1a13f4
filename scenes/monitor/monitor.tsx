import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { hostDemo } from './demo/host-demo.ts';
import { handOut } from './handle.ts';
import { createMonitoring } from './monitoring.ts';
import { MonitoringContext } from './monitoring-context.ts';
import { MonitorPage } from './monitor-page.tsx';
import { readQuery } from './query.ts';
import { createServedView, followStore } from './store-view.ts';

const query = readQuery(location.search);
const monitoring = createMonitoring(query.store ? createServedView() : hostDemo());
handOut(monitoring);
void monitoring.begin();
if (query.store) followStore(() => void monitoring.renew(), monitoring.heard);

/** What is said over time. See query.ts for the address, handle.ts for the console. */
export function MonitorScene() {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${t('gallery.monitor.title')} · ${t('app.name')}`;
  }, [t]);
  return <MonitoringContext value={monitoring}><MonitorPage query={query} /></MonitoringContext>;
}
