import { child, valueAt, type Path } from "../documents/index.js";
import type { Schema } from "../schema/index.js";
import { pascalCase } from "./names.js";

/**
 * What the type of a schema can be called, the best name first: by its name among the components, else by what it stands
 * in (a component, an operation) and the way to it: the `status` of `Call` is `CallStatus`. A name is empty where there
 * are no letters to make it of.
 */
export function namesOfSchema({ component, at, document }: Schema): readonly [string, ...string[]] {
  const parts = component === undefined ? partsAt(at, document.root) : partsOfComponent(component);
  const whole = joined(parts);
  if (component !== undefined) {
    // Of what dots divide, the last two parts say whose it is and what.
    const [owner = "", last = ""] = ["", ...component.split(".")].slice(-2);
    const short = joined([owner.replace(/^v\d+$/i, ""), last].flatMap(partsOfComponent));
    return [short, whole, pascalCase(component)];
  }
  return parts.length > 2 ? [joined(parts.slice(-2)), whole] : [whole];
}

/** What a schema without a name can be called by the place where it stands. */
export function nameAt(at: Path, root: unknown): string {
  return joined(partsAt(at, root).slice(-2));
}

/** Twilio's components have a word in their names that says what they are: `call_enum_status` is the status of a call. */
function partsOfComponent(name: string): readonly string[] {
  return name.split(/(?<=[^A-Za-z])enum(?=[^A-Za-z])/);
}

/** The words of all parts. What one part ends with and the next begins with stands once: `Room`, `roomType`. */
function joined(parts: readonly string[]): string {
  const words: string[] = [];
  for (const part of parts) {
    const next = pascalCase(part).split(/(?=[A-Z])/);
    let shared = Math.min(words.length, next.length);
    while (shared > 0 && words.slice(-shared).join() !== next.slice(0, shared).join()) shared--;
    words.push(...next.slice(shared));
  }
  return words.join("");
}

function partsAt(at: Path, root: unknown): readonly string[] {
  const [place, first, second, ...rest] = at;
  if (place === "components") return inside(rest, partsOfComponent(ownerOf(ownName(String(second)), rest)));
  if (place !== "paths") return inside(at, []);
  const operation = child(valueAt(root, at.slice(0, 3)), "operationId");
  const parameters = [2, 3].find((index) => at[index] === "parameters") ?? -1;
  // What all operations of a path take belongs to none of them.
  const method = parameters === 2 ? "" : second;
  const owner = typeof operation === "string" ? operation : `${method} ${pathWords(String(first))}`;
  const name = parameters < 0 ? undefined : child(valueAt(root, at.slice(0, parameters + 2)), "name");
  const parts = inside(rest, typeof name === "string" ? [owner, name] : [owner]);
  return parts.length > 1 ? [withoutVerb(owner), ...parts.slice(1)] : parts;
}

/** What dots divide says last what it is: `messaging.v1.service` is a service. */
function ownName(component: string): string {
  return component.replace(/^.*\.(?=[A-Za-z])/, "");
}

/** `CreateCallRequest` is what a call is created with; what stands in it is of a call. */
function ownerOf(component: string, rest: Path): string {
  const operation = component.replace(/(?<=.)(Request|Response)$/, "");
  return rest.length === 0 || operation === component ? operation : withoutVerb(operation);
}

const verbs = new Set(
  "add cancel create delete fetch find get insert list make modify patch post put read remove replace search send set start update".split(
    " ",
  ),
);

/** The channel of `createVerification` is that of a verification. */
function withoutVerb(operation: string): string {
  const [start = "", first = ""] = /^([A-Za-z][a-z]*)[^A-Za-z]*(?=.)/.exec(operation) ?? [];
  return verbs.has(first.toLowerCase()) ? operation.slice(start.length) : operation;
}

/** The segments of a path that are no parameters. */
function pathWords(path: string): string {
  return path.replaceAll(/\{[^}]*\}/g, " ");
}

/** The owner and the properties on the way; what is a list in the singular where the way leads to its items. */
function inside(path: Path, owner: readonly string[]): readonly string[] {
  const parts = [...owner];
  for (let index = 0; index < path.length; index++) {
    const token = path[index];
    if (token === "properties") parts.push(String(path[++index] ?? ""));
    else if (token === "items" || token === "prefixItems" || token === "additionalProperties") {
      parts.push(singular(parts.pop() ?? "item"));
    }
  }
  return parts;
}

function singular(word: string): string {
  return word
    .replace(/ies$/i, "y")
    .replace(/(ss|us|x|ch|sh)es$/i, "$1")
    .replace(/(?<![sui])s$/i, "");
}
