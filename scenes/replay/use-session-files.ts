import { useCallback, useState } from 'react';
import { useDropzone } from 'react-dropzone';
import { beginsAsNotes } from './notes/read-notes.ts';
import { useReplaying } from './replaying-context.ts';

/** A file is known by how it begins, whatever it is called. */
const BEGINNING = 200;
/** Two sessions, and notes. */
const MOST_FILES = 3;

/** Takes sessions that are dropped anywhere on the page or chosen: the first to be shown, and one to compare it with if there are two; and saved notes, with their session or after it. */
export function useSessionFiles() {
  const { first, second, notesFile } = useReplaying();
  /** How many files were dropped at once, where that was too many to open any. */
  const [tooMany, setTooMany] = useState<number | null>(null);
  const onDrop = useCallback(async (files: File[]) => {
    const beginnings = await Promise.all(files.map((file) => file.slice(0, BEGINNING).text()));
    const areNotes = (file: File): boolean => beginsAsNotes(beginnings[files.indexOf(file)] ?? '');
    const [one, other] = files.filter((file) => !areNotes(file));
    // A session that is begun forgets the notes on the one before it.
    if (one) void first.open(one);
    if (other) void second.open(other);
    for (const file of files.filter(areNotes)) await notesFile.open(file);
  }, [first, second, notesFile]);
  const { getRootProps, getInputProps, isDragActive, open } = useDropzone({
    onDrop: (files, refused) => {
      setTooMany(refused.length > 0 ? files.length + refused.length : null);
      // The first few of too many would be accepted, but nobody chose them.
      if (refused.length === 0) void onDrop(files);
    },
    maxFiles: MOST_FILES, noClick: true, noKeyboard: true, noPaste: true,
  });
  // The page itself is no control: only its button and its surface are.
  return { rootProps: getRootProps({ role: undefined, tabIndex: undefined }), inputProps: getInputProps(), over: isDragActive, choose: open, tooMany, forgetTooMany: () => setTooMany(null) };
}
