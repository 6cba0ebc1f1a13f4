import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { LogView } from './session-log.ts';
import type { Meeting, MeetingView } from './meeting.ts';

export const MeetingContext = createContext<Meeting | null>(null);

export function useMeeting(): Meeting {
  const meeting = useContext(MeetingContext);
  if (!meeting) throw new Error('Expected a meeting above this component, but there is none. Put it inside the playground.');
  return meeting;
}

export function useMeetingView<Part>(select: (view: MeetingView) => Part): Part {
  return useStore(useMeeting().view, select);
}

export function useLogView<Part>(select: (view: LogView) => Part): Part {
  return useStore(useMeeting().log.view, select);
}
