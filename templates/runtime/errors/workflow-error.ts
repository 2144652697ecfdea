import type { Checkpoint } from "../journal/checkpoint.js";
import { fieldsOf } from "./text.js";

/** Where an error happened, and all that was finished before it. */
export interface ErrorPlace {
  workflowId: string;
  stepId?: string | undefined;
  /** The steps that lead there through the workflows that call each other. @default the stepId */
  stepPath?: string | undefined;
  checkpoint: Checkpoint;
  /** The position, in brackets, of the element of a list that the step was done for. */
  element?: string | undefined;
}

/** The classes of errors by their names. */
export const kinds: Map<string, { readonly prototype: WorkflowError }> = new Map();

const BRAND: symbol = Symbol.for("twilio-workflows.WorkflowError");

/** What all errors of a workflow have in common. Tell them apart by `code` or by class. */
export abstract class WorkflowError extends Error {
  /** What kind of error this is. */
  abstract readonly code: string;
  readonly workflowId: string;
  /** The step that went wrong; `undefined` when the workflow could not begin. */
  readonly stepId: string | undefined;
  /**
   * The same where the workflow was called by a step of another one: `<step of the caller>/<stepId>`. Behind a step that is
   * done for each element of a list stands the position of the element: `send[3]`, `send[3]/checkStatus`.
   */
  readonly stepPath: string | undefined;
  /** Why `checkpoint` could not be kept: what `options.onCheckpoint` said. Absent if it was kept, or was not to be. */
  declare readonly notKept?: string | undefined;
  #checkpoint: Checkpoint;

  static {
    Object.defineProperty(this.prototype, BRAND, { value: true });
  }

  constructor(place: ErrorPlace, message: string, options?: ErrorOptions) {
    const step = place.stepId === undefined ? "" : `, step ${place.stepId}${place.element ?? ""}`;
    super(`workflow ${place.workflowId}${step}: ${message}`, options);
    this.workflowId = place.workflowId;
    this.stepId = place.stepId;
    this.stepPath = place.stepPath ?? place.stepId;
    this.#checkpoint = place.checkpoint;
  }

  /**
   * All finished steps, as plain JSON: keep it, and give it to `options.resume` to go on from here. It holds the
   * answers, so `toJSON` and consoles leave it out.
   */
  get checkpoint(): Checkpoint {
    return this.#checkpoint;
  }

  /** Gives an error the checkpoint of a later moment: what ran beside its step has gone on. */
  static moveTo(checkpoint: Checkpoint, error: WorkflowError): void {
    error.#checkpoint = checkpoint;
  }

  /**
   * The error that was stored as JSON, or that an engine throws which stored it: `toJSON()` with the `checkpoint` added.
   * It has its class, its fields and its checkpoint, and as its cause an `Error` if the JSON has a text for that.
   * `undefined` for anything else.
   */
  static from(json: unknown): WorkflowError | undefined {
    if (isBranded(json)) return json;
    // Of an `Error` these two are no fields.
    const { name, message } = Object(json);
    const { checkpoint, cause, ...fields }: Readonly<Record<string, unknown>> = { ...fieldsOf(json), name };
    const kind = kinds.get(name);
    if (kind === undefined || checkpoint === undefined) return undefined;
    const bare = new Error(message, cause === undefined ? undefined : { cause: new Error(String(cause)) });
    const error: WorkflowError = Object.setPrototypeOf(bare, kind.prototype);
    Object.defineProperty(error, "checkpoint", { value: checkpoint });
    return Object.assign(error, fields);
  }

  /** What is fit for a log: name, message, code, and the fields of the class. */
  toJSON(): Record<string, unknown> {
    return { name: this.name, message: this.message, ...fieldsOf(this) };
  }
}

export function isBranded(value: unknown): value is WorkflowError {
  return typeof value === "object" && value !== null && BRAND in value;
}
