import { ApplicationFailure, proxySinks, type Sinks, type WorkflowInterceptors } from "@temporalio/workflow";
import {
  type CallbackOptions,
  type SendMessageTrackStatusInput,
  sendMessageTrackStatus,
} from "../../../generated/index.js";
import { onTemporal } from "../../../templates/engines/temporal.js";

/** How an activity is asked for. */
export interface AskedFor {
  readonly id: string | undefined;
  readonly maximumAttempts: number | undefined;
}

/** What a replay tells. */
export interface Told extends Sinks {
  told: {
    askedFor(activity: AskedFor): void;
    ended(outputs: unknown): void;
    failed(failure: object): void;
    event(type: string): void;
  };
}

const { told } = proxySinks<Told>();
const credentials = { accountSid: "AC0123456789abcdef0123456789abcdef" };

/** The workflow of which the tests have histories. */
export async function send(
  input: SendMessageTrackStatusInput,
  atLeastOnce: boolean,
  callbacks?: CallbackOptions,
): Promise<unknown> {
  const onStep = ({ type }: { readonly type: string }): void => told.event(type);
  try {
    const outputs = await onTemporal(
      (runner) => sendMessageTrackStatus(input, { credentials, callbacks, runner, onStep }),
      {
        atLeastOnce,
      },
    );
    told.ended(outputs);
    return outputs;
  } catch (error) {
    if (error instanceof ApplicationFailure) {
      const { type, nonRetryable, details } = error;
      told.failed({ type, nonRetryable, details });
    }
    throw error;
  }
}

export const interceptors = (): WorkflowInterceptors => ({
  outbound: [
    {
      scheduleActivity(asked, next) {
        const { activityId: id, retry } = asked.options;
        told.askedFor({ id: id?.replace(/ .*/, ""), maximumAttempts: retry?.maximumAttempts });
        return next(asked);
      },
    },
  ],
});
