/** How often an agent was made, and how often the fallback of the Suspense was shown. */
export interface Mounts {
  agents: number;
  fallbacks: number;
}

declare global {
  interface Window {
    /** Shows an agent, with or without camera and microphone; resolves when it has been drawn and has answered. */
    mount(senses: boolean): Promise<void>;
    unmount(): void;
    drawn(): { readonly geometries: number; readonly textures: number; readonly programs: number };
    mounts: Mounts;
  }
}
