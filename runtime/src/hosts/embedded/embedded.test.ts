import { calendarContract } from '../testing/calendar-contract.ts';
import { hostContract, type OpenHost } from '../testing/contract.ts';
import { openEmbedded } from './index.ts';

const open: OpenHost = (folder, clock) => openEmbedded({ folder, clock, onFault: () => undefined });

hostContract('embedded', open);
calendarContract('embedded', open);
