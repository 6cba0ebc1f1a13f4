import { Tabs } from '@mantine/core';
import { chooseSuggestions, type CompanionMore, type CompanionState } from 'attune/scenario';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckIn } from './check-in.tsx';
import { PacedBreathing } from './paced-breathing.tsx';
import type { CompanionPanelProps } from './panel-props.ts';
import { SmallThing } from './small-thing.tsx';
import { Weeks } from './weeks.tsx';

const TABS = ['now', 'breathe', 'weeks'] as const;
type Tab = (typeof TABS)[number];
const TAB_OF: Readonly<Record<CompanionState['view'], Tab>> = { open: 'now', 'check-in': 'now', activity: 'now', breathing: 'breathe', trends: 'weeks', report: 'weeks' };

/** What somebody says of how they feel, what they do about it, and how it went. */
export function CompanionPanel(props: CompanionPanelProps) {
  const { t } = useTranslation('pack');
  const { state: { policy: { view } }, diary } = props;
  const [tab, setTab] = useState<Tab>('now');
  const [followed, setFollowed] = useState(view);
  // The conversation leads to a tab; from there on one may look around.
  if (followed !== view) {
    setFollowed(view);
    setTab(TAB_OF[view]);
  }
  const keepNote = useDiary(props);
  const entries = useSyncExternalStore(diary.subscribe, () => diary.entries);
  return (
    <Tabs value={tab} onChange={(next) => setTab(next as Tab)} keepMounted={false}>
      <Tabs.List grow mb="lg" aria-label={t('tabsLabel')}>{TABS.map((each) => <Tabs.Tab key={each} value={each} data-testid={`tab-${each}`}>{t(`tabs.${each}`)}</Tabs.Tab>)}</Tabs.List>
      <Tabs.Panel value="now">
        <CheckIn {...props} onNote={keepNote} />
        <SmallThing {...props} />
      </Tabs.Panel>
      <Tabs.Panel value="breathe"><PacedBreathing {...props} /></Tabs.Panel>
      <Tabs.Panel value="weeks"><Weeks {...props} entries={entries} /></Tabs.Panel>
    </Tabs>
  );
}

/** Writes down each report once, with how its teller appeared, and chooses anew what to suggest when something was tried. Returns what takes a note for the next one. */
function useDiary({ state: { policy: { report, reports, next } }, agent, diary, scenario, language, pack }: CompanionPanelProps): (note: string) => void {
  const note = useRef('');
  const written = useRef(reports);
  useEffect(() => {
    if (written.current === reports) return;
    written.current = reports;
    if (!report) return;
    const { phase, estimate: { valence, arousal } } = agent.state.affect;
    diary.add({ kind: 'check-in', valence: report.valence, arousal: report.arousal, words: report.words, note: note.current, appears: phase === 'tracking' ? { valence, arousal } : null });
    note.current = '';
  }, [reports, report, agent, diary]);
  // At the beginning, and after all was forgotten.
  const unchosen = next === null;
  useEffect(() => {
    const tried = (): number => diary.entries.filter(({ kind }) => kind === 'tried').length;
    let told = unchosen ? -1 : tried();
    const choose = (): void => {
      if (tried() === told) return;
      told = tried();
      const [seed] = crypto.getRandomValues(new Uint32Array(1));
      scenario.take({ type: 'own', own: { about: 'suggestions', next: chooseSuggestions(pack.more as CompanionMore, diary.entries, seed!) } }, language);
    };
    choose();
    return diary.subscribe(choose);
  }, [diary, scenario, language, pack, unchosen]);
  return useCallback((text) => {
    note.current = text;
  }, []);
}
