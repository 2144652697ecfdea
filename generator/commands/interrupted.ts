/** Aborts when a process is to end: at Ctrl-C, or the signal by which processes are ended. The second one ends it at once. */
export function interruption(): { readonly signal: AbortSignal; readonly forget: () => void } {
  const controller = new AbortController();
  const names = ["SIGINT", "SIGTERM"] as const;
  const end = (name: NodeJS.Signals): void => controller.abort(new Error(`it was ended by ${name}`));
  for (const name of names) process.once(name, end);
  return {
    signal: controller.signal,
    forget: () => {
      for (const name of names) process.removeListener(name, end);
    },
  };
}
