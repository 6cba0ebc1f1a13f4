import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { handOut } from './handle.ts';
import { readQuery } from './query.ts';
import { ReplayPage } from './replay-page.tsx';
import { beginReplaying } from './replaying.ts';
import { ReplayingContext } from './replaying-context.ts';

const replaying = beginReplaying();
handOut(replaying);
const { sample } = readQuery(location.search);
if (sample !== null) void replaying.first.sample(sample, document.documentElement.lang.startsWith('zh') ? 'zh' : 'en');

/** A recorded session over time. See query.ts for the address, handle.ts for the console. */
export function ReplayScene() {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${t('gallery.replay.title')} · ${t('app.name')}`;
  }, [t]);
  return <ReplayingContext value={replaying}><ReplayPage /></ReplayingContext>;
}
