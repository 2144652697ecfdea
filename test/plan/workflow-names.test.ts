import { describe } from "vitest";
import { Compiler, expectText, testEach } from "../support/compiler.js";
import { within } from "../support/fragment.js";
import { yaml } from "../support/yaml.js";
import { things } from "./names-api.js";

const compiler = new Compiler({ ignoring: ["unused-input"] });

describe("a workflowId", () => {
  const document = yaml`
    workflows:
    - workflowId: <given>
      steps: [{ stepId: one, operationId: make }]
  `;

  testEach([
    {
      name: "with hyphens",
      given: "send-message-now",
      want: `
        workflows/send-message-now.ts
        testing/steps.ts
        index.ts
        export { sendMessageNow, type SendMessageNowInput, type SendMessageNowOutput } from "./workflows/send-message-now.js";
      `,
    },
    {
      name: "with underscores",
      given: "send_message_now",
      want: `
        workflows/send_message_now.ts
        testing/steps.ts
        index.ts
        export { sendMessageNow, type SendMessageNowInput, type SendMessageNowOutput } from "./workflows/send_message_now.js";
      `,
    },
    {
      name: "in camel case",
      given: "sendMessageNow",
      want: `
        workflows/sendMessageNow.ts
        testing/steps.ts
        index.ts
        export { sendMessageNow, type SendMessageNowInput, type SendMessageNowOutput } from "./workflows/sendMessageNow.js";
      `,
    },
    {
      name: "in Pascal case",
      given: "SendMessageNow",
      want: `
        workflows/SendMessageNow.ts
        testing/steps.ts
        index.ts
        export { sendMessageNow, type SendMessageNowInput, type SendMessageNowOutput } from "./workflows/SendMessageNow.js";
      `,
    },
    {
      name: "in capitals",
      given: "SMS-SEND",
      want: `
        workflows/SMS-SEND.ts
        testing/steps.ts
        index.ts
        export { smsSEND, type SmsSENDInput, type SmsSENDOutput } from "./workflows/SMS-SEND.js";
      `,
    },
    {
      name: "that begins with capitals",
      given: "SMSBody",
      want: `
        workflows/SMSBody.ts
        testing/steps.ts
        index.ts
        export { smsBody, type SmsBodyInput, type SmsBodyOutput } from "./workflows/SMSBody.js";
      `,
    },
    {
      name: "with digits",
      given: "send-2-messages",
      want: `
        workflows/send-2-messages.ts
        testing/steps.ts
        index.ts
        export { send2Messages, type Send2MessagesInput, type Send2MessagesOutput } from "./workflows/send-2-messages.js";
      `,
    },
    {
      name: "of one letter",
      given: "x",
      want: `
        workflows/x.ts
        testing/steps.ts
        index.ts
        export { x, type XInput, type XOutput } from "./workflows/x.js";
      `,
    },
    {
      name: "that is a word of the language",
      given: "delete",
      want: `
        workflows/delete.ts
        testing/steps.ts
        index.ts
        export { deleteWorkflow, type DeleteWorkflowInput, type DeleteWorkflowOutput } from "./workflows/delete.js";
      `,
    },
    {
      name: "that is a word of strict code",
      given: "await",
      want: `
        workflows/await.ts
        testing/steps.ts
        index.ts
        export { awaitWorkflow, type AwaitWorkflowInput, type AwaitWorkflowOutput } from "./workflows/await.js";
      `,
    },
    {
      name: "that is a name of the generated file",
      given: "run",
      want: `
        workflows/run.ts
        testing/steps.ts
        index.ts
        export { runWorkflow, type RunWorkflowInput, type RunWorkflowOutput } from "./workflows/run.js";
      `,
    },
    {
      name: "that is what the runtime exports",
      given: "open-workflow",
      want: `
        workflows/open-workflow.ts
        testing/steps.ts
        index.ts
        export { openWorkflowWorkflow, type OpenWorkflowWorkflowInput, type OpenWorkflowWorkflowOutput, } from "./workflows/open-workflow.js";
      `,
    },
    {
      name: "that is an error of the runtime",
      given: "step-failed-error",
      want: `
        workflows/step-failed-error.ts
        testing/steps.ts
        index.ts
        export { stepFailedError, type StepFailedErrorInput, type StepFailedErrorOutput, } from "./workflows/step-failed-error.js";
      `,
    },
    {
      name: "that is a type of the runtime",
      given: "workflow",
      want: `
        workflows/workflow.ts
        testing/steps.ts
        index.ts
        export { workflow, type WorkflowInput, type WorkflowOutput } from "./workflows/workflow.js";
      `,
    },
    {
      name: "that is a property of all objects",
      given: "constructor",
      want: `
        workflows/constructor.ts
        testing/steps.ts
        index.ts
        export { constructorWorkflow, type ConstructorWorkflowInput, type ConstructorWorkflowOutput, } from "./workflows/constructor.js";
      `,
    },
    {
      name: "that is __proto__",
      given: "__proto__",
      want: `
        workflows/__proto__.ts
        testing/steps.ts
        index.ts
        export { proto, type ProtoInput, type ProtoOutput } from "./workflows/__proto__.js";
      `,
    },
    {
      name: "that is the name of the index",
      given: "index",
      want: `
        workflows/index.ts
        testing/steps.ts
        index.ts
        export { index, type IndexInput, type IndexOutput } from "./workflows/index.js";
      `,
    },
    {
      name: "that begins with a digit",
      given: "2fa",
      want: `
        1:1 error invalid-name the workflowId '2fa' cannot become the name of a function
          | Use letters, digits, hyphens and underscores, a letter first.
      `,
    },
    {
      name: "that begins with a hyphen",
      given: `"-send"`,
      want: `
        workflows/-send.ts
        testing/steps.ts
        index.ts
        export { send, type SendInput, type SendOutput } from "./workflows/-send.js";
      `,
    },
    {
      name: "that ends with a dot",
      given: "send.",
      want: `
        1:1 error invalid-name the workflowId 'send.' cannot become the name of a function
          | Use letters, digits, hyphens and underscores, a letter first.
      `,
    },
    {
      name: "with a space",
      given: "send message",
      want: `
        1:1 error invalid-name the workflowId 'send message' cannot become the name of a function
          | Use letters, digits, hyphens and underscores, a letter first.
      `,
    },
    {
      name: "with a slash",
      given: "../../send",
      want: `
        1:1 error invalid-name the workflowId '../../send' cannot become the name of a function
          | Use letters, digits, hyphens and underscores, a letter first.
      `,
    },
    {
      name: "that is an absolute path",
      given: "/etc/passwd",
      want: `
        1:1 error invalid-name the workflowId '/etc/passwd' cannot become the name of a function
          | Use letters, digits, hyphens and underscores, a letter first.
      `,
    },
    {
      name: "with a backslash",
      given: "a\\b",
      want: `
        1:1 error invalid-name the workflowId 'a\\b' cannot become the name of a function
          | Use letters, digits, hyphens and underscores, a letter first.
      `,
    },
    {
      name: "with a NUL",
      given: `"a\\0b"`,
      want: `
        1:1 error invalid-name the workflowId 'a␀b' cannot become the name of a function
          | Use letters, digits, hyphens and underscores, a letter first.
      `,
    },
    {
      name: "with letters that look like others",
      given: "sеnd",
      want: `
        1:1 error invalid-name the workflowId 'sеnd' cannot become the name of a function
          | Use letters, digits, hyphens and underscores, a letter first.
      `,
    },
    {
      name: "with an umlaut",
      given: "prüfen",
      want: `
        1:1 error invalid-name the workflowId 'prüfen' cannot become the name of a function
          | Use letters, digits, hyphens and underscores, a letter first.
      `,
    },
    {
      name: "that is code",
      given: "a(){}x()",
      want: `
        1:1 error invalid-name the workflowId 'a(){}x()' cannot become the name of a function
          | Use letters, digits, hyphens and underscores, a letter first.
      `,
    },
    {
      name: "that is empty",
      given: `""`,
      want: "1:1 error invalid-document 'workflowId' has to be text that is not empty",
    },
    {
      name: "that is hyphens only",
      given: `"---"`,
      want: `
        1:1 error invalid-name the workflowId '---' cannot become the name of a function
          | Use letters, digits, hyphens and underscores, a letter first.
      `,
    },
    {
      name: "that is a device of Windows",
      given: "CON",
      want: `
        1:1 error invalid-name the workflowId 'CON' cannot be the name of a file on Windows
          | Use letters, digits, hyphens and underscores, a letter first.
      `,
    },
    {
      name: "that is a device of Windows with a number",
      given: "lpt1",
      want: `
        1:1 error invalid-name the workflowId 'lpt1' cannot be the name of a file on Windows
          | Use letters, digits, hyphens and underscores, a letter first.
      `,
    },
    {
      name: "of 1,001 characters",
      given: "a".repeat(1_001),
      want: `
        1:1 error invalid-name the workflowId 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…' is longer than 1000 characters
          | Use letters, digits, hyphens and underscores, a letter first.
      `,
    },
    {
      name: "of 101 characters",
      given: "a".repeat(101),
      want: `
        workflows/${"a".repeat(91)}-9d079339.ts
        testing/steps.ts
        index.ts
        export { ${"a".repeat(101)}, type A${"a".repeat(100)}Input, type A${"a".repeat(100)}Output, } from "./workflows/${"a".repeat(91)}-9d079339.js";
      `,
    },
    {
      name: "of 100 characters",
      given: "a".repeat(100),
      want: `
        workflows/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.ts
        testing/steps.ts
        index.ts
        export { aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, type AaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaInput, type AaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaOutput, } from "./workflows/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.js";
      `,
    },
  ])(async ({ given, want }) => {
    const { findings, files } = await compiler.compile({ arazzo: within(document, given), openapi: things });
    const made = [...files].filter(([name]) => name.endsWith(".ts") && !/^(?:runtime|apis)\//.test(name));
    const exported = /export \{[^}]*\} from.*/.exec(files.get("index.ts") ?? "")?.[0].replace(/\s+/g, " ");
    expectText(
      [
        ...findings.map((line) => line.replace(" | ", "\n  | ")),
        ...made.map(([name]) => name),
        ...(exported ? [exported] : []),
      ].join("\n"),
      want,
    );
  });
});

describe("two workflowIds", () => {
  const document = yaml`
    workflows:
    - workflowId: send-message
      steps: [{ stepId: one, operationId: make }]
    - workflowId: <given>
      steps: [{ stepId: one, operationId: make }]
  `;

  testEach([
    {
      name: "that are different",
      given: "send-messages",
      want: `
        workflows/send-message.ts
        workflows/send-messages.ts
      `,
    },
    {
      name: "that are the same",
      given: "send-message",
      want: "1:1 error duplicate-id another workflow is called 'send-message'\n  | Rename one of them.",
    },
    {
      name: "that become one function",
      given: "sendMessage",
      want: `
        1:1 error name-collision the workflows 'send-message' and 'sendMessage' would have the same name, or names that differ in case only
          | Rename one of them.
      `,
    },
    {
      name: "that differ in case",
      given: "Send-Message",
      want: `
        1:1 error name-collision the workflows 'send-message' and 'Send-Message' would have the same name, or names that differ in case only
          | Rename one of them.
      `,
    },
    {
      name: "of which one's type is the other's",
      given: "send-message-input",
      want: `
        workflows/send-message.ts
        workflows/send-message-input.ts
      `,
    },
  ])(async ({ given, want }) => {
    const { findings, files } = await compiler.compile({ arazzo: within(document, given), openapi: things });
    const made = [...files.keys()].filter((name) => name.startsWith("workflows/"));
    expectText([...findings.map((line) => line.replace(" | ", "\n  | ")), ...made].join("\n"), want);
  });
});

compiler.testTypes();
