import fc, { type Arbitrary } from "fast-check";
import { stringify } from "yaml";
import { Choices } from "./choices.js";
import { withMistake } from "./mistakes.js";
import { randomApi } from "./random-api.js";
import { prose } from "./random-names.js";
import { reusableActions } from "./random-actions.js";
import { withSloppiness } from "./sloppy.js";
import { randomWorkflow, reusableParameters, type NamedApi, type RandomWorkflow } from "./random-workflow.js";

/** The documents of one run of the generator, by the names of their files; the first is the Arazzo document. */
export type Documents = Readonly<Record<string, unknown>>;

/** Pairs of documents over the whole surface. Most are right; some are sloppy, and some have a mistake in them. */
export const documents: Arbitrary<Documents> = fc.noShrink(
  fc.gen().map((generate) => randomDocuments(new Choices(generate))),
);

/** A document with workflows that another one calls, and what it reads. */
function otherDocument(choices: Choices, version: "1.0.1" | "1.1.0"): RandomDocument {
  const api: NamedApi = { name: "otherApi", api: randomApi(choices) };
  const first = randomWorkflow({ choices, version, apis: [api], workflowId: "verify", workflows: [] });
  const document = {
    arazzo: version,
    info: { title: prose(choices), version: "1.0.0" },
    sourceDescriptions: [{ name: api.name, url: `./${api.name}.yaml`, type: "openapi" }],
    workflows: [first.document],
    components: { parameters: reusableParameters, ...reusableActions },
  };
  const files = { "other.yaml": document, [`${api.name}.yaml`]: api.api.document };
  return { files, workflows: [{ ...first, isElsewhere: true, workflowId: "$sourceDescriptions.other.verify" }] };
}

interface RandomDocument {
  readonly files: Documents;
  readonly workflows: readonly RandomWorkflow[];
}

/** Inputs may stand among the components. */
function withSharedInputs(workflow: Record<string, unknown>, shared: Map<string, unknown>, choices: Choices): object {
  const { inputs, ...others } = workflow;
  if (inputs === undefined || !choices.onceIn(5)) return workflow;
  const name = `inputs${shared.size}`;
  shared.set(name, inputs);
  return { ...others, inputs: { $ref: `#/components/inputs/${name}` } };
}

function randomDocuments(choices: Choices): Documents {
  const version = choices.of<"1.0.1" | "1.1.0">("1.0.1", "1.1.0");
  const apis = choices.list(1, choices.onceIn(5) ? 2 : 1, (index): NamedApi => ({
    name: choices.of(`messagingApi${index || ""}`, `api-${index}`, `class${index}`),
    api: randomApi(choices),
  }));
  const other: RandomDocument = choices.onceIn(6) ? otherDocument(choices, version) : { files: {}, workflows: [] };
  const workflows: RandomWorkflow[] = [...other.workflows];
  choices.list(1, 3, (index) => {
    const name = choices.of("send-message", "class", "await", "Error", "sendSMS", "x");
    const workflowId = index === 0 ? name : `${name}-${index + 1}`;
    workflows.push(randomWorkflow({ choices, version, apis, workflowId, workflows }));
  });
  const own = workflows.filter(({ isElsewhere }) => !isElsewhere);
  const inputs = new Map<string, unknown>();
  const written = own.map(({ document }) => withSharedInputs(document, inputs, choices));
  const type = (kind: string): object => (choices.onceIn(4) ? {} : { type: kind });
  const arazzo = {
    arazzo: version,
    ...(version === "1.1.0" && choices.onceIn(4) ? { $self: "https://example.com/workflows/arazzo.yaml" } : {}),
    info: { title: prose(choices), version: "1.0.0" },
    sourceDescriptions: [
      ...apis.map(({ name }) => ({ name, url: `./${name}.yaml`, ...type("openapi") })),
      ...(other.workflows.length > 0 ? [{ name: "other", url: "./other.yaml", ...type("arazzo") }] : []),
    ],
    workflows: choices.onceIn(2) ? written : written.toReversed(),
    components: {
      parameters: reusableParameters,
      ...reusableActions,
      ...(inputs.size > 0 ? { inputs: Object.fromEntries(inputs) } : {}),
    },
  };
  const right = {
    "arazzo.yaml": arazzo,
    ...Object.fromEntries(apis.map(({ name, api }) => [`${name}.yaml`, api.document])),
    ...other.files,
  };
  const clear = choices.onceIn(2) ? withSloppiness(right, choices) : right;
  return choices.onceIn(5) ? withMistake(clear, choices) : clear;
}

/** Their texts. */
export function textsOf(given: Documents): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, stringify(value, { aliasDuplicateObjects: false })]),
  );
}
