import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createConversationAddParticipantSendMessage, StepFailedError } from "../../generated/index.js";
import { generate } from "../../generator/generate.js";
import { formatFindings } from "../../generator/diagnostics.js";
import { Loaded } from "../support/load.js";
import { sentTo, wired } from "../support/local-twilio.js";

const input = {
  friendlyName: "Table for two",
  participantAddress: "+15558675310",
  proxyAddress: "+15017122661",
  author: "host",
  body: "Is 8 o'clock fine? Yes/No & more",
};

describe("createConversationAddParticipantSendMessage", () => {
  test("makes three requests in order, and returns the SIDs of what they made", async () => {
    const { twilio, options } = await wired();
    const result = await createConversationAddParticipantSendMessage(input, options);

    expect(result).toEqual({
      conversationSid: expect.stringMatching(/^CH\w{32}$/),
      participantSid: expect.stringMatching(/^MB\w{32}$/),
      messageSid: expect.stringMatching(/^IM\w{32}$/),
    });
    const { accountSid, authToken } = twilio.credentials;
    const as = `Basic ${accountSid}:${authToken}`;
    const type = "application/x-www-form-urlencoded";
    const conversations = "POST conversations.twilio.com/v1/Conversations";
    expect(sentTo(twilio)).toEqual([
      { call: conversations, as, type, form: ["FriendlyName: Table for two"] },
      {
        call: `${conversations}/${result.conversationSid}/Participants`,
        as,
        type,
        form: ["MessagingBinding.Address: +15558675310", "MessagingBinding.ProxyAddress: +15017122661"],
      },
      {
        call: `${conversations}/${result.conversationSid}/Messages`,
        as,
        type,
        form: ["Author: host", "Body: Is 8 o'clock fine? Yes/No & more"],
      },
    ]);
  });

  test("leaves out what is not given, and sends what is empty", async () => {
    const { twilio, options } = await wired();
    const { participantAddress, proxyAddress } = input;
    await createConversationAddParticipantSendMessage(
      { participantAddress, proxyAddress, friendlyName: undefined, author: "", body: "" },
      options,
    );
    expect(twilio.requests.map(({ body }) => body)).toEqual([
      "",
      "MessagingBinding.Address=%2B15558675310&MessagingBinding.ProxyAddress=%2B15017122661",
      "Author=&Body=",
    ]);
  });

  test("stops at a participant that Twilio refuses, and says what is done already", async () => {
    const { twilio, options } = await wired();
    twilio.fail({ operation: "CreateConversationParticipant", with: 400 });
    const failed = createConversationAddParticipantSendMessage(input, options);

    const error = await failed.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StepFailedError);
    if (!(error instanceof StepFailedError)) return;
    expect(error).toMatchObject({
      workflowId: "create-conversation-add-participant-send-message",
      stepId: "addParticipant",
      status: 400,
      outcome: "not-done",
      twilioCode: expect.any(Number),
    });
    expect(Object.keys(error.checkpoint.answers)).toEqual(["createConversation"]);
    expect(twilio.requests).toHaveLength(2);
  });
});

describe("the workflow without overlays, generated into a folder of its own", { timeout: 240_000 }, () => {
  const document = "specs/arazzo/twilio-create-conversation-add-participant-send-message-workflow.yml";
  let findings: readonly string[] = [];
  let loaded: Loaded;

  beforeAll(async () => {
    const generation = await generate({ documents: [document], overlays: [], sources: new Map() });
    findings = formatFindings(generation.findings, "github", { color: false }).split("\n");
    loaded = new Loaded(generation.files ?? new Map());
  }, 30_000);

  afterAll(() => loaded.remove());

  test("has a warning for each of its criteria, at its line", () => {
    const lines = readFileSync(document, "utf8").split("\n");
    const criteria = [...lines.keys()].filter((index) => lines[index]?.endsWith("condition: $statusCode == 200"));
    expect(criteria).toHaveLength(3);
    expect(findings.map((finding) => finding.split(",endLine")[0])).toEqual(
      criteria.map((index) => `::warning file=${document},line=${index + 1},col=18`),
    );
    expect(findings.every((finding) => finding.includes("title=success-status-mismatch::"))).toBe(true);
  });

  test("works all the same: the documented 201 is a success", async () => {
    const { options } = await wired();
    const workflow = await loaded.fn("createConversationAddParticipantSendMessage");
    expect(await workflow(input, options)).toEqual({
      conversationSid: expect.stringMatching(/^CH\w{32}$/),
      participantSid: expect.stringMatching(/^MB\w{32}$/),
      messageSid: expect.stringMatching(/^IM\w{32}$/),
    });
  });
});
