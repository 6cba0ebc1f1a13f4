import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { handOut } from './handle.ts';
import { beginReading } from './reading.ts';
import { ReadingContext } from './reading-context.ts';
import { readQuery } from './query.ts';
import { TextPage } from './text-page.tsx';

const { assets } = readQuery(location.search);
// Nothing is fetched before the first text.
const reading = beginReading(assets);
handOut(reading);

/** What words express and want. See query.ts for the address, handle.ts for the console. */
export function TextScene() {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${t('gallery.text.title')} · ${t('app.name')}`;
  }, [t]);
  return <ReadingContext value={reading}><TextPage /></ReadingContext>;
}
