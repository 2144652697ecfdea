import { codes, didYouMean, kindNamed, quoted, type Kind } from "../diagnostics.js";
import { UsageError } from "./arguments.js";

/** @param said The sentence that the list follows, as far as the verb. @throws UsageError */
export function oneOf<Name extends string>(names: readonly Name[], text: string, said: string): Name {
  const name = names.find((candidate) => candidate === text);
  if (name !== undefined) return name;
  throw new UsageError(`${said} one of ${names.join(", ")}, not ${quoted(text)}.`);
}

/** The kind of findings that a code names. @throws UsageError */
export function kindNamedBy(option: string, text: string): Kind {
  const kind = kindNamed(text);
  if (kind !== undefined) return kind;
  const hint = didYouMean(text, codes) ?? "`twilio-workflows explain` lists them.";
  throw new UsageError(`\`${option}\` takes the code of a finding, not ${quoted(text)}. ${hint}`);
}
