import { kindOf } from "../run/inputs.js";

/** An option cannot be used. */
export class InvalidOptionError extends TypeError {
  override readonly name = "InvalidOptionError";
  readonly code = "invalid-option";
  /** Its name, such as `poll.interval`; empty where the options as a whole are none. */
  readonly option: string;

  constructor(option: string, complaint: string) {
    super(`${option === "" ? "options" : `option ${option}`} ${complaint}`);
    this.option = option;
  }
}

/** Says what is wrong with the value of an option; `undefined` if nothing is. */
export type Rule = (value: unknown, option: string) => string | undefined;

/** A rule for each option that there is. */
export type Rules<Options> = { readonly [Name in keyof Options]-?: Rule };

/**
 * Throws an `InvalidOptionError` for the first option that is not as its rule wants it, or that has none. What is
 * `undefined` is not given.
 * @param within The option that they are a part of
 */
export function checkOptions(given: unknown, rules: Readonly<Record<string, Rule>>, within = ""): void {
  if (!isObject(given)) throw new InvalidOptionError(within, `must be an object, not ${shown(given)}`);
  const others = Object.keys(given).filter((name) => !Object.hasOwn(rules, name));
  for (const name of [...Object.keys(rules), ...others]) {
    const value: unknown = Reflect.get(given, name);
    if (value === undefined) continue;
    const option = within === "" ? name : `${within}.${name}`;
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    const complaint = rule ? rule(value, option) : `is none; there are ${Object.keys(rules).sort().join(", ")}`;
    if (complaint !== undefined) throw new InvalidOptionError(option, complaint);
  }
}

export function must(be: string, isSo: (value: unknown) => boolean): Rule {
  return (value) => (isSo(value) ? undefined : `must be ${be}, not ${shown(value)}`);
}

export const mustBeFunction: Rule = must("a function", (value) => typeof value === "function");

/** For what others implement too, so that its methods tell what it is. */
export function mustHave(be: string, ...methods: readonly string[]): Rule {
  const has = (value: object): boolean => methods.every((name) => typeof Reflect.get(value, name) === "function");
  return must(`${be}, with ${methods.join(" and ")}`, (value) => isObject(value) && has(value));
}

export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Texts are not shown: they may be secrets, given in the wrong place. */
function shown(value: unknown): string {
  return typeof value === "number" || typeof value === "boolean" ? String(value) : kindOf(value);
}
