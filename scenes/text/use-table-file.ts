import { useCallback } from 'react';
import { useDropzone } from 'react-dropzone';
import { useReading } from './reading-context.ts';

/** Takes a table that is dropped anywhere on the page or chosen. Whether it is one shows when it is opened. */
export function useTableFile(onFile: () => void) {
  const { table } = useReading();
  const onDrop = useCallback(([file]: File[]) => {
    if (!file) return;
    void table.open(file);
    onFile();
  }, [table, onFile]);
  const { getRootProps, getInputProps, isDragActive, open } = useDropzone({ onDrop, multiple: false, noClick: true, noKeyboard: true, noPaste: true });
  // The page itself is no control: only its button and its surface are.
  return { rootProps: getRootProps({ role: undefined, tabIndex: undefined }), inputProps: getInputProps(), over: isDragActive, choose: open };
}
