import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { Findings } from "../../generator/diagnostics.js";
import { readDocument } from "../../generator/documents/index.js";
import { chooseServer, findOperationsById, pruneApi, readApi } from "../../generator/openapi/index.js";
import { compile } from "./support/compile.js";
import { typesOf } from "./support/given.js";

const specs = fileURLToPath(new URL("../../specs/openapi/", import.meta.url));

/** The types of these operations of a document in `specs/`, which has to be faultless. */
async function typesFrom(
  file: string,
  interfaceName: string,
  operationIds: readonly string[],
  aliases: Readonly<Record<string, string>> = {},
): Promise<string> {
  const findings = new Findings();
  const document = readDocument(specs + file, findings);
  const api = document && readApi(document, findings);
  if (api === undefined) throw new Error(JSON.stringify(findings.list()));
  const operations = operationIds.flatMap((id) => findOperationsById(api, id, findings));
  expect(operations.map(({ operationId }) => operationId)).toEqual(operationIds);
  for (const operation of operations)
    expect(chooseServer(operation, { name: "twilio" }, findings)).toMatch(/^https:.*\.twilio\.com/);
  const pruned = pruneApi(api, operations, findings);
  expect(findings.list()).toEqual([]);
  return typesOf(pruned, aliases, interfaceName);
}

const consumer = `
import type { Client } from "../../../templates/runtime/client/client-types.js";
import type { StepInit } from "../../../templates/runtime/run/step.js";
import type { ConversationsApi } from "./conversations-api.js";
import type { MessageStatus, MessagingApi } from "./messaging-api.js";
import type { StudioApi } from "./studio-api.js";

declare const conversations: Client<ConversationsApi>;
declare const messaging: Client<MessagingApi>;
declare const studio: Client<StudioApi>;
declare const step: StepInit;
declare const undocumented: StepInit<299>;
declare const message: { path: { AccountSid: string; MessageSid: string } };
declare const form: { "Content-Type": "application/x-www-form-urlencoded" };
declare const optional: string | undefined;

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function same<_A extends true>(): void;

export async function right(): Promise<{ finalStatus: MessageStatus }> {
  const made = await conversations.POST("/v1/Conversations", { ...step, headers: form, body: { FriendlyName: optional } });
  if (!made.ok) throw new Error(made.error.message);
  await conversations.POST("/v1/Conversations/{ConversationSid}/Participants", {
    ...step,
    params: { path: { ConversationSid: made.data.sid } },
    headers: form,
    body: { "MessagingBinding.Address": "+1", "MessagingBinding.ProxyAddress": optional },
  });
  const added = await messaging.POST("/v1/Services/{ServiceSid}/PhoneNumbers", {
    ...step,
    params: { path: { ServiceSid: "MG1" } },
    body: { PhoneNumberSid: "PN1" },
  });
  if (added.data) same<Same<typeof added.data.sid, string>>();
  const flow = await studio.POST("/v2/Flows", {
    ...step,
    body: { FriendlyName: "", Status: "draft", Definition: "{}" },
  });
  const valid: boolean | null | undefined = flow.data?.valid;
  void valid;
  const { data, status } = await messaging.GET("/Accounts/{AccountSid}/Messages/{MessageSid}.json", {
    ...step,
    params: { path: { AccountSid: "AC1", MessageSid: "SM1" } },
  });
  if (status >= 500 || status === 404) throw new Error(String(status));
  // @ts-expect-error a success that is not documented
  await messaging.GET("/Accounts/{AccountSid}/Messages/{MessageSid}.json", { ...undocumented, params: message });
  if (!data) throw new Error();
  same<Same<typeof data.status, MessageStatus>>();
  same<Same<typeof data.error_code, number | null | undefined>>();
  // @ts-expect-error a status that is not documented
  if (data.status === "deliverd") return { finalStatus: data.status };
  if (String(data.status) === "not known today") return { finalStatus: data.status };
  const delivered: "delivered" | false = data.status === "delivered" && data.status;
  const text: string = data.status;
  void text;
  return { finalStatus: delivered || data.status };
}

export async function wrong(): Promise<void> {
  const params = { path: { AccountSid: "AC1" } };
  // @ts-expect-error a path that is not there
  await messaging.POST("/Accounts", { ...step, params });
  // @ts-expect-error a method that the path does not have
  await messaging.GET("/Accounts/{AccountSid}/Messages.json", { ...step, params });
  // @ts-expect-error no path parameters
  await messaging.POST("/Accounts/{AccountSid}/Messages.json", { ...step, body: { To: "" } });
  // @ts-expect-error a misspelt path parameter
  await messaging.POST("/Accounts/{AccountSid}/Messages.json", { ...step, params: { path: { Sid: "" } }, body: { To: "" } });
  // @ts-expect-error a path parameter too many
  await messaging.POST("/Accounts/{AccountSid}/Messages.json", { ...step, params: { path: { AccountSid: "", Sid: "" } }, body: { To: "" } });
  // @ts-expect-error query parameters, of which there are none
  await messaging.POST("/Accounts/{AccountSid}/Messages.json", { ...step, params: { ...params, query: { To: "" } }, body: { To: "" } });
  // @ts-expect-error no body
  await messaging.POST("/Accounts/{AccountSid}/Messages.json", { ...step, params });
  // @ts-expect-error a required field left out
  await messaging.POST("/Accounts/{AccountSid}/Messages.json", { ...step, params, body: { Body: "" } });
  // @ts-expect-error a required field that may be undefined
  await messaging.POST("/Accounts/{AccountSid}/Messages.json", { ...step, params, body: { To: optional } });
  // @ts-expect-error a misspelt field beside the required one
  await messaging.POST("/Accounts/{AccountSid}/Messages.json", { ...step, params, body: { To: "", Boddy: "" } });
  // @ts-expect-error a misspelt field where none is required
  await conversations.POST("/v1/Conversations", { ...step, body: { FriendlyNam: "" } });
  // @ts-expect-error a value outside of an enum of a request
  await messaging.POST("/Accounts/{AccountSid}/Messages.json", { ...step, params, body: { To: "", RiskCheck: "off" } });
  // @ts-expect-error a value of the wrong type
  await messaging.POST("/Accounts/{AccountSid}/Messages.json", { ...step, params, body: { To: "", ForceDelivery: "yes" } });
  // @ts-expect-error a body for an operation without one
  await messaging.GET("/v1/Services/{ServiceSid}", { ...step, params: { path: { ServiceSid: "" } }, body: {} });
  // @ts-expect-error parameters for an operation without any
  await conversations.POST("/v1/Conversations", { ...step, params: { query: { Page: 1 } }, body: {} });
  const { data, error } = await messaging.GET("/v1/Services/{ServiceSid}", { ...step, params: { path: { ServiceSid: "" } } });
  // @ts-expect-error data that may not be there
  void data.sid;
  // @ts-expect-error a misspelt field of an answer
  void data?.siid;
  // @ts-expect-error a misspelt field of an error
  void error?.mesage;
  // @ts-expect-error an enum of a response is text and nothing else
  const status: MessageStatus = 1;
  void status;
}
`;

it(
  "types every request, parameter, field, status and error of the documents in specs/",
  { timeout: 60_000 },
  async () => {
    const messages = ["createMessage", "fetchMessage"];
    const services = ["createMessagingService", "fetchMessagingService", "addPhoneNumber"];
    const participants = ["CreateConversationParticipant", "CreateConversationMessage"];
    const files = {
      "messaging-api.ts": await typesFrom("twilio-messaging-openapi.yml", "MessagingApi", [...messages, ...services], {
        MessageStatus: "MessageStatus",
      }),
      "conversations-api.ts": await typesFrom("conversations-openapi-original.yml", "ConversationsApi", [
        "CreateConversation",
        ...participants,
      ]),
      "studio-api.ts": await typesFrom("studio-openapi-original.yml", "StudioApi", [
        "CreateFlow",
        "CreateExecution",
        "FetchExecution",
      ]),
      "consumer.ts": consumer,
    };
    expect(compile(files)).toEqual([]);
  },
);
