/** The compiler in a thread of its own. Answers every question in turn; the context comes when it changes. */
import { compile, type CompileContext } from '@tongban/shared/compiler';
import { verdictOf, type Answer, type Question } from './checker.ts';

let context: CompileContext = { items: {} };

self.onmessage = ({ data }: MessageEvent<Question>): void => {
  if (data.context) context = data.context;
  self.postMessage({ of: data.of, verdict: verdictOf(compile(data.design, context)) } satisfies Answer);
};
