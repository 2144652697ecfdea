import { readApis } from "../read-apis.js";
import { startLocalApi, type RecordedRequest } from "../serve/index.js";
import { UsageError } from "./arguments.js";
import { loadLocalTwilio } from "./local-twilio.js";
import type { ServeCommand } from "./serve-command.js";
import { exit, hasErrors, type Session } from "./session.js";
import { alignedColumns } from "./table.js";

/** What is known of a server that has started. */
interface Started {
  /** What to give as `baseUrl`: one for all. */
  readonly baseUrl: string;
  /** What else there is to say, for people. */
  readonly more: readonly string[];
  readonly details: object;
  readonly close: () => Promise<void>;
}

/**
 * Plays documents until it is interrupted.
 * @param interrupt By default Ctrl-C, and the signal by which processes are ended
 * @returns the exit code
 */
export async function runServe(session: Session, command: ServeCommand, interrupt?: AbortSignal): Promise<number> {
  const started = await orSayTaken(command, () =>
    command.sources.size === 0 ? startTwilio(session, command) : startApis(session, command),
  );
  if (started === undefined) return exit.found;
  const { baseUrl, more, details, close } = started;
  if (command.format === "json") session.print(JSON.stringify({ baseUrl, ...details }));
  else {
    const lines = command.quiet ? [] : [...more, "Ctrl-C ends it.", ""];
    session.print([`baseUrl: ${JSON.stringify(baseUrl)}`, ...lines].join("\n"));
  }
  await interrupted(interrupt);
  await close();
  return exit.done;
}

/** @returns `undefined` after errors in the documents */
async function startApis(session: Session, command: ServeCommand): Promise<Started | undefined> {
  const { port, sequences } = command;
  session.progress.show("reading the documents");
  const { apis, findings } = readApis({ ...command, sourceFolders: [] });
  // The standard output is for what is asked of the server.
  session.printFindings(findings, { ...command, format: "pretty" });
  if (hasErrors(findings)) return undefined;
  const served = [...apis].map(([name, api]) => ({ name, api }));
  const { url, close } = await startLocalApi({
    apis: served,
    port,
    sequences,
    onRequest: (request, refusal) => show(session, command, request, refusal),
  });
  const isOne = served.length === 1;
  const rows = served.map(({ name, api }) => [name, String(api.operations.length), isOne ? url : `${url}/${name}`]);
  return {
    baseUrl: isOne ? url : `${url}/{host}`,
    more: ["", alignedColumns([["document", "operations", "address"], ...rows]), ""],
    details: { apis: Object.fromEntries(served.map(({ name }) => [name, `${url}/${name}`])) },
    close,
  };
}

async function startTwilio(session: Session, command: ServeCommand): Promise<Started> {
  const { startLocalTwilio } = await loadLocalTwilio();
  const { baseUrl, credentials, close } = await startLocalTwilio({
    port: command.port,
    callbacks: command.callbacks,
    onCallback: (sent) => showCallback(session, command, sent),
    onRequest: ({ method, host, path, operation }, status) => {
      const request = { method, path: `/${host}${path}`, operation, status };
      show(session, command, request, undefined);
    },
  });
  const { accountSid, authToken } = credentials;
  return {
    baseUrl: baseUrl("{host}"),
    more: ["", `TWILIO_ACCOUNT_SID=${accountSid}`, `TWILIO_AUTH_TOKEN=${authToken}`, ""],
    details: { credentials: { accountSid, authToken } },
    close,
  };
}

type Shown = Pick<RecordedRequest, "method" | "path" | "operation" | "status">;

/** A line for each request, and why it was refused. */
function show(session: Session, { format, quiet }: ServeCommand, request: Shown, refusal: string | undefined): void {
  if (format === "json") return session.print(JSON.stringify({ ...request, refusal }));
  if (quiet && request.status < 400) return;
  const { method, path, operation = "", status } = request;
  session.print(
    [`${status} ${method} ${path} ${operation}`.trimEnd(), ...(refusal ? [`    ${refusal}`] : [])].join("\n"),
  );
}

interface SentCallback {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  /** 0 where no answer came. */
  readonly status: number;
}

/** A line for each callback that was sent: what of, and how the app has answered. */
function showCallback(session: Session, { format, quiet }: ServeCommand, sent: SentCallback): void {
  const { url, fields, status } = sent;
  if (format === "json") return session.print(JSON.stringify({ callback: url, status, fields }));
  if (quiet && status >= 200 && status < 400) return;
  const told = fields["MessageStatus"] ?? fields["RecordingStatus"] ?? fields["CallStatus"] ?? "";
  session.print(`${status === 0 ? "no answer" : status} callback ${url} ${told}`.trimEnd());
}

async function orSayTaken<Result>({ port }: ServeCommand, start: () => Promise<Result>): Promise<Result> {
  try {
    return await start();
  } catch (error) {
    const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    if (!isTaken) throw error;
    throw new UsageError(`The port ${port} is taken: \`--port 0\` takes one that is free.`, "serve");
  }
}

function interrupted(interrupt: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => resolve();
    if (interrupt !== undefined) interrupt.addEventListener("abort", end, { once: true });
    else for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, end);
  });
}
