import type { Step } from "../arazzo/index.js";
import type { TypedValue } from "../ir/typed-value.js";
import { type Scope, upperFirst } from "./names.js";

/** That a step is done for each element of a list: the names that its code uses, and what is read of it elsewhere. */
export interface LinkedEach {
  readonly given: NonNullable<Step["x-each"]>;
  /** The variables of the element and of its position. */
  readonly element: string;
  readonly index: string;
  /** The variable of what comes of all elements, where they are done side by side. */
  readonly results: string;
  /** The variables that the code uses. */
  readonly used: Set<string>;
  /** What later steps and outputs read, by its name, or an empty one for all of it. */
  readonly gathered: Map<string, Gathered>;
  /** A variable for a list of outputs, the same each time that it is asked for. */
  readonly listName: (output: string) => string;
}

/** An output of the step, of which there is a list. */
export interface Gathered {
  /** The variable of the list. */
  readonly local: string;
  /** The output of one element. */
  readonly typed: TypedValue;
}

/** The name that the element has in expressions where the document gives it none. */
export const defaultElement = "item";

export function linkEach(step: Step, answer: string, scope: Scope): LinkedEach | undefined {
  const given = step["x-each"];
  if (given === undefined) return undefined;
  const { as = defaultElement } = given;
  const lists = new Map<string, string>();
  const results = scope.take(`${answer}Results`);
  const nameFor = (output: string): string => {
    if (output !== "") return scope.take(plural(output), `${answer}${upperFirst(plural(output))}`);
    return given.onFailure === "collect" ? results : scope.take(`${answer}Outputs`);
  };
  const listName = (output: string): string => {
    const known = lists.get(output) ?? nameFor(output);
    lists.set(output, known);
    return known;
  };
  const element = scope.take(as, `${as}Element`);
  const index = scope.take("index", `${answer}Index`);
  return { given, element, index, results, used: new Set(), gathered: new Map(), listName };
}

function plural(name: string): string {
  return /s$/i.test(name) ? `${name}List` : `${name}s`;
}

/** Whether elements are done by a function each: side by side, or so that their failures are data. */
export function isMapped({ given: { concurrency = 1, onFailure } }: LinkedEach): boolean {
  return concurrency > 1 || onFailure === "collect";
}
