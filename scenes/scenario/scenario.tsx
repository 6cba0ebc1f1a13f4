import { AttuneRoom } from 'attune/react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenSense } from '../shared/senses.ts';
import { ConsentPage } from './consent-page.tsx';
import { handOut, takeBack } from './handle.ts';
import { type OpenPack, openPack } from './open-pack.ts';
import { PackList } from './pack-list.tsx';
import type { PackId } from './packs/packs.ts';
import { readQuery } from './query.ts';

const query = readQuery(location.search);

/** Three and everything that draws with it come only once somebody begins. */
const Room = lazy(() => import('./room.tsx').then(({ Room: component }) => ({ default: component })));

/** See query.ts for the address, handle.ts for the console. */
export function ScenarioScene() {
  const { t } = useTranslation();
  const { pack } = query;
  useEffect(() => {
    document.title = `${t(pack ? `scenario.packs.${pack}.title` : 'scenario.title')} · ${t('app.name')}`;
  }, [t, pack]);
  return pack ? <Visits pack={pack} /> : <PackList />;
}

interface Visit {
  readonly open: OpenPack;
  readonly allowed: readonly OpenSense[];
  readonly number: number;
}

/** Consent first; then a meeting, as often as the player likes. */
function Visits({ pack }: { readonly pack: PackId }) {
  const { i18n } = useTranslation();
  const [visit, setVisit] = useState<Visit | null>(null);
  const [opening, setOpening] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  const enter = async (allowed: readonly OpenSense[]): Promise<void> => {
    setOpening(true);
    try {
      const open = await openPack(pack, query.assets, query.mode, i18n);
      handOut(open);
      setVisit((before) => ({ open, allowed, number: (before?.number ?? 0) + 1 }));
    } catch (thrown) {
      setFault((thrown as Error).message);
    } finally {
      setOpening(false);
    }
  };
  const leave = (): void => {
    void visit?.open.close();
    takeBack();
    setVisit(null);
  };

  if (!visit) return <ConsentPage pack={pack} mode={query.mode} opening={opening} fault={fault} onBegin={(allowed) => void enter(allowed)} />;
  const { open, allowed, number } = visit;
  return (
    <AttuneRoom key={number} assets={query.assets} audio={open.audio} text={open.reader}>
      <Suspense><Room open={open} query={query} allowed={allowed} onLeave={leave} /></Suspense>
    </AttuneRoom>
  );
}
