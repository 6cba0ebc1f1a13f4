import { useCallback } from 'react';
import { useDropzone } from 'react-dropzone';
import { own } from './avatar-choice.ts';
import { useRehearsal } from './rehearsal-context.ts';

/**
 * Takes a file that is dropped anywhere on the page or chosen: a clip by its name, anything else as an
 * avatar, so that a wrong one is told by what is in it.
 */
export function useDroppedFiles() {
  const rehearsal = useRehearsal();
  const onDrop = useCallback(([file]: File[]) => {
    if (file?.name.toLowerCase().endsWith('.vrma')) void rehearsal.play(file);
    else if (file) rehearsal.choose(own(file));
  }, [rehearsal]);
  const { getRootProps, getInputProps, isDragActive, open } = useDropzone({ onDrop, multiple: false, noClick: true, noKeyboard: true, noPaste: true });
  // The page itself is no control: only its button and its surface are.
  return { rootProps: getRootProps({ role: undefined, tabIndex: undefined }), inputProps: getInputProps(), over: isDragActive, choose: open };
}
