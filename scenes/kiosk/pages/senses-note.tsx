import { IconCamera, IconCameraOff, IconMicrophone, IconMicrophoneOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useHostView } from '../host-context.ts';
import classes from './kiosk.module.css';

/** Always on the screen: which senses are on. */
export function SensesNote({ children }: { children: ReactNode }) {
  const watching = useHostView((view) => view.watching);
  const allowed = useHostView((view) => view.allowed);
  const Camera = watching || allowed?.camera ? IconCamera : IconCameraOff;
  const Microphone = allowed?.microphone ? IconMicrophone : IconMicrophoneOff;
  return (
    <p className={classes.note} role="status" data-testid="senses" data-on={allowed !== null && (allowed.camera || allowed.microphone)}>
      <Camera aria-hidden /><Microphone aria-hidden /><span>{children}</span>
    </p>
  );
}
