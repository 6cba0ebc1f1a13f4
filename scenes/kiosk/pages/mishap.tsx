import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './kiosk.module.css';

interface MishapProps {
  readonly children: ReactNode;
  readonly onMishap: (thrown: unknown) => void;
}

/** Where drawing the page fails: a friendly word instead of an empty screen, until it begins anew. */
export class Mishap extends Component<MishapProps, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(thrown: unknown): void {
    this.props.onMishap(thrown);
  }

  override render(): ReactNode {
    return this.state.failed ? <OneMoment /> : this.props.children;
  }
}

function OneMoment() {
  const { t } = useTranslation();
  return (
    <main className={classes.closed} data-testid="mishap">
      <h1 className={classes.title}>{t('kiosk.broken.title')}</h1>
      <p className={classes.lead}>{t('kiosk.broken.text')}</p>
    </main>
  );
}
