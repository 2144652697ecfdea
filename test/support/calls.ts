import { Session } from "node:inspector/promises";

/**
 * How many calls of the generator's functions something takes: the work that it is, whatever else the machine does.
 * The engine's own counters are read, so that nothing stands between the functions.
 */
export async function countCalls<T>(run: () => Promise<T>): Promise<{ readonly result: T; readonly calls: number }> {
  const session = new Session();
  session.connect();
  try {
    await session.post("Profiler.enable");
    await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
    const result = await run();
    const { result: scripts } = await session.post("Profiler.takePreciseCoverage");
    const ours = scripts.filter(({ url }) => url.includes("/generator/"));
    const counts = ours.flatMap(({ functions }) => functions.map(({ ranges }) => ranges[0]?.count ?? 0));
    return { result, calls: counts.reduce((sum, count) => sum + count, 0) };
  } finally {
    session.disconnect();
  }
}
