import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useMeeting } from './meeting-context.ts';

/** What went wrong; the meeting goes on. */
export function Notes() {
  const { t } = useTranslation();
  const { problems } = useMeeting();
  const list = useStore(problems.list);
  return (
    <>
      {list.slice(-1).map((problem) => (
        <ProblemNote
          key={problem.id} problem={problem} onDismiss={() => problems.dismiss(problem.id)}
          remedies={problem.subject === 'avatar' ? [{ label: t('problems.again'), act: () => location.reload() }] : []}
        />
      ))}
    </>
  );
}
