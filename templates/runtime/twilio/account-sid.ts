import { CredentialsError } from "../errors/errors.js";
import { WorkflowRun } from "../run/run.js";

/** In place of that of the credentials, where nothing is sent and there are none. */
const ANY_ACCOUNT: string = `AC${"0".repeat(32)}`;

/** The account SID of the credentials. Throws a `CredentialsError` if they name none. */
export function accountSidOf(run: WorkflowRun): string {
  const session = WorkflowRun.sessionOf(run);
  const { account } = session.client.profile ?? {};
  if (account !== undefined) return account;
  if (session.client.isDry) return ANY_ACCOUNT;
  const message = "the credentials name no account: give credentials.accountSid, or set TWILIO_ACCOUNT_SID";
  throw new CredentialsError(session.place(), message);
}
