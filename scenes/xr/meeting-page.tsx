import { AttuneProvider } from 'attune/react';
import { lazy, Suspense, useState } from 'react';
import { Composer } from './composer.tsx';
import { EnterButtons } from './enter-buttons.tsx';
import type { Embodied } from './meeting.ts';
import classes from './meeting-page.module.css';
import { Notes } from './notes.tsx';
import type { Query } from './query.ts';
import { TopBar } from './top-bar.tsx';

/** Three and everything that draws with it come only once somebody begins. */
const Stage = lazy(() => import('./stage/stage.tsx').then(({ Stage: component }) => ({ default: component })));

/** The page around a headset: whoever has none meets the character here, and nobody needs a mouse. */
export function MeetingPage({ query, onStop }: { readonly query: Query; readonly onStop: () => void }) {
  const [embodied, setEmbodied] = useState<Embodied | null>(null);
  return (
    <main className={classes.room}>
      <Suspense><Stage query={query} onEmbodied={setEmbodied} /></Suspense>
      <TopBar query={query} agent={embodied?.agent ?? null} onStop={onStop} />
      <div className={classes.lower}>
        <Notes />
        {embodied && (
          <AttuneProvider agent={embodied.agent}>
            <EnterButtons />
            <Composer agent={embodied.agent} />
          </AttuneProvider>
        )}
      </div>
    </main>
  );
}
