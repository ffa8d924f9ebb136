/** A checker with a worker of its own for as long as an editor is open. */
import { useEffect, useState } from 'react';
import { createChecker, type Answer, type Checker } from './checker.ts';
import CompileWorker from './compile-worker.ts?worker';

export function useChecker(): Checker {
  const [checker] = useState(() =>
    createChecker({
      spawn(on) {
        const worker = new CompileWorker();
        worker.onmessage = ({ data }: MessageEvent<Answer>) => on.answer(data);
        worker.onmessageerror = () => on.broken();
        worker.onerror = () => on.broken();
        return { ask: (question) => worker.postMessage(question), end: () => worker.terminate() };
      },
      compileHere: () => import('@tongban/shared/compiler').then(({ compile }) => compile),
    }),
  );
  useEffect(() => {
    checker.warm();
    return () => checker.rest();
  }, [checker]);
  return checker;
}
