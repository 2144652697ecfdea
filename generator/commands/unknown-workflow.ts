import { didYouMean, nearest, quoted } from "../diagnostics.js";

/** So many are named that may have been meant. */
const mostNamed = 3;

/**
 * What to say of a workflow that there is not: what was meant, else those that have most of its words, and how to see all.
 * @param known The names of those that there are
 */
export function unknownWorkflow(name: string, known: readonly string[]): string {
  const said = `There is no workflow ${quoted(name)}.`;
  if (known.length === 0) return `${said} The documents have none.`;
  const meant = didYouMean(name, known);
  if (meant !== undefined) return `${said} ${meant}`;
  const near = alike(name, known);
  const hint = near.length === 0 ? "" : ` The nearest are ${near.map(quoted).join(", ")}.`;
  return `${said}${hint} \`twilio-workflows run\` lists all ${known.length}.`;
}

/** What to say where no workflow is named. */
export function namedWorkflows(known: readonly string[]): string {
  const lines = known.map((name) => `\n  ${name}`);
  return `\`run\` takes the name of a workflow${lines.length === 0 ? "; the documents have none." : `:${lines.join("")}`}`;
}

/** Those with most of the words of a name, though misspelt; the shortest of them first. */
function alike(name: string, known: readonly string[]): readonly string[] {
  const words = wordsOf(name);
  const counted = known.map((one) => {
    const own = wordsOf(one);
    return { one, count: words.filter((word) => own.includes(word) || nearest(word, own) !== undefined).length };
  });
  const most = Math.max(...counted.map(({ count }) => count));
  const best = counted.filter(({ count }) => count > 0 && count === most).map(({ one }) => one);
  return best.toSorted((a, b) => a.length - b.length).slice(0, mostNamed);
}

function wordsOf(name: string): readonly string[] {
  return (
    name
      .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, "-")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  );
}
