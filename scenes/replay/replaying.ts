import { createComparison, type Comparison } from './compare/comparison.ts';
import { createNotes, type Notes } from './notes/notes.ts';
import { createNotesOpener, type NotesOpener } from './notes/open-notes.ts';
import { createPlayer, type Player } from './play/player.ts';
import { createSession, type Session } from './session/session.ts';
import { createPainter, type Painter } from './timeline/painter.ts';
import { createTimeline, type Timeline } from './timeline/timeline.ts';

/** Everything that is shown on this page: a session, another one to compare it with, and what was noted by hand. */
export interface Replaying {
  readonly first: Session;
  readonly second: Session;
  readonly comparison: Comparison;
  readonly timeline: Timeline;
  readonly painter: Painter;
  readonly player: Player;
  readonly notes: Notes;
  readonly notesFile: NotesOpener;
  /** Forgets both sessions and all notes. */
  erase(): void;
}

export function beginReplaying(): Replaying {
  const timeline = createTimeline();
  const painter = createPainter(timeline);
  const player = createPlayer(timeline, () => matchMedia('(prefers-reduced-motion: reduce)').matches);
  const comparison = createComparison();
  const notes = createNotes();
  const notesFile = createNotesOpener(notes, () => first);
  const second = createSession(() => comparison.set(0));
  const first: Session = createSession((trace) => {
    player.halt();
    notes.clear();
    if (trace) timeline.begin({ from: trace.start, to: Math.max(trace.end, trace.start + 1) });
    notesFile.meet(trace);
  });
  notes.list.subscribe(painter.refresh);
  comparison.shift.subscribe(painter.refresh);
  second.view.subscribe(({ trace }, before) => {
    if (trace !== before.trace) painter.refresh();
  });
  return {
    first, second, comparison, timeline, painter, player, notes, notesFile,
    erase() {
      first.clear();
      second.clear();
      notes.clear();
      notesFile.clear();
    },
  };
}
