import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Meeting, MeetingView } from './meeting.ts';

export const MeetingContext = createContext<Meeting | null>(null);

export function useMeeting(): Meeting {
  const meeting = useContext(MeetingContext);
  if (!meeting) throw new Error('Expected a MeetingContext above this component, but there is none.');
  return meeting;
}

export function useMeetingView<Part>(selector: (view: MeetingView) => Part): Part {
  return useStore(useMeeting().view, selector);
}
