import type { Path } from "../documents/index.js";
import { sameName } from "../openapi/index.js";

/** A parameter that a step or its workflow gives. */
export interface GivenParameter {
  readonly name: string;
  readonly in: string;
  readonly value: unknown;
  /** Where its value stands. */
  readonly at: Path;
  readonly nameAt: Path;
  /** Set for the whole workflow, so that it goes only to the operations that have it. */
  readonly shared: boolean;
  /** What signs the request by `x-security`; `value` is none where it is made of several. */
  readonly signing?: Signing | undefined;
}

/** How `x-security` makes a value. */
export interface Signing {
  /** `undefined`: it is sent as it is given. */
  readonly scheme: "Basic" | "Bearer" | undefined;
  /** What it is made of, in this order. */
  readonly parts: readonly NamedValue[];
  /** What is given beside, and not sent. */
  readonly others: readonly NamedValue[];
  /** It stands at the workflow, for all its steps. */
  readonly shared: boolean;
}

/** One of the `values` of `x-security`. */
export interface NamedValue {
  readonly name: string;
  readonly value: unknown;
  readonly at: Path;
}

/** Parameters, and those of others that go to another place. */
export function withOthers(
  first: readonly GivenParameter[],
  others: readonly GivenParameter[],
): readonly GivenParameter[] {
  return [
    ...first,
    ...others.filter((other) => !first.some((one) => one.in === other.in && sameName(one, other.name))),
  ];
}
