import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { ProblemNote } from '../shared/problem-note.tsx';
import type { Problems } from '../shared/problems.ts';

/** What went wrong; the conversation goes on. */
export function Notes({ problems }: { readonly problems: Problems }) {
  const { t } = useTranslation();
  const list = useStore(problems.list);
  return list.slice(-2).map((problem) => (
    <ProblemNote
      key={problem.id} problem={problem} onDismiss={() => problems.dismiss(problem.id)}
      remedies={problem.words === 'avatar-first' ? [{ label: t('problems.again'), act: () => location.reload() }] : []}
    />
  ));
}
