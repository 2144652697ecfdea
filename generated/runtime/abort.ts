// Written by twilio-workflows: change the documents and generate again.
/** Settles as `work` does, or rejects with the signal's reason as soon as it aborts, whether `work` heeds it or not. */
export function abortable<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    const settled = (): void => signal.removeEventListener("abort", abort);
    signal.addEventListener("abort", abort, { once: true });
    if (signal.aborted) abort();
    work.finally(settled).then(resolve, reject);
  });
}

/** A signal that aborts as soon as one of the given ones does. */
export function anySignal(...signals: readonly (AbortSignal | undefined)[]): AbortSignal | undefined {
  const given = signals.filter((signal) => signal !== undefined);
  return given.length > 1 ? AbortSignal.any(given) : given[0];
}
