/**
 * From callbacks to an async iterable for one subscriber. A reader that falls behind by `limit` messages is ended:
 * its client reconnects and reads anew, which is cheaper than a queue without bound.
 */
export interface Channel<T> extends AsyncIterable<T> {
  push(message: T): void;
  end(): void;
}

export function createChannel<T>(signal: AbortSignal, limit = 1000): Channel<T> {
  const queue: T[] = [];
  let ended = signal.aborted;
  let wake: (() => void) | null = null;
  const notify = (): void => {
    wake?.();
    wake = null;
  };
  const end = (): void => {
    ended = true;
    notify();
  };
  signal.addEventListener('abort', end, { once: true });
  return {
    push(message) {
      if (ended) return;
      if (queue.length >= limit) return end();
      queue.push(message);
      notify();
    },
    end,
    async *[Symbol.asyncIterator]() {
      try {
        for (;;) {
          const message = queue.shift();
          if (message !== undefined) yield message;
          else if (ended) return;
          else await new Promise<void>((resolve) => (wake = resolve));
        }
      } finally {
        signal.removeEventListener('abort', end);
        end();
      }
    },
  };
}
