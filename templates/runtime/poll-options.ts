/** How a step is polled. Times are in milliseconds. */
export interface PollOptions {
  /** The wait after the first request. @default 2_000 */
  interval?: number | undefined;
  /** How many times as long each wait is as the one before; at least 1. @default 1.5 */
  factor?: number | undefined;
  /** The longest wait. @default 30_000 */
  maxInterval?: number | undefined;
  /** When to give up; one last request is made right then. @default 300_000 */
  deadline?: number | undefined;
}
