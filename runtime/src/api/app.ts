/** What the routers call: the areas, as interfaces only, so that this file and the routers need nothing of Node. */
import type { CalendarArea } from '../calendar/types.ts';
import type { CasesArea } from '../cases/types.ts';
import type { CatalogArea } from '../catalog/types.ts';
import type { DeskArea } from '../desk/types.ts';
import type { DesignsArea } from '../designs/types.ts';
import type { DirectoryArea } from '../directory/types.ts';
import type { PortalArea } from '../portal/types.ts';
import type { ReleasesArea } from '../releases/types.ts';
import type { SessionArea } from '../session/types.ts';
import type { SharingArea } from '../sharing/types.ts';
import type { SupervisionArea } from '../supervision/types.ts';

export interface App {
  readonly mode: 'demo' | 'production';
  /** Bugs end here with their cause; never their text in an answer. */
  reportBug(error: unknown, procedure: string): void;
  readonly session: SessionArea;
  readonly directory: DirectoryArea;
  readonly catalog: CatalogArea;
  readonly designs: DesignsArea;
  readonly releases: ReleasesArea;
  readonly portal: PortalArea;
  readonly cases: CasesArea;
  readonly desk: DeskArea;
  readonly supervision: SupervisionArea;
  readonly calendar: CalendarArea;
  readonly sharing: SharingArea;
}
