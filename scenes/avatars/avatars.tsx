import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { firstChoice } from './avatar-choice.ts';
import { AvatarsPage } from './avatars-page.tsx';
import { handOut } from './handle.ts';
import { readQuery } from './query.ts';
import { createRehearsal } from './rehearsal.ts';
import { RehearsalContext } from './rehearsal-context.ts';

const query = readQuery(location.search);

/** The characters, or a visitor's own VRM, and everything they can be asked to do. See query.ts for the address, handle.ts for the console. */
export function Avatars() {
  const { t } = useTranslation();
  const [rehearsal] = useState(() => createRehearsal(firstChoice(query), query.assets));
  useEffect(() => {
    document.title = `${t('gallery.avatars.title')} · ${t('app.name')}`;
  }, [t]);
  useEffect(() => handOut(rehearsal), [rehearsal]);
  return (
    <RehearsalContext value={rehearsal}>
      <AvatarsPage query={query} />
    </RehearsalContext>
  );
}
