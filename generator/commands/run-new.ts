import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, relative, resolve, sep } from "node:path";
import { didYouMean, Findings, quoted } from "../diagnostics.js";
import { documentText, readDocument } from "../documents/index.js";
import { kebabCase } from "../plan/index.js";
import { findOperationsById, operationIds, readApi, type Api } from "../openapi/index.js";
import { UsageError } from "./arguments.js";
import type { NewCommand } from "./command.js";
import { draftWorkflow, type Chosen } from "./draft-workflow.js";
import { draftName } from "./draft-names.js";
import { exit, hasErrors, type Session } from "./session.js";

interface Source {
  readonly name: string;
  readonly file: string;
  readonly api: Api;
}

/** Writes an Arazzo document of chosen operations, where there is none yet. @returns the exit code */
export function runNew(session: Session, command: NewCommand): number {
  const findings = new Findings();
  const sources = command.apis.flatMap((file): readonly Source[] => {
    const document = readDocument(file, findings);
    const api = document && readApi(document, findings);
    return api === undefined ? [] : [{ name: sourceName(file), file, api }];
  });
  if (!findings.hasErrors) {
    const chosen = command.operations.map((name) => chosenBy(name, sources, findings));
    if (!findings.hasErrors) return write(session, command, sources, chosen);
  }
  session.printFindings(findings.list(), { format: "pretty", quiet: false, verbose: false });
  return hasErrors(findings.list()) ? exit.found : exit.done;
}

function write(session: Session, command: NewCommand, sources: readonly Source[], chosen: readonly Chosen[]): number {
  const workflowId = command.name ?? kebabCase(chosen.map(({ operationId }) => operationId).join(" and "));
  const file = command.to ?? `${workflowId}.yml`;
  if (existsSync(file)) throw new UsageError(`${quoted(file)} is there already; name another file by \`--to\`.`, "new");
  const used = sources.filter(({ name }) => chosen.some(({ source }) => source === name));
  const document = {
    arazzo: "1.0.1",
    info: { title: workflowId, version: "1.0.0" },
    sourceDescriptions: used.map((source) => ({
      name: source.name,
      url: urlBetween(file, source.file),
      type: "openapi",
    })),
    workflows: [draftWorkflow(workflowId, chosen)],
  };
  session.hasWritten = true;
  mkdirSync(dirname(resolve(file)), { recursive: true });
  writeFileSync(file, documentText(document), { flag: "wx" });
  session.print(`made: ${file}`);
  session.print(`Read it, name its inputs and outputs, and run \`twilio-workflows lint ${file}\`.`);
  return exit.done;
}

function chosenBy(operationId: string, sources: readonly Source[], findings: Findings): Chosen {
  const found = sources.flatMap(({ name, api }) =>
    findOperationsById(api, operationId, findings).map((operation) => ({ operation, operationId, source: name })),
  );
  const [one, another] = found;
  if (one !== undefined && another === undefined) return one;
  const ids = sources.flatMap(({ api }) => operationIds(api));
  const said =
    one === undefined
      ? [`There is no operation ${quoted(operationId)}.`, didYouMean(operationId, ids) ?? ""].join(" ").trim()
      : `There are several operations ${quoted(operationId)}: name only the document that is meant.`;
  throw new UsageError(said, "new");
}

function sourceName(file: string): string {
  return draftName(basename(file, extname(file)));
}

/** How a document refers to another one. */
function urlBetween(from: string, to: string): string {
  const path = relative(dirname(resolve(from)), resolve(to))
    .split(sep)
    .map(encodeURIComponent)
    .join("/");
  return path.startsWith(".") ? path : `./${path}`;
}
