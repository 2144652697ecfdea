import { isFailure, parseExpression } from "../../arazzo/index.js";
import { found, type Fix } from "../../diagnostics.js";
import { formatPointer, overlayFix } from "../../documents/index.js";
import type { RequestStep } from "../../link/linked-step.js";
import { expanded, membersOf, present, type Type } from "../../types/type.js";
import { successBody, successes } from "../expressions/answer-body.js";
import { itemsIn } from "../expressions/each-value.js";
import type { SolvedWorkflow } from "../solved-workflow.js";

/** Where answers say what leads to the next page, by what they say: its URL, or what a parameter takes. */
const urls = [["next_page_uri"], ["meta", "next_page_url"], ["next_page_url"], ["nextLink"], ["links", "next"]];
const tokens = [["next_page_token"], ["nextPageToken"], ["next_cursor"], ["nextCursor"], ["next_token"], ["nextToken"]];
/** What the parameters are called that take them. */
const takers = ["page_token", "pageToken", "PageToken", "cursor", "after", "token", "next_token", "nextToken"];

/** Reports steps that take a list of an answer which says that there are further pages, and read only the first one. */
export function checkFirstPage({ steps, polls, linked, findings }: SolvedWorkflow): void {
  for (const step of steps) {
    const { stepId, outputs = {}, "x-pages": pages, "x-url": url } = step.step;
    if (step.operation.method !== "get" || pages !== undefined || url !== undefined || polls.has(step.index)) continue;
    const taken = Object.entries(outputs).find(([, output]) => isList(output, step));
    const next = taken && nextPage(step);
    if (taken === undefined || next === undefined) continue;
    const [name, items] = taken;
    const place = linked.document.place([...step.at, "outputs", name]);
    const all = Object.values(outputs).every((output) => output === items);
    const fix = all && step.step["x-each"] === undefined ? readingAll({ items, ...next }, step, linked) : undefined;
    findings.report(place, found.firstPageOnly(stepId, next.next), fix);
  }
}

/** What `x-pages` says of the next page. */
interface Next {
  readonly next: string;
  readonly parameter?: string;
}

function readingAll(
  pages: Next & { readonly items: unknown },
  { at }: RequestStep,
  { document }: SolvedWorkflow["linked"],
): Fix | undefined {
  const description = "Reads all pages of the list, up to 10,000 items.";
  return overlayFix(document, [{ at, description, update: { "x-pages": pages } }]);
}

/** Whether an output is a list in the answer as a whole. */
function isList(output: unknown, step: RequestStep): boolean {
  const expression = typeof output === "string" ? parseExpression(output) : undefined;
  if (expression === undefined || isFailure(expression)) return false;
  if (expression.kind !== "body" || expression.of !== "response") return false;
  const type = typeAt(expression.pointer, step);
  return type !== undefined && itemsIn(type).length > 0;
}

/** What leads to the next page, going by the names that APIs have for it. */
function nextPage(step: RequestStep): Next | undefined {
  const url = urls.find((path) => typeAt(path, step) !== undefined);
  if (url !== undefined) return { next: `$response.body#${formatPointer(url)}` };
  const token = tokens.find((path) => typeAt(path, step) !== undefined);
  const names = step.operation.parameters.filter((one) => one.in === "query").map(({ name }) => name);
  const parameter = takers.find((name) => names.includes(name));
  if (token !== undefined && parameter !== undefined)
    return { next: `$response.body#${formatPointer(token)}`, parameter };
  const isLinked = successes(step.operation).some(({ headers }) =>
    [...headers.keys()].some((name) => /^link$/i.test(name)),
  );
  return isLinked ? { next: "$response.header.Link" } : undefined;
}

/** The type of a property of an answer; `undefined` where its document has none. */
function typeAt(path: readonly string[], { operation, responseTypes }: RequestStep): Type | undefined {
  let type: Type | undefined = successBody(operation, responseTypes)?.type;
  for (const key of path) {
    const owners: readonly Type[] = type === undefined ? [] : membersOf(present(expanded(type)));
    type = owners
      .flatMap((owner) => (owner.kind === "object" ? owner.fields : []))
      .find(({ name }) => name === key)?.type;
  }
  return type;
}
