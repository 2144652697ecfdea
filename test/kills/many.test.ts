import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { type LocalTwilio, startLocalTwilio } from "../../examples/local-twilio/index.js";
import type { ManyOrder } from "./many-child.js";
import { stored } from "./order.js";

const RECIPIENTS = 500;
/** Around which requests of each process it is killed. */
const KILLS = [37, 210, 401, 88];

const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

test("of 500 recipients each is sent to once, whatever is refused for a while and whichever process is killed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "many-"));
  const twilio = await startLocalTwilio();
  onTestFinished(async () => {
    await twilio.close();
    rmSync(folder, { recursive: true });
  });
  for (let skip = 5; skip < 900; skip += 23) {
    twilio.fail({ operation: "createMessage", with: 429, skip, headers: { "retry-after": "0" } });
    twilio.fail({ operation: "fetchMessage", with: 503, skip });
  }
  twilio.fail({ operation: "createMessage", with: 400, skip: 300 });
  const recipients = Array.from({ length: RECIPIENTS }, (_, index) => `+1555${String(index).padStart(7, "0")}`);
  const [file, result] = [join(folder, "checkpoint.json"), join(folder, "result.json")];
  const { credentials } = twilio;
  const order = { file, result, credentials, baseUrl: twilio.baseUrl(""), recipients };

  const sizes: number[] = [];
  for (const killAt of [...KILLS, undefined]) {
    expect(await run({ ...order, killAt })).toBe(killAt !== undefined);
    sizes.push(readFileSync(file).length);
    settle(file, recipients, twilio);
  }

  const times = recipients.map((to) => sentTo(to, twilio).length);
  const refused = times.filter((count) => count === 0).length;
  console.info(
    `${KILLS.length} processes killed, ${RECIPIENTS} recipients: ${times.filter((count) => count > 1).length} sent to twice, ` +
      `${refused} refused; checkpoints of ${sizes.map((size) => `${Math.round(size / 1024)} KB`).join(", ")}`,
  );
  expect(times.filter((count) => count !== 1)).toEqual([0]);
  const results: unknown = JSON.parse(readFileSync(result, "utf8"));
  expect(results).toEqual(
    recipients.map((to) => {
      const [sent] = sentTo(to, twilio);
      if (sent === undefined)
        return { ok: false, error: expect.objectContaining({ status: 400, stepId: "sendMessage" }) };
      return expect.objectContaining({ ok: true, outcome: "delivered", messageSid: sent.sid });
    }),
  );
}, 240_000);

/** The messages that were made for a recipient. */
function sentTo(
  to: string,
  twilio: LocalTwilio,
): readonly { readonly sid: unknown; readonly status: number; readonly body: object }[] {
  return twilio.performed.flatMap(({ request, reply: { status, body } }) => {
    const isMade = status === 201 && request.operation === "createMessage";
    return isMade && request.form.some(([, value]) => value === to)
      ? [{ sid: Reflect.get(body, "sid"), status, body }]
      : [];
  });
}

/** What someone does who finds a run in doubt: looks at Twilio, and notes what came of each request, or that nothing did. */
function settle(file: string, recipients: readonly string[], twilio: LocalTwilio): void {
  const checkpoint = existsSync(file) ? stored(file) : null;
  if (checkpoint === null) return;
  for (const id of checkpoint.unknown) {
    const to = recipients[Number(/^send\[(\d+)\]\/sendMessage$/.exec(id)?.[1])] ?? "";
    const [sent] = sentTo(to, twilio);
    if (sent === undefined) continue;
    const headers = { "content-type": "application/json" };
    checkpoint.answers[id] = { status: sent.status, headers, body: JSON.stringify(sent.body) };
  }
  checkpoint.unknown = [];
  writeFileSync(file, JSON.stringify(checkpoint));
}

/** Runs a process to its end, and gives whether it was killed. */
function run(order: ManyOrder): Promise<boolean> {
  return new Promise((ended, failed) => {
    const args = ["--import", tsx, resolve("test/kills/many-child.ts"), JSON.stringify(order)];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (chunk) => (said += String(chunk)));
    child.on("close", (code, signal) => {
      if (signal === null && code !== 0) failed(new Error(`a process ended with ${code}: ${said}`));
      else ended(signal === "SIGKILL");
    });
  });
}
