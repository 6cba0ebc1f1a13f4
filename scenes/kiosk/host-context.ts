import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Host, HostView } from './host.ts';

export const HostContext = createContext<Host | null>(null);

export function useHost(): Host {
  const host = useContext(HostContext);
  if (!host) throw new Error('Expected a host above this component, but there is none. Put it inside the kiosk.');
  return host;
}

export function useHostView<Part>(select: (view: HostView) => Part): Part {
  return useStore(useHost().view, select);
}
