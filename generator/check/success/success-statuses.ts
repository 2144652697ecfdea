import type { RequestStep } from "../../link/linked-step.js";
import { readableConditions } from "../../link/readable-conditions.js";
import { responseFor, type Operation } from "../../openapi/index.js";
import { everyStatus, isSuccess, possibleStatuses } from "./status.js";

/** The statuses with which a step can succeed, by its criteria; every 2xx where they do not ask for one. */
export interface SuccessStatuses {
  readonly possible: readonly number[];
  /** An answer that is no 2xx can be a success, so that an answer may well have no data. */
  readonly errors: boolean;
}

const known = new WeakMap<RequestStep, SuccessStatuses>();

/** Works out once for each step with which statuses it can succeed. */
export function successStatuses(step: RequestStep): SuccessStatuses {
  const found = known.get(step) ?? workOut(step);
  known.set(step, found);
  return found;
}

function workOut({ step, operation }: RequestStep): SuccessStatuses {
  const possible = possibleStatuses(readableConditions(step.successCriteria));
  if (possible.length === everyStatus.length) return { possible: possible.filter(isSuccess), errors: false };
  return { possible, errors: possible.some((status) => isMeant(status, possible, operation)) };
}

/**
 * Whether a status that is no 2xx is meant to be a success. `$statusCode < 400` is not: redirects are not followed, and
 * nobody who writes that thinks of them.
 */
function isMeant(status: number, possible: readonly number[], operation: Operation): boolean {
  if (isSuccess(status)) return false;
  if (status >= 400 || !possible.some(isSuccess)) return true;
  const isRange = possible.filter((other) => hundredOf(other) === hundredOf(status)).length === 100;
  return !isRange || responseFor(operation, status)?.status.startsWith(String(hundredOf(status))) === true;
}

function hundredOf(status: number): number {
  return Math.floor(status / 100);
}
