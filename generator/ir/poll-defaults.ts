/** How a step is polled where nobody says otherwise, in milliseconds: as in `templates/runtime/run/polling.ts`. */
export const pollDefaults = { interval: 2000, factor: 1.5, maxInterval: 30_000, deadline: 300_000 };
