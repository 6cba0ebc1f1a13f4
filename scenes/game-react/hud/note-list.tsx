import { useStore } from 'zustand';
import type { Problems } from '../../shared/problems.ts';
import { ProblemNote } from '../../shared/problem-note.tsx';
import classes from './note-list.module.css';

/** What went wrong; the game goes on. */
export function NoteList({ problems }: { readonly problems: Problems }) {
  const list = useStore(problems.list);
  return (
    <div className={classes.notes}>
      {list.map((problem) => <ProblemNote key={problem.id} problem={problem} remedies={[]} onDismiss={() => problems.dismiss(problem.id)} />)}
    </div>
  );
}
