// Written by twilio-workflows with each run: what is changed here is lost.
/** What is called when a signal aborts. Each signal has one listener for all of it: platforms warn of more than ten. */
const callbacks = new WeakMap<AbortSignal, { readonly all: Set<() => void>; readonly listener: () => void }>();

/** Calls back when a signal aborts, unless what it returns is called before. */
export function onAbort(signal: AbortSignal | undefined, callback: () => void): () => void {
  if (!signal) return () => undefined;
  const { all, listener } = callbacks.get(signal) ?? listenTo(signal);
  all.add(callback);
  return () => {
    all.delete(callback);
    if (all.size > 0) return;
    signal.removeEventListener("abort", listener);
    callbacks.delete(signal);
  };
}

function listenTo(signal: AbortSignal): { all: Set<() => void>; listener: () => void } {
  const all = new Set<() => void>();
  const listener = (): void => all.forEach((callback) => callback());
  signal.addEventListener("abort", listener, { once: true });
  callbacks.set(signal, { all, listener });
  return { all, listener };
}

/** Settles as `work` does, or rejects with the signal's reason as soon as it aborts, whether `work` heeds it or not. */
export function abortable<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    const settled = onAbort(signal, abort);
    if (signal.aborted) abort();
    work.finally(settled).then(resolve, reject);
  });
}

/** A signal that aborts as soon as one of the given ones does. */
export function anySignal(...signals: readonly (AbortSignal | undefined)[]): AbortSignal | undefined {
  const given = signals.filter((signal) => signal !== undefined);
  return given.length > 1 ? AbortSignal.any(given) : given[0];
}
