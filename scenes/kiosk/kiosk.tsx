import { asProblem, type AttuneError } from 'attune';
import { AttuneProvider } from 'attune/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { handOut } from './handle.ts';
import { HealthPage } from './health/health-page.tsx';
import { openKiosk, type Host } from './host.ts';
import { HostContext, useHostView } from './host-context.ts';
import { loadConfig, settingsUrl } from './load-config.ts';
import { loadOwnContent } from './load-own-content.ts';
import { keepOffline } from './offline/register.ts';
import { FaultPage } from './pages/fault-page.tsx';
import { Mishap } from './pages/mishap.tsx';
import { Screen } from './pages/screen.tsx';
import { beginAnew } from './upkeep/begin-anew.ts';
import { watchOver } from './upkeep/watch-over.ts';

const query = new URLSearchParams(location.search);

/** Once for the page, whatever React mounts twice. */
const opening = open();

async function open(): Promise<Host | AttuneError> {
  try {
    const config = await loadConfig(location.search);
    const host = openKiosk({ config, assets: query.get('assets') ?? '../attune/', ownContent: await loadOwnContent(config.content.own) });
    handOut(host);
    watchOver(host);
    void keepOffline([settingsUrl(location.search).href, ...config.content.own]);
    return host;
  } catch (thrown) {
    return asProblem(thrown, 'bad-input', 'The kiosk could not be opened');
  }
}

/** The kiosk, or what is wrong with its configuration. */
export function Kiosk() {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<Host | AttuneError | null>(null);
  useEffect(() => {
    document.title = `${t('gallery.kiosk.title')} · ${t('app.name')}`;
  }, [t]);
  useEffect(() => void opening.then(setOpened), []);
  if (opened === null) return null;
  if (opened instanceof Error) return <FaultPage fault={opened} />;
  const fail = (thrown: unknown): void => {
    opened.health.note({ kind: 'error', error: thrown });
    beginAnew(opened.health, 'failed');
  };
  return <HostContext value={opened}><Mishap onMishap={fail}><Open /></Mishap></HostContext>;
}

/** The visitors' screen, and behind it the operator's. */
function Open() {
  const { i18n } = useTranslation();
  const agent = useHostView((view) => view.agent);
  const language = useHostView((view) => view.language);
  const [health, setHealth] = useState(() => query.has('health'));
  useEffect(() => void i18n.changeLanguage(language), [i18n, language]);
  return (
    <AttuneProvider agent={agent}>
      {health ? <HealthPage onClose={() => setHealth(false)} /> : <Screen onOperator={() => setHealth(true)} />}
    </AttuneProvider>
  );
}
