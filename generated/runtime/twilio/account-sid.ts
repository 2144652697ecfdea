// Written by twilio-workflows with each run: what is changed here is lost.
import { CredentialsError } from "../errors/errors.js";
import { WorkflowRun } from "../run/run.js";

/** The account SID of the credentials. Throws a `CredentialsError` if they name none. */
export function accountSidOf(run: WorkflowRun): string {
  const session = WorkflowRun.sessionOf(run);
  const { account } = session.client.profile ?? {};
  if (account !== undefined) return account;
  const message = "the credentials name no account: give credentials.accountSid, or set TWILIO_ACCOUNT_SID";
  throw new CredentialsError(session.place(), message);
}
