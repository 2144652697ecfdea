import type { Account } from "./account.js";
import type { Call, Product } from "./call.js";
import { iso } from "./dates.js";
import { invalidParameter, notFound } from "./errors.js";
import { isAddress } from "./formats.js";
import { created, ok } from "./reply.js";
import { magicIn, refuseBy } from "./resources/magic.js";

export interface FlowOptions {
  /** How many reads still find an execution `active`; from then on it has `ended`. @default 1 */
  readonly activeReads?: number;
}

interface Execution {
  readonly sid: string;
  readonly flowSid: string;
  readonly contactSid: string;
  readonly requestSid: string;
  readonly to: string;
  readonly parameters: object;
  readonly created: Date;
  reads: number;
  ended: Date | null;
}

/** Studio: keeps flows and runs none of their widgets. */
export function flows(account: Account, { activeReads = 1 }: FlowOptions): Product {
  const flowSids = new Set<string>();
  const executions = new Map<string, Execution>();

  return {
    CreateFlow(call) {
      const sid = account.newSid("FW");
      const flow = describeFlow(sid, call, account);
      flowSids.add(sid);
      return created(flow);
    },

    CreateExecution(call) {
      const flowSid = call.param("FlowSid");
      if (!flowSids.has(flowSid)) throw notFound(call.path);
      const to = contact(call);
      refuseBy(magicIn([to], "Executions"));
      const execution: Execution = {
        sid: account.newSid("FN"),
        flowSid,
        contactSid: account.newSid("FC"),
        requestSid: account.newSid("RQ"),
        to,
        parameters: call.object("Parameters") ?? {},
        created: account.now(),
        reads: 0,
        ended: null,
      };
      executions.set(execution.sid, execution);
      return created(describeExecution(execution, account));
    },

    FetchExecution(call) {
      const execution = executions.get(call.param("Sid"));
      if (execution?.flowSid !== call.param("FlowSid")) throw notFound(call.path);
      execution.reads += 1;
      const goesOn = magicIn([execution.to], "Executions") !== undefined;
      if (execution.reads > activeReads && !goesOn) execution.ended ??= account.now();
      return ok(describeExecution(execution, account));
    },
  };
}

function contact(call: Call): string {
  const to = call.text("To") ?? "";
  if (!isAddress(to)) throw invalidParameter(`Invalid parameter To: ${to} is not a valid phone number`);
  return to;
}

function describeFlow(sid: string, call: Call, account: Account): object {
  const url = urlOf(sid);
  return {
    sid,
    account_sid: account.sid,
    author_sid: null,
    friendly_name: call.text("FriendlyName"),
    definition: call.object("Definition"),
    status: call.text("Status"),
    revision: 1,
    commit_message: call.text("CommitMessage"),
    valid: true,
    errors: [],
    warnings: [],
    date_created: iso(account.now()),
    date_updated: null,
    webhook_url: `https://webhooks.twilio.com/v1/Accounts/${account.sid}/Flows/${sid}`,
    url,
    links: { revisions: `${url}/Revisions`, test_users: `${url}/TestUsers`, executions: `${url}/Executions` },
  };
}

function describeExecution(execution: Execution, account: Account): object {
  const url = `${urlOf(execution.flowSid)}/Executions/${execution.sid}`;
  return {
    sid: execution.sid,
    account_sid: account.sid,
    flow_sid: execution.flowSid,
    contact_channel_address: execution.to,
    contact_sid: execution.contactSid,
    flow_version: 1,
    context: { flow: { data: execution.parameters } },
    status: execution.ended ? "ended" : "active",
    date_created: iso(execution.created),
    date_updated: execution.ended && iso(execution.ended),
    initiated_by: execution.requestSid,
    url,
    links: { steps: `${url}/Steps`, execution_context: `${url}/Context` },
  };
}

function urlOf(flowSid: string): string {
  return `https://studio.twilio.com/v2/Flows/${flowSid}`;
}
