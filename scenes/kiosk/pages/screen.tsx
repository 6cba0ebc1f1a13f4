import { useReducedMotion } from '@mantine/hooks';
import { lazy, Suspense, useEffect } from 'react';
import { useAgent } from 'attune/react';
import { useTranslation } from 'react-i18next';
import { useHost, useHostView } from '../host-context.ts';
import { AskingPage } from './asking-page.tsx';
import { AttractPage } from './attract-page.tsx';
import { ClosedPage } from './closed-page.tsx';
import { ConsentPage } from './consent-page.tsx';
import { FarewellPage } from './farewell-page.tsx';
import { useKeepAwake } from './use-keep-awake.ts';
import { useNoWayOut } from './use-no-way-out.ts';
import { useOperatorCorner } from './use-operator-corner.ts';
import { useSigns } from './use-signs.ts';
import { VisitPage } from './visit-page.tsx';
import classes from './kiosk.module.css';

const KioskStage = lazy(() => import('../stage/kiosk-stage.tsx').then(({ KioskStage: component }) => ({ default: component })));

/** What visitors see: the character all day, and below it, within everybody's reach, what can be done. */
export function Screen({ onOperator }: { onOperator: () => void }) {
  const { t } = useTranslation();
  const host = useHost();
  const agent = useAgent();
  const stage = useHostView(({ kiosk }) => kiosk.stage);
  const still = useReducedMotion(false, { getInitialValueInEffect: false });
  const corner = useOperatorCorner(onOperator);
  useSigns(host, stage);
  useKeepAwake(host.config.keepAwake && stage !== 'closed');
  useNoWayOut();
  useEffect(() => agent.setMotion(still ? 0 : 1), [agent, still]);

  return (
    <main className={classes.screen} data-stage={stage} data-testid="kiosk" aria-label={t('kiosk.screen')} {...corner}>
      {stage === 'closed' ? <ClosedPage /> : (
        <>
          <Suspense><KioskStage /></Suspense>
          {stage === 'attract' && <AttractPage />}
          {stage === 'consent' && <ConsentPage />}
          {(stage === 'visit' || stage === 'asking') && <VisitPage />}
          {stage === 'asking' && <AskingPage />}
          {stage === 'farewell' && <FarewellPage />}
        </>
      )}
    </main>
  );
}
