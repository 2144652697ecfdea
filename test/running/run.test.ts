import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startLocalTwilio, type LocalTwilio } from "../../examples/local-twilio/index.js";
import { makeFolder, removeFolder } from "../support/folder.js";
import { runMain } from "../cli/run-main.js";
import { envFor, run, type Start } from "./cli.js";

let folder: string;
let twilio: LocalTwilio;
let start: Start;
let base: readonly string[];

beforeEach(async () => {
  folder = makeFolder();
  twilio = await startLocalTwilio();
  start = { cwd: folder, env: envFor(twilio) };
  base = ["--base-url", twilio.baseUrl("{host}")];
});

afterEach(async () => {
  await twilio.close();
  removeFolder(folder);
});

const message = { to: "+15558675310", from: "+15017122661", body: "Your table is ready." };
const conversation = {
  friendlyName: "Order 1027",
  participantAddress: "+15558675310",
  proxyAddress: "+15017122661",
  author: "support",
  body: "Hello.",
};
const asJson = JSON.stringify;
const operations = (): readonly (string | undefined)[] => twilio.requests.map(({ operation }) => operation);

describe("a workflow of the library", () => {
  test("prints what it returns, as JSON and nothing else, in a pipe", async () => {
    const { code, stdout, stderr } = await run(
      ["run", "sendMessageTrackStatus", "--input", asJson(message), "--yes", ...base],
      start,
    );

    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toEqual({
      outcome: "delivered",
      messageSid: expect.stringMatching(/^SM/),
      finalStatus: "delivered",
      errorCode: null,
    });
    expect(operations().slice(0, 2)).toEqual(["createMessage", "fetchMessage"]);
  });

  test("says with `--format pretty` how far it has come", async () => {
    const args = ["run", "send-message-track-status", "--input", "-", "--yes", "--format", "pretty", ...base];
    const { code, stderr } = await run(args, { ...start, stdin: asJson(message) });

    expect(code).toBe(0);
    const lines = stderr
      .replace(/http\S*(?=\/2010)/g, "…")
      .replace(/SM[0-9a-f]+/g, "SM")
      .replace(/\d+\.\d s/g, "N s");
    const { accountSid } = twilio.credentials;
    expect(lines).toBe(
      [
        `sendMessage: POST …/2010-04-01/Accounts/${accountSid}/Messages.json, 201, N s`,
        `checkStatus: GET …/2010-04-01/Accounts/${accountSid}/Messages/SM.json, 200, N s`,
        "",
      ].join("\n"),
    );
  });

  test("is not run in a pipe if it writes, unless that was agreed to", async () => {
    const { code, stderr } = await run(
      ["run", "send-message-track-status", "--input", asJson(message), ...base],
      start,
    );

    expect(code).toBe(2);
    expect(stderr).toBe(`\`send-message-track-status\` writes, which may cost money:
  sendMessage: POST https://api.twilio.com/2010-04-01/Accounts/{AccountSid}/Messages.json (a message, by its segments)
Nobody can be asked here: say \`--yes\`, or \`--dry-run\` to see what it would send.

\`twilio-workflows run --help\` shows its options, and examples.
`);
    expect(twilio.requests).toEqual([]);
  });

  test("is run without a question if it only reads", async () => {
    const { code, stdout } = await run(
      ["run", "lookup-phone-number", "--input", '{"phoneNumber":"+15558675310"}', ...base],
      start,
    );

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ phoneNumber: "+15558675310" });
  });
});

describe("a dry run", () => {
  const args = ["run", "send-message-track-status", "--input", asJson(message), "--dry-run"];

  test("prints each request and its answer, without credentials, in a pipe as JSON", async () => {
    const { code, stdout, stderr } = await run(args, { cwd: folder });

    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const { requests, result } = JSON.parse(stdout);
    const account = `AC${"0".repeat(32)}`;
    expect(requests[0]).toMatchObject({
      stepId: "sendMessage",
      method: "POST",
      url: `https://api.twilio.com/2010-04-01/Accounts/${account}/Messages.json`,
      headers: { authorization: "***" },
      body: "To=%2B15558675310&From=%2B15017122661&Body=Your%20table%20is%20ready.",
      answer: { status: 201 },
    });
    expect(requests.at(-1)).toMatchObject({ stepId: "checkStatus", method: "GET", answer: { status: 200 } });
    expect(result).toMatchObject({ outcome: "delivered", finalStatus: "delivered" });
  });

  test("shows people what would be sent, and sends nothing to a base URL either", async () => {
    const { code, stdout } = await run([...args, "--format", "pretty", ...base], start);

    expect(code).toBe(0);
    const { accountSid, authToken } = twilio.credentials;
    expect(stdout).toContain(
      `sendMessage would send\n  POST ${twilio.baseUrl("api.twilio.com")}/2010-04-01/Accounts/${accountSid}/Messages.json\n`,
    );
    expect(stdout).toContain("\nand is answered 201:\n");
    expect(stdout).toContain("\nSent for real, Twilio would charge for a message, by its segments.\n");
    expect(stdout).not.toContain(authToken);
    expect(twilio.requests).toEqual([]);
  });

  test("says what the document would refuse, and where it says so", async () => {
    const name = "provision-messaging-service-add-number";
    const given = asJson({ friendlyName: "Alerts", phoneNumberSid: "PN0" });
    const { code, stdout, stderr } = await run(["run", name, "--input", given, "--dry-run"], { cwd: folder });

    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: workflow \S+ step addNumber: POST \S+ answered 400/);
    const { requests, error } = JSON.parse(stdout);
    expect(requests.at(-1).answer.body).toContain("twilio-messaging-openapi.yml:");
    expect(error).toMatchObject({ code: "step-failed", status: 400 });
    expect(existsSync(join(folder, `${name}.checkpoint.json`))).toBe(false);
  });
});

describe("what cannot be run", () => {
  test.each([
    {
      name: "a name that there is not",
      given: ["sendMesage"],
      want: "There is no workflow `sendMesage`. The nearest are `send-message-and-redact`, `lookup-then-send-message`, `send-message-track-status`. `twilio-workflows run` lists all 44.\n",
    },
    {
      name: "a name that is nearly one",
      given: ["send-mesage-and-redact"],
      want: "There is no workflow `send-mesage-and-redact`. Did you mean `send-message-and-redact`?\n",
    },
    { name: "no name", given: [], want: "`run` takes the name of a workflow:\n  open-conversation-with-webhook\n" },
    {
      name: "inputs that it does not have, lacks, and that are of another type",
      given: ["send-message-track-status", "--input", '{"too":"secret-text","from":5}'],
      want: "`to` is missing: a text.\n`body` is missing: a text.\nThere is no `too`. Did you mean `to`?\n`from` must be a text, not 5.\n",
    },
    {
      name: "an input that is no JSON, without what it holds",
      given: ["send-message-track-status", "--input", '{"to": secret-text}'],
      want: "`--input` holds no JSON: it breaks off, or something in it is written otherwise.\n",
    },
    {
      name: "an input that is no object",
      given: ["send-message-track-status", "--input", "[]"],
      want: '`--input` has to hold an object of JSON, such as {"to":"+15558675310"}.\n',
    },
    {
      name: "an input in a file that there is not",
      given: ["send-message-track-status", "--input", "@input.json"],
      want: "There is no file `input.json`.\n",
    },
    {
      name: "another format than those for programs and people",
      given: ["send-message-track-status", "--format", "sarif"],
      want: "`run` shows what it does as pretty or json, not `sarif`.\n",
    },
    {
      name: "a base URL that is none",
      given: ["send-message-track-status", "--base-url", "localhost"],
      want: "`--base-url` takes a URL for all, or NAME=URL for each source or host, not `localhost`.\n",
    },
  ])("$name", async ({ given, want }) => {
    const { code, stdout, stderr } = await runMain(folder, ["run", ...given]);

    expect(code).toBe(2);
    expect(stderr.slice(0, want.length)).toBe(want);
    expect(stdout + stderr).not.toContain("secret-text");
    expect(twilio.requests).toEqual([]);
  });

  test("what its documents get wrong is shown", async () => {
    removeFolder(folder);
    folder = makeFolder({ "flow.yaml": "arazzo: 1.0.1\nworkflows:\n- workflowId: order\n  steps: []\n" });
    const { code, stderr } = await run(["run", "order", "flow.yaml"], { ...start, cwd: folder });

    expect(code).toBe(1);
    expect(stderr).toContain("flow.yaml:1:1: error");
  });
});

describe("a run that fails", () => {
  const failing = ["run", "create-conversation-add-participant-send-message", "--input", asJson(conversation), "--yes"];
  const file = "create-conversation-add-participant-send-message.checkpoint.json";

  test("says where, keeps what was done for its owner alone, and goes on from there", async () => {
    twilio.fail({ path: /\/Participants$/, with: 400 });
    const failed = await run([...failing, ...base], start);

    expect(failed.code).toBe(1);
    expect(failed.stderr).toMatch(
      /^error: workflow create-conversation-\S+, step addParticipant: POST \S+ answered 400/,
    );
    expect(failed.stderr).toContain(`
Finished: createConversation.
The checkpoint is in ${file}. It holds the answers so far: keep it as you keep tokens.
To go on from there, run the same command again with \`--resume ${file}\`.
`);
    expect(JSON.parse(failed.stdout)).toMatchObject({
      error: { code: "step-failed", stepId: "addParticipant", status: 400 },
      checkpoint: file,
    });
    expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);

    const before = twilio.requests.length;
    const resumed = await run([...failing, ...base, "--resume", file], start);

    expect(resumed.code).toBe(0);
    expect(JSON.parse(resumed.stdout)).toMatchObject({ conversationSid: expect.stringMatching(/^CH/) });
    expect(operations().slice(before)).not.toContain(operations()[0]);
    expect(existsSync(join(folder, file))).toBe(false);
  });

  test("says what may have taken effect, and sends it again only if it is named", async () => {
    twilio.fail({ path: /\/Participants$/, with: "reset" });
    const failed = await run([...failing, ...base], start);

    expect(failed.code).toBe(1);
    expect(failed.stderr).toContain(`
Finished: createConversation.
May have taken effect: addParticipant.
The checkpoint is in ${file}. It holds the answers so far: keep it as you keep tokens.
Find out whether the request took effect. If it did not, run the same command again with \`--resume ${file} --resend addParticipant\`.
`);
    const blind = await run([...failing, ...base, "--resume", file], start);

    expect(blind.code).toBe(1);
    expect(blind.stderr).toContain("run the same command again with `--resend addParticipant`.");

    const told = await run([...failing, ...base, "--resume", file, "--resend", "addParticipant"], start);

    expect(told.code).toBe(0);
  });

  test("keeps its checkpoint in a file of one's choice while it runs, and no other run's", async () => {
    twilio.fail({ path: /\/Participants$/, with: 400 });
    const own = [...failing, ...base, "--checkpoint", "kept.json"];
    expect((await run(own, start)).code).toBe(1);
    expect(JSON.parse(readFileSync(join(folder, "kept.json"), "utf8"))).toMatchObject({ version: 1 });

    const again = await run(own, start);

    expect(again.code).toBe(2);
    expect(again.stderr).toContain(
      "There is a file `kept.json`: name it by `--resume` to go on from it, or another one",
    );
    expect((await run([...own, "--resume", "kept.json"], start)).code).toBe(0);
    expect(existsSync(join(folder, "kept.json"))).toBe(false);
  });

  test("prints no secret", async () => {
    const { accountSid } = twilio.credentials;
    const env = { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: "a-wrong-token" };
    const { code, stdout, stderr } = await run([...failing, ...base, "--format", "pretty", "--debug"], {
      ...start,
      env,
    });

    expect(code).toBe(1);
    expect(stderr).toContain("Nothing was done.");
    const basic = Buffer.from(`${accountSid}:a-wrong-token`).toString("base64");
    for (const secret of ["a-wrong-token", basic]) expect(stdout + stderr).not.toContain(secret);
  });

  test("needs credentials, and says which", async () => {
    const { code, stderr } = await run([...failing, ...base], { cwd: folder });

    expect(code).toBe(1);
    expect(stderr).toMatch(/error: .*TWILIO_ACCOUNT_SID/);
  });
});

test("Ctrl-C ends a run, and says what was done", async () => {
  await twilio.close();
  twilio = await startLocalTwilio({ messageStatuses: ["queued"] });
  start = { cwd: folder, env: envFor(twilio) };
  const args = ["run", "send-message-track-status", "--input", asJson(message), "--yes", "--format", "pretty"];
  // The second one would end the process at once.
  let isEnded = false;
  const { code, stdout, stderr } = await run([...args, "--base-url", twilio.baseUrl("{host}")], {
    ...start,
    onPrint: ({ stderr }, child) => {
      if (!isEnded && stderr.includes("checkStatus")) isEnded = child.kill("SIGINT");
    },
  });

  expect(code).toBe(130);
  expect(stdout).toBe("");
  expect(stderr).toContain(
    "error: workflow send-message-track-status, step checkStatus: aborted: it was ended by SIGINT",
  );
  expect(stderr).toContain("\nFinished: sendMessage");
  expect(existsSync(join(folder, "send-message-track-status.checkpoint.json"))).toBe(true);
});
