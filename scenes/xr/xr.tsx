import { IconMicrophone } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConsentForm, ConsentSwitch } from '../shared/consent.tsx';
import { beginMeeting, type Meeting } from './meeting.ts';
import { MeetingContext } from './meeting-context.ts';
import { MeetingPage } from './meeting-page.tsx';
import { NAMES, readQuery } from './query.ts';

const query = readQuery(location.search);

/** Consent first; then a meeting, on the page and in a headset. See query.ts for the address, handle.ts for the console. */
export function XrScene() {
  const { t, i18n } = useTranslation();
  const [meeting, setMeeting] = useState<Meeting | null>(null);
  const [listens, setListens] = useState(false);
  const name = NAMES[query.character];
  useEffect(() => {
    document.title = `${t('gallery.xr.title')} · ${t('app.name')}`;
  }, [t]);

  const begin = (microphone: boolean): void => setMeeting(beginMeeting(query, i18n.language === 'zh' ? 'zh' : 'en', microphone));
  const stop = (): void => {
    void meeting?.stop();
    setMeeting(null);
  };

  if (meeting) return <MeetingContext value={meeting}><MeetingPage query={query} onStop={stop} /></MeetingContext>;
  return (
    <ConsentForm
      title={t('xr.consent.title', { name })} what={t('xr.consent.what', { name })} why={t('xr.consent.why', { name })} choose={t('consent.choose', { name })}
      onBegin={() => begin(listens)} onWithout={() => begin(false)}
    >
      <ConsentSwitch words="microphone" icon={IconMicrophone} checked={listens} onChange={setListens} />
    </ConsentForm>
  );
}
