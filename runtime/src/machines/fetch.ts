/** 调取共享数据: asks a register for the subject with this key. One that is down may be asked again. */
import type { SharingArea } from '../sharing/types.ts';
import { failed, type Executor } from './types.ts';

export function fetchExecutor(sharing: Pick<SharingArea, 'lookup'>): Executor {
  return async ({ settings, inputs }) => {
    const register = String(settings['register'] ?? '');
    const key = inputs['key'];
    if (typeof key !== 'string' || key === '') return failed('keyMissing', register, true);
    const [answer] = await sharing.lookup([register], key);
    if (answer?.state === 'found') return { ok: true, values: answer.values };
    return answer?.state === 'unknown' ? failed('subjectUnknown', register, true) : failed('registerDown', register);
  };
}
