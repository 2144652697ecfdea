import fc, { type Arbitrary } from "fast-check";
import { stringify } from "yaml";
import { Choices } from "./choices.js";
import { withMistake } from "./mistakes.js";
import { randomApi } from "./random-api.js";
import { prose } from "./random-names.js";
import { reusableActions } from "./random-actions.js";
import { randomWorkflow, reusableParameters, type NamedApi, type RandomWorkflow } from "./random-workflow.js";

/** The documents of one run of the generator, by the names of their files; the first is the Arazzo document. */
export type Documents = Readonly<Record<string, unknown>>;

/** Pairs of documents over the whole surface. Most are right; some have a mistake in them. */
export const documents: Arbitrary<Documents> = fc.noShrink(
  fc.gen().map((generate) => randomDocuments(new Choices(generate))),
);

function randomDocuments(choices: Choices): Documents {
  const version = choices.of<"1.0.1" | "1.1.0">("1.0.1", "1.1.0");
  const apis = choices.list(1, choices.onceIn(5) ? 2 : 1, (index): NamedApi => ({
    name: choices.of(`messagingApi${index || ""}`, `api-${index}`, `class${index}`),
    api: randomApi(choices),
  }));
  const workflows: RandomWorkflow[] = [];
  choices.list(1, 3, (index) => {
    const name = choices.of("send-message", "class", "await", "Error", "sendSMS", "x");
    const workflowId = index === 0 ? name : `${name}-${index + 1}`;
    workflows.push(randomWorkflow({ choices, version, apis, workflowId, workflows }));
  });
  const arazzo = {
    arazzo: version,
    info: { title: prose(choices), version: "1.0.0" },
    sourceDescriptions: apis.map(({ name }) => ({ name, url: `./${name}.yaml`, type: "openapi" })),
    workflows: (choices.onceIn(2) ? workflows : workflows.toReversed()).map(({ document }) => document),
    components: { parameters: reusableParameters, ...reusableActions },
  };
  const right = {
    "arazzo.yaml": arazzo,
    ...Object.fromEntries(apis.map(({ name, api }) => [`${name}.yaml`, api.document])),
  };
  return choices.onceIn(5) ? withMistake(right, choices) : right;
}

/** Their texts. */
export function textsOf(given: Documents): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, stringify(value, { aliasDuplicateObjects: false })]),
  );
}
