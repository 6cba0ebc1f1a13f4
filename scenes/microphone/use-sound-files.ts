import { useCallback } from 'react';
import { useDropzone } from 'react-dropzone';
import { useListening } from './listening-context.ts';

/** Takes sound files that are dropped anywhere on the page or chosen. Whether they are sound shows when they are decoded. */
export function useSoundFiles() {
  const listening = useListening();
  const onDrop = useCallback((files: File[]) => files.length > 0 && listening.read(files), [listening]);
  const { getRootProps, getInputProps, isDragActive, open } = useDropzone({ onDrop, noClick: true, noKeyboard: true, noPaste: true });
  // The page itself is no control: only its button and its surface are.
  return { rootProps: getRootProps({ role: undefined, tabIndex: undefined }), inputProps: getInputProps(), over: isDragActive, choose: open };
}
