import { useCallback } from 'react';
import { useDropzone } from 'react-dropzone';
import { useReplaying } from './replaying-context.ts';

/** Takes sessions that are dropped anywhere on the page or chosen: the first to be shown, and one to compare it with if there are two. */
export function useSessionFiles() {
  const { first, second } = useReplaying();
  const onDrop = useCallback(([one, other]: File[]) => {
    if (one) void first.open(one);
    if (other) void second.open(other);
  }, [first, second]);
  const { getRootProps, getInputProps, isDragActive, open } = useDropzone({ onDrop, maxFiles: 2, noClick: true, noKeyboard: true, noPaste: true });
  // The page itself is no control: only its button and its surface are.
  return { rootProps: getRootProps({ role: undefined, tabIndex: undefined }), inputProps: getInputProps(), over: isDragActive, choose: open };
}
