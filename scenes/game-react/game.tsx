import { AttuneRoom } from 'attune/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenSense } from '../shared/senses.ts';
import { ConsentPage } from './consent-page.tsx';
import { handOut, takeBack } from './handle.ts';
import { type Inn, openInn } from './open-inn.ts';
import { readQuery } from './query.ts';
import { Taproom } from './taproom.tsx';

const query = readQuery(location.search);

interface Visit {
  readonly inn: Inn;
  readonly allowed: readonly OpenSense[];
  /** A visit has people of its own, who know nothing of the one before. */
  readonly number: number;
}

/** Consent first; then an evening at the inn, as often as the player likes. */
export function Game() {
  const { t, i18n } = useTranslation();
  const [visit, setVisit] = useState<Visit | null>(null);

  useEffect(() => {
    document.title = `${t('inn.place')} · ${t('app.name')}`;
  }, [t]);

  const enter = (allowed: readonly OpenSense[]): void => {
    const inn = openInn(query.assets, i18n);
    handOut(inn);
    setVisit((before) => ({ inn, allowed, number: (before?.number ?? 0) + 1 }));
  };
  const leave = (): void => {
    void visit?.inn.close();
    takeBack();
    setVisit(null);
  };

  if (!visit) return <ConsentPage onBegin={enter} />;
  const { inn, allowed, number } = visit;
  return (
    <AttuneRoom key={number} assets={query.assets} audio={inn.audio} clock={inn.clock} text={inn.reader}>
      <Taproom
        inn={inn} query={query} allowed={allowed} onLeave={leave}
        onAgain={(open) => {
          leave();
          enter(open);
        }}
      />
    </AttuneRoom>
  );
}
