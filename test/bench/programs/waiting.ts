/* How many bytes of the heap a workflow takes that waits for its next poll: prints them. */

const [, , packageFile = "", countText = ""] = process.argv;
const count = Number(countText);
const { createTwilio, sendMessageTrackStatus } = await import(packageFile);
const accountSid = "AC3f9a1c7e5b2d48f60a9c3e7b1d5f2a4c";
const client = createTwilio({ credentials: { accountSid, authToken: "0123456789abcdef0123456789abcdef" } });
const body = JSON.stringify({ sid: "SM8d2b6f0e4a9c1d7b3e5f8a2c6d0b4e9f", status: "sent", error_code: null });
/** What nobody could end would not be kept. */
const held: unknown[] = [];
const used = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};

/** Starts runs that all wait in the end. */
async function start(runs: number): Promise<readonly Promise<unknown>[]> {
  let waiting = 0;
  return new Promise((resolve) => {
    const runner = {
      request: async ({ method }: { method: string }) => ({ status: method === "POST" ? 201 : 200, headers: {}, body }),
      sleep: () => {
        if (++waiting === runs) setImmediate(() => resolve(all));
        return new Promise((wake) => held.push(wake));
      },
    };
    const input = { to: "+15558675310", from: "+15017122661", body: "Hello" };
    const all = Array.from({ length: runs }, () => sendMessageTrackStatus(input, { client, runner }));
  });
}

const warm = await start(100);
const before = used();
const all = await start(count);
const after = used();
console.log((after - before) / count, warm.length + all.length);
process.kill(process.pid);
