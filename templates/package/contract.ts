/**
 * What generated functions call of the runtime, and what comes of that, by a number, which they name. The package keeps
 * several at once: a new one is added when functions begin to ask for something else, and an old one is given up only
 * with a new major version.
 */
export interface Contracted {
  /** What the function was made for. The text is no contract: it is for those who read the compiler's complaint. */
  readonly contract: 1 | "run: npx twilio-workflows generate";
}

const kept: readonly Contracted["contract"][] = [1];

/** Throws an `Error` that says what to run if the package does not keep the contract of a function. */
export function keepContract(workflowId: string, contract: Contracted["contract"]): void {
  if (kept.includes(contract)) return;
  throw new Error(
    `workflow ${workflowId} was generated for runtime contract ${contract}, and the installed twilio-workflows keeps ` +
      `${kept.join(", ")}: run \`npx twilio-workflows generate\``,
  );
}
