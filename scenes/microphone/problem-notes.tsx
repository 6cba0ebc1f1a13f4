import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { ProblemNote, type Remedy } from '../shared/problem-note.tsx';
import type { Problem } from '../shared/problems.ts';
import { useListening, useListeningView } from './listening-context.ts';

/** What went wrong with the microphone. Files can be read all the same. */
export function ProblemNotes() {
  const { t } = useTranslation();
  const listening = useListening();
  const problems = useStore(listening.problems.list);
  const live = useListeningView(({ source }) => source === 'microphone');

  const both = (again: () => void, without: () => void): Remedy[] => [{ label: t('problems.again'), act: again }, { label: t('problems.goOn'), act: without }];
  const remediesFor = ({ subject }: Problem): Remedy[] => {
    if (subject === 'text') return both(() => listening.makeOutWords(true), () => listening.makeOutWords(false));
    return subject === 'voice' && live ? both(() => void listening.openMicrophone(), () => void listening.closeMicrophone()) : [];
  };
  return problems.slice(-2).map((problem) => (
    <ProblemNote key={problem.id} problem={problem} remedies={remediesFor(problem)} onDismiss={() => listening.problems.dismiss(problem.id)} />
  ));
}
