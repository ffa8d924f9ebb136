/** The people's commands, each in its own file. */
import type { PeopleCommandType } from '../types.ts';
import { addSigner, removeSigner } from './add-signer.ts';
import { claim, release } from './claim.ts';
import type { Handler } from './command.ts';
import { complete } from './complete.ts';
import { answerConsult, cancelConsult, consult } from './consult.ts';
import { copyTo, markRead } from './copy-to.ts';
import { askCorrection, resubmit } from './correction.ts';
import { delegate, handBack } from './delegate.ts';
import { dispute } from './dispute.ts';
import { handOver } from './hand-over.ts';
import { redispatch } from './redispatch.ts';
import { rejectCase, terminate } from './reject.ts';
import { returnTo } from './return.ts';
import { saveDraft } from './save-draft.ts';
import { supplement, verifyMaterial } from './supplement.ts';
import { resume, suspend } from './suspend.ts';
import { takeBack } from './take-back.ts';
import { urge } from './urge.ts';
import { withdraw } from './withdraw.ts';

export const peopleHandlers: { readonly [T in PeopleCommandType]: Handler<T> } = {
  claim,
  release,
  complete,
  saveDraft,
  return: returnTo,
  askCorrection,
  resubmit,
  supplement,
  verifyMaterial,
  reject: rejectCase,
  terminate,
  dispute,
  handOver,
  delegate,
  handBack,
  addSigner,
  removeSigner,
  redispatch,
  consult,
  answerConsult,
  cancelConsult,
  copyTo,
  markRead,
  takeBack,
  urge,
  withdraw,
  suspend,
  resume,
};
