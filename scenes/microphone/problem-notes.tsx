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

  const remediesFor = ({ subject }: Problem): Remedy[] => (subject !== 'voice' || !live ? [] : [
    { label: t('problems.again'), act: () => void listening.openMicrophone() },
    { label: t('problems.goOn'), act: () => void listening.closeMicrophone() },
  ]);
  return problems.slice(-2).map((problem) => (
    <ProblemNote key={problem.id} problem={problem} remedies={remediesFor(problem)} onDismiss={() => listening.problems.dismiss(problem.id)} />
  ));
}
