import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useReading } from './reading-context.ts';

/** What went wrong with reading; it can always be tried again. */
export function ProblemNotes() {
  const { t } = useTranslation();
  const { problems, again } = useReading();
  const list = useStore(problems.list);
  return list.slice(-2).map((problem) => (
    <ProblemNote key={problem.id} problem={problem} remedies={[{ label: t('problems.again'), act: () => void again() }]} onDismiss={() => problems.dismiss(problem.id)} />
  ));
}
