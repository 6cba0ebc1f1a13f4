import type { SocialOwn, SocialState, Table } from 'attune/scenario';
import type { PanelProps } from '../scene-pack.ts';
import type { Faces } from './faces.ts';

/** What each part of the host's panel is given. */
export interface SocialPanelProps extends PanelProps<SocialState, SocialOwn> {
  readonly table: Table;
  readonly faces: Faces;
  /** The relay that the page's address names; null for people at this device. */
  readonly relay: string | null;
}
