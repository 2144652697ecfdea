import { runtimeNames, runtimeTypeNames } from "../ir/runtime-files.js";

/** `send-message` → `sendMessage`; the case of letters inside a word stays. */
export function camelCase(name: string): string {
  const words = wordsOf(name);
  return words.map((word, index) => (index === 0 ? lowerFirst(word) : upperFirst(word))).join("");
}

/** `send-message` → `SendMessage`. */
export function pascalCase(name: string): string {
  return wordsOf(name).map(upperFirst).join("");
}

/** `conversationsApi` → `conversations-api`. */
export function kebabCase(name: string): string {
  return wordsOf(name.replace(/([a-z0-9])([A-Z])/g, "$1-$2"))
    .join("-")
    .toLowerCase();
}

function wordsOf(name: string): readonly string[] {
  return name.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
}

/** `SMSBody` → `smsBody`: a run of capitals goes down as one, but for the letter that begins the next word. */
function lowerFirst(word: string): string {
  return word.replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (capitals) => capitals.toLowerCase());
}

export function upperFirst(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Whether a name can be an identifier, words of the language aside. */
export function isName(name: string): boolean {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name);
}

function identifierOf(name: string): string {
  if (isName(name)) return name;
  const words = camelCase(name);
  return isName(words) ? words : `value${upperFirst(words)}`;
}

/** Hands out the variables of one function, each name once. */
export class Scope {
  readonly #taken = new Set<string>([...reserved, ...ours]);

  /** The first of the names that is free, else the last with a number. Each is made an identifier first. */
  take(...names: readonly [string, ...string[]]): string {
    const wanted = names.map(identifierOf);
    return takeFree(wanted, this.#taken);
  }
}

/** Takes the first of the names that is free, else the last with a number. */
function takeFree(names: readonly string[], taken: Set<string>): string {
  const last = names.at(-1) ?? "value";
  let free = names.find((name) => !taken.has(name));
  for (let number = 2; free === undefined; number++) if (!taken.has(`${last}${number}`)) free = `${last}${number}`;
  taken.add(free);
  return free;
}

/** Names that generated functions and their files use themselves. */
const ours = [
  ...runtimeNames,
  ..."input _input dependencies options run data Boolean NaN Number Object String".split(" "),
];

/** Hands out the names of types, each once in all that is generated. */
export class TypeNames {
  readonly #taken = new Set<string>([...globalTypes, ...exportedTypes]);

  /** The first of the names that is free, else the last with a number. */
  take(...names: readonly string[]): string {
    return takeFree(names, this.#taken);
  }
}

/** Hands out file names that stay apart where case is ignored. */
export class FileNames {
  readonly #taken = new Set<string>();

  take(name: string): string {
    let found = isDevice(name) ? `${name}-api` : name;
    for (let number = 2; this.#taken.has(found.toLowerCase()); number++) found = `${name}-${number}`;
    this.#taken.add(found.toLowerCase());
    return found;
  }
}

/** Types that generated files use without importing them, and those of the runtime that they import. */
const globalTypes = [
  ...runtimeTypeNames,
  ..."Array Blob Boolean Date Error Exclude Function NonNullable Number Object Promise Record String Symbol".split(" "),
  ..."WithRequired components".split(" "),
];

/** The types that the runtime exports to callers beside generated ones; `test/house` holds them to be all. */
export const exportedTypes = (
  "AbortedError AccountCredentials Answer AnyWorkflowError ApiClient ApiKeyCredentials AuthTokenCredentials BasicSecret Begun Call CallbackOptions Checkpoint " +
  "ClientOptions Credentials CredentialsError CriterionFailedError Done DryRequest DryRun Effect Failure Fetch Given InvalidAnswerError " +
  "InvalidInputError InvalidOptionError MissingOutputError OAuthCredentials OAuthSecret Outcome PollDeadlineError " +
  "PollOptions QueryLimitError Runner Scheme Secret Security Send StepEvent StepFailedError StepFailure StepLimitError " +
  "TwilioClient TwilioOptions Undocumented UnknownOutcomeError WakeUp Wakeups WorkflowError WorkflowOptions"
).split(" ");

/** What the language keeps for itself in a module, and names that no module may bind. */
const reserved = (
  "arguments await break case catch class const continue debugger default delete do else enum eval export extends " +
  "false finally for function if implements import in instanceof interface let new null package private protected " +
  "public return static super switch this throw true try typeof undefined var void while with yield async of " +
  "NaN Infinity globalThis constructor prototype toString"
).split(" ");

/** What the runtime exports beside what generated functions import. */
const exported = ["createClient", "createTwilio", "inProcess", "isWorkflowError"];

/** Whether a function may not have this name. */
export function isReserved(name: string): boolean {
  return reserved.includes(name) || ours.includes(name) || exported.includes(name);
}

/** Whether Windows keeps the name for a device, whatever follows the dot. */
export function isDevice(name: string): boolean {
  return /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/i.test(name);
}
