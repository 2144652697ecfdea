import type { CallPlan, Condition, Field, FunctionIr, ReadId, Reads, Statement, Value, PropertyPath } from "./model.js";
import { readWith } from "./reads.js";
import { innerLists } from "./walk.js";

/** The statements of a function for people to read: one a line, each list indented. */
export function show({ reads, body }: FunctionIr): string {
  return new Shown(reads).list(body, "").join("\n");
}

class Shown {
  readonly #reads: Reads;

  constructor(reads: Reads) {
    this.#reads = reads;
  }

  list(body: readonly Statement[], indent: string): readonly string[] {
    return body.flatMap((statement) => {
      const inner = innerLists(statement).flatMap((each, index) => {
        const head = statement.kind === "machine" ? [`${indent}  case ${statement.cases[index]?.stepId}`] : [];
        return [...head, ...this.list(each, `${indent}${head.length > 0 ? "    " : "  "}`)];
      });
      return [`${indent}${this.#statement(statement)}`, ...inner];
    });
  }

  #statement(statement: Statement): string {
    switch (statement.kind) {
      case "request": {
        const { local, client, method, path, parameters, headers, wholeQuery, body, follows } = statement;
        const own = headers.length === 0 ? [] : [{ in: "headers", fields: headers }];
        const given = [...parameters, ...own].map((group) => ` ${group.in} ${this.#fields(group.fields)}`).join("");
        const query = wholeQuery === undefined ? "" : ` query ${this.#value(wholeQuery.value)}`;
        const sent = body === undefined ? "" : ` body ${this.#value(body)}`;
        const at = follows === undefined ? "" : ` at ${this.#value(follows.url)}`;
        return `request ${local ?? "_"} = ${client} ${method} ${path}${at}${given}${query}${sent}`;
      }
      case "call":
        return `call ${statement.local ?? "_"} = ${this.#call(statement.call)}${statement.settled ? " settled" : ""}`;
      case "transfer":
        return `transfer ${this.#call(statement.call)}`;
      case "expect":
      case "require":
        return `${statement.kind} ${statement.stepId}: ${this.#condition(statement.condition)}`;
      case "fail":
        return `fail ${statement.stepId}: ${statement.criterion}`;
      case "ensure":
        return `ensure ${this.#bound(statement.read)}`;
      case "completed":
        return `completed ${statement.local}`;
      case "ask":
        return `ask ${this.#read(statement.read)} known ${this.#fields(statement.known)}`;
      case "bind":
        return `bind ${statement.answer}: ${statement.reads.map((id) => this.#bound(id)).join(", ")}`;
      case "let":
        return `let ${statement.reads.map((id) => this.#read(id)).join(", ")}`;
      case "if":
        return `if ${this.#condition(statement.condition)}`;
      case "again": {
        const { condition, retry, action } = statement;
        const when = condition === undefined ? "" : ` if ${this.#condition(condition)}`;
        return `again ${retry} ${action.name}, ${action.limit} times after ${action.after} ms${when}`;
      }
      case "end":
        return `end ${statement.outcome} ${this.#fields(statement.fields)}`;
      case "block":
        return `block ${statement.label}`;
      case "loop": {
        const { label, before } = statement;
        return ["loop", label, before && `${before.kind} ${before.local}`]
          .filter((part) => part !== undefined)
          .join(" ");
      }
      case "break":
      case "continue":
        return [statement.kind, statement.label].filter((part) => part !== undefined).join(" ");
      case "machine":
        return `machine ${statement.label}`;
      case "each": {
        const { items, element, index, mapped, lists } = statement;
        const how =
          mapped === undefined ? "" : `, ${mapped.concurrency} at a time${mapped.collects ? ", collected" : ""}`;
        const names = [element, ...(index === undefined ? [] : [index])].join(", ");
        return `each ${names} of ${this.#value(items)}${how}: ${lists.map(({ local }) => local).join(", ")}`;
      }
      case "pages": {
        const { page, list, doing } = statement;
        return `pages ${page}: ${list?.local ?? `for ${doing ?? "nothing"}`}`;
      }
      case "take":
        return `take ${this.#value(statement.value)}`;
      case "gather":
        return `gather ${this.#fields(statement.fields)}`;
      case "goto":
        return `goto ${statement.stepId}`;
      case "listen":
        return `listen ${statement.polling} ${statement.event} ${this.#value(statement.match)}`;
      case "wait":
        return `wait ${statement.polling} known ${this.#fields(statement.known)}`;
    }
  }

  #call({ functionName, inputs, dependencies = [] }: CallPlan): string {
    return `${functionName} ${this.#fields([...inputs, ...dependencies])}`;
  }

  #bound(id: ReadId): string {
    const { expression, needed, stepId } = readWith(id, this.#reads);
    return `${this.#read(id)} = ${stepId} ${expression}${needed ? " needed" : ""}`;
  }

  #fields(fields: readonly Field[]): string {
    return `{ ${fields.map(({ name, value }) => `${name}: ${this.#value(value)}`).join(", ")} }`;
  }

  /** A read by its variable or, without one, by its step and expression. */
  #read(id: ReadId): string {
    const { local, stepId, expression } = readWith(id, this.#reads);
    return local ?? `<${stepId} ${expression}>`;
  }

  #condition(condition: Condition): string {
    switch (condition.kind) {
      case "and":
      case "or":
        return `(${condition.operands.map((operand) => this.#condition(operand)).join(` ${condition.kind} `)})`;
      case "not":
        return `not ${this.#condition(condition.operand)}`;
      case "compare": {
        const by = condition.as === "exact" ? "" : ` by ${condition.as}`;
        return `${this.#value(condition.left)} ${condition.operator} ${this.#value(condition.right)}${by}`;
      }
      case "flag":
      case "truthy":
        return `${condition.kind} ${this.#value(condition.value)}`;
      case "match":
        return `${this.#value(condition.text)} matches /${condition.pattern}/${condition.flags}`;
      case "matchText":
        return `${this.#value(condition.value)} matches ${this.#value(condition.pattern)}`;
      case "some":
        return `some ${condition.local} of ${this.#value(condition.items)}: ${this.#condition(condition.where)}`;
      case "query":
        return `${this.#value(condition.value)} has ${this.#value(condition.query)}`;
      case "ok":
      case "completed":
      case "failed":
        return `${condition.kind} ${condition.answer}`;
    }
  }

  #value(value: Value): string {
    switch (value.kind) {
      case "input":
        return `${value.local ?? `input.${value.name}`}${pathOf({ steps: value.steps, below: [] })}`;
      case "read":
        return this.#read(value.read);
      case "literal":
        return JSON.stringify(value.value);
      case "object":
        return this.#fields(value.fields);
      case "array":
        return `[${value.items.map((item) => this.#value(item)).join(", ")}]`;
      case "template":
        return value.parts
          .map((part) => (typeof part === "string" ? JSON.stringify(part) : this.#value(part)))
          .join(" + ");
      case "undefined":
        return "undefined";
      case "callbackUrl":
        return "the URL of callbacks";
      case "item":
        return value.local;
      case "member":
        return `${this.#value(value.of)}${pathOf(value)}`;
      case "paged":
        return `${value.page}(${this.#value(value.items)}, ${value.next === undefined ? "counted" : this.#value(value.next)})`;
      case "checked":
        return `checked(${this.#value(value.value)}, ${JSON.stringify(value.as)})`;
      case "only":
      case "present":
      case "text":
        return `${value.kind}(${this.#value(value.value)})`;
      case "each":
        return `each(${this.#value(value.value)}, ${JSON.stringify(value.path)})`;
      case "query":
        return `query(${this.#value(value.value)}, ${JSON.stringify(value.query)})`;
      case "replaced":
        return `replaced(${this.#value(value.value)}, ${JSON.stringify(value.path)}, ${this.#value(value.by)})`;
      case "made":
        return `${value.by}(${this.#value(value.value)})`;
      case "or":
        return `(${this.#value(value.value)} ?? ${value.otherwise === "NaN" ? "NaN" : this.#value(value.otherwise)})`;
    }
  }
}

function pathOf({ steps, below }: PropertyPath): string {
  return [...steps.map(({ key }) => key), ...below].map((key) => `/${key}`).join("");
}
