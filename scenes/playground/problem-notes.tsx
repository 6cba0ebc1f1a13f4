import type { ProblemCode } from 'attune';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { ProblemNote, type Remedy } from '../shared/problem-note.tsx';
import type { Problem } from '../shared/problems.ts';
import { useMeeting } from './meeting-context.ts';

interface ProblemNotesProps {
  /** Shows where another avatar can be chosen. */
  readonly onAvatar: () => void;
  readonly onRetryAvatar: () => void;
}

/** Problems in spite of which the sense goes on, so that there is nothing to go on without. */
const GOES_ON: readonly ProblemCode[] = ['model-missing', 'face-unseen', 'face-moving', 'echo-heard'];

/** What went wrong and what can be done. Everything else goes on. */
export function ProblemNotes({ onAvatar, onRetryAvatar }: ProblemNotesProps) {
  const { t } = useTranslation();
  const meeting = useMeeting();
  const problems = useStore(meeting.problems.list);

  function remediesFor({ subject, code, words }: Problem): Remedy[] {
    const again = (act: () => void): Remedy => ({ label: t('problems.again'), act });
    if (code === 'words-unheard') return [again(() => meeting.chooseHearing({})), { label: t('problems.goOn'), act: () => meeting.chooseHearing({ choice: 'none' }) }];
    if (code === 'model-missing' || code === 'echo-heard') return [];
    if (code === 'face-unseen' || code === 'face-moving') return [again(meeting.calibrate)];
    if (subject === 'face' || subject === 'voice') {
      return [again(() => void meeting.open(subject)), ...(GOES_ON.includes(code) ? [] : [{ label: t('problems.goOn'), act: () => void meeting.close(subject) }])];
    }
    if (subject === 'speech') return [again(() => meeting.chooseVoice(meeting.view.getState().voice))];
    if (words === 'avatar-first') return [again(onRetryAvatar)];
    return code === 'avatar-unreadable' ? [{ label: t('problems.settings'), act: onAvatar }] : [];
  }

  return problems.slice(-2).map((problem) => (
    <ProblemNote key={problem.id} problem={problem} remedies={remediesFor(problem)} onDismiss={() => meeting.problems.dismiss(problem.id)} />
  ));
}
