/** Arazzo documents of one long workflow over the document that `largeApi` makes. */

/** How the steps of a long workflow hang together. */
export type LongShape = "line" | "branches" | "failures" | "jumps" | "loops";

export const longShapes: readonly LongShape[] = ["line", "branches", "failures", "jumps", "loops"];

/** An Arazzo document as JSON text: as many steps as asked for, each of which reads what an earlier one has made. */
export function longWorkflow(shape: LongShape, steps: number, operations: number): string {
  const resources = Math.ceil(operations / 2);
  return JSON.stringify({
    arazzo: "1.0.1",
    info: { title: `A workflow of ${steps} steps`, version: "1" },
    sourceDescriptions: [{ name: "api", url: "./api.json", type: "openapi" }],
    workflows: [
      {
        workflowId: `long-${shape}`,
        inputs: { type: "object", required: ["name"], properties: { name: { type: "string" } } },
        steps: Array.from({ length: steps }, (_, index) => step(index, { shape, steps, resources })),
        outputs: { sid: `$steps.step${steps - 1}.outputs.sid`, first: "$steps.step0.outputs.sid" },
      },
    ],
  });
}

interface Site {
  readonly shape: LongShape;
  readonly steps: number;
  readonly resources: number;
}

/** Every other step creates something, and the one behind it reads it. */
function step(index: number, site: Site): unknown {
  const resource = Math.floor(index / 2) % site.resources;
  const earlier = Math.floor(index / 3);
  const own =
    index % 2 === 0
      ? {
          operationId: `CreateThing${resource}`,
          requestBody: {
            contentType: "application/json",
            payload: { Name: "$inputs.name", ...(index > 0 ? { Field1: `$steps.step${earlier}.outputs.sid` } : {}) },
          },
          successCriteria: [{ condition: "$statusCode == 201" }],
        }
      : {
          operationId: `FetchThing${resource}`,
          parameters: [{ name: "Sid", in: "path", value: `$steps.step${index - 1}.outputs.sid` }],
          successCriteria: [{ condition: "$statusCode == 200" }],
        };
  const outputs = { sid: "$response.body#/sid", state: "$response.body#/state" };
  return { stepId: `step${index}`, ...own, outputs, ...actions(index, site) };
}

function actions(index: number, { shape, steps }: Site): object {
  const end = (name: string, condition: string): unknown => ({ name, type: "end", criteria: [{ condition }] });
  const isLast = index + 1 === steps;
  switch (shape) {
    case "line":
      return {};
    case "branches":
      return {
        "x-poll": isLast ? false : undefined,
        onSuccess: [
          end("broken", "$response.body#/state == 'broken'"),
          ...(isLast
            ? []
            : [
                {
                  name: "onward",
                  type: "goto",
                  stepId: `step${index + 1}`,
                  criteria: [{ condition: "$response.body#/state == 'ready'" }],
                },
              ]),
        ],
      };
    case "failures":
      return {
        onFailure: [
          { name: "again", type: "retry", retryLimit: 2, criteria: [{ condition: "$statusCode == 429" }] },
          end("missing", "$statusCode == 404"),
        ],
      };
    case "jumps": {
      // Every third step may leave out the one behind it.
      if (index % 3 !== 0 || index + 2 >= steps) return {};
      const criteria = [{ condition: "$response.body#/state == 'ready'" }];
      return { onSuccess: [{ name: "over", type: "goto", stepId: `step${index + 2}`, criteria }] };
    }
    case "loops": {
      // A loop of ten steps, then the next one, in one loop around all of them.
      const to = isLast ? 0 : index % 10 === 9 ? index - 9 : undefined;
      if (to === undefined) return {};
      const criteria = [{ condition: "$response.body#/state == 'new'" }];
      return { "x-poll": false, onSuccess: [{ name: "back", type: "goto", stepId: `step${to}`, criteria }] };
    }
  }
}
