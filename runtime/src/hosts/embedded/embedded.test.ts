import { hostContract } from '../testing/contract.ts';
import { openEmbedded } from './index.ts';

hostContract('embedded', (folder, clock) => openEmbedded({ folder, clock, onFault: () => undefined }));
