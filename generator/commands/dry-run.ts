import { visible } from "../diagnostics.js";
import type { Api } from "../openapi/index.js";
import { costsOf } from "../run/index.js";
import { playInProcess, type UnsentRequest } from "../serve/index.js";
import type { Session } from "./session.js";

/** A request as the runtime tells of it. @see templates/runtime/client/dry-run.ts */
interface DryRequest extends UnsentRequest {
  readonly stepId: string;
}

interface Exchange extends DryRequest {
  /** What it would be charged for, where that is known. */
  readonly costs: string | undefined;
  readonly answer: { readonly status: number; readonly body: string };
}

/** Shows the requests of a run that sends none, and answers them from the documents. */
export class DryRun {
  readonly #session: Session;
  readonly #format: "pretty" | "json";
  readonly #play: (request: UnsentRequest) => Promise<Response>;
  readonly #all: Exchange[] = [];

  constructor(session: Session, apis: ReadonlyMap<string, Api>, format: "pretty" | "json") {
    this.#session = session;
    this.#format = format;
    this.#play = playInProcess([...apis].map(([name, api]) => ({ name, api })));
  }

  readonly answer = async ({ stepId, method, url, headers, body }: DryRequest): Promise<Response> => {
    const response = await this.#play({ method, url, headers, body });
    const answer = { status: response.status, body: await response.clone().text() };
    const exchange = { stepId, method, url, headers, body, costs: costsOf(method, url), answer };
    this.#all.push(exchange);
    if (this.#format === "pretty") this.#session.print(inWords(exchange));
    return response;
  };

  /** @param outcome What the run returned, or its error, which people have been told of */
  end(outcome: { readonly result: unknown } | { readonly error: object }): void {
    const shown = this.#format === "json" ? { requests: this.#all, ...outcome } : Object(outcome).result;
    if (shown !== undefined) this.#session.print(JSON.stringify(shown, undefined, 2));
  }
}

function inWords({ stepId, method, url, headers, body, costs, answer }: Exchange): string {
  const lines = [
    `${stepId} would send`,
    `  ${method} ${url}`,
    ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
    ...(body === undefined ? [] : ["", ...body.split("\n").map((line) => `  ${line}`)]),
    `and is answered ${answer.status}${answer.body === "" ? "" : ":"}`,
    ...(answer.body === "" ? [] : [`  ${answer.body}`]),
    ...(costs === undefined ? [] : [`Sent for real, Twilio would charge for ${costs}.`]),
    "",
  ];
  return lines.map(visible).join("\n");
}
