import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  kindGroups,
  formatFindings,
  type Code,
  type KindGroup,
  type FindingsFormat,
} from "../../generator/diagnostics.js";
import { displayPath } from "../../generator/documents/index.js";
import { fetchSources } from "../../generator/fetch/index.js";
import { generate } from "../../generator/generate.js";
import { completedApi, completedArazzo } from "./documents.js";
import { makeFolder, removeFolder } from "./folder.js";
import { dedent } from "./yaml.js";

/** Small documents, and all that is said of them. */
export interface FrameRow {
  /** What the row is about. Every code of a group has one, and one whose documents hold the example of the table. */
  readonly code: Code;
  /** Where a code has several rows: what is special about this one. */
  readonly name?: string;
  /** `arazzo.yaml`; what it lacks is added at its end. By default a workflow that has no faults. */
  readonly arazzo?: string;
  /** `openapi.yaml`, likewise; by default {@link shop}. */
  readonly openapi?: string;
  /** `overlay.yaml`, to the letter. */
  readonly overlay?: string;
  /** Further files, to the letter. */
  readonly files?: Readonly<Record<string, string>>;
  /** `--source NAME=FILE`, the file in the folder of the documents. */
  readonly sources?: Readonly<Record<string, string>>;
  /** Whether this is what `fetch` says, which asks nobody here. */
  readonly fetches?: boolean;
  readonly strict?: boolean;
  /** Default here: `false`, so that a row shows the error that a mistake is with `--strict`. */
  readonly assume?: boolean;
  readonly portable?: boolean;
  readonly deny?: readonly Code[];
  readonly allow?: readonly Code[];
  readonly keepGoing?: boolean;
  /** The pretty format, with apostrophes for backticks. */
  readonly want: string;
}

/** A workflow that nothing is wrong with. */
const list = `
  workflows:
  - workflowId: list
    steps:
    - stepId: list
      operationId: listOrders
`;

/** The API that the workflows of these tests are about. */
const shop = `
  paths:
    /orders:
      get:
        operationId: listOrders
        parameters:
        - { name: state, in: query, schema: { enum: [open, paid] } }
        responses:
          "200": { description: Orders., content: { application/json: { schema: { $ref: "#/components/schemas/Orders" } } } }
      post:
        operationId: createOrder
        requestBody:
          required: true
          content: { application/json: { schema: { $ref: "#/components/schemas/NewOrder" } } }
        responses:
          "201": { description: Made., content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }
    /orders/{id}:
      parameters:
      - { name: id, in: path, required: true, schema: { type: string } }
      get:
        operationId: getOrder
        responses:
          "200": { description: The order., content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }
      delete:
        operationId: deleteOrder
        responses:
          "200": { description: It was there. }
          "204": { description: It was not. }
  components:
    schemas:
      NewOrder:
        type: object
        required: [article]
        properties: { article: { type: string }, count: { type: integer }, state: { enum: [open, paid] } }
        additionalProperties: false
      Order:
        type: object
        required: [id, state]
        properties: { id: { type: string }, state: { enum: [open, paid, lost] }, count: { type: integer } }
      Orders:
        type: object
        properties: { orders: { type: array, items: { $ref: "#/components/schemas/Order" } } }
`;

/** A test for each row, and one that none of the group's codes is left out. */
export function testFrames(group: KindGroup, rows: readonly FrameRow[]): void {
  describe(group, () => {
    for (const row of rows) {
      const { code, name = "" } = row;
      test(`${code} ${name}`.trim(), async () => {
        const text = await framesOf(row);
        expect(text).toBe(dedent(row.want));
        expect(text).toContain(code);
      });
    }
  });

  test("every code of the group is shown, and what the table shows as its example", () => {
    const lacking = kindGroups[group].flatMap(({ code, example, message = "" }) => {
      const own = rows.filter((row) => row.code === code);
      const texts = own.flatMap(documentsOf);
      if (texts.length === 0) return [`${code} is not shown`];
      if (!own.some(({ want }) => want.includes(message.replaceAll("`", "'"))))
        return [`${code}: no row has its message`];
      return texts.some((text) => inOneLine(text).includes(inOneLine(example)))
        ? []
        : [`${code}: no document has its example`];
    });
    expect(lacking).toEqual([]);
  });
}

/** What the generator says of the documents of a row. */
export async function framesOf(row: FrameRow): Promise<string> {
  return (await saidOf(row, "pretty")).replaceAll("`", "'");
}

/** The same in any format, to the letter. */
export async function saidOf(row: Omit<FrameRow, "code" | "want">, format: FindingsFormat): Promise<string> {
  const { strict = false, assume = false, deny = [], allow = [], sources = {}, keepGoing = false, overlay } = row;
  const { portable = false } = row;
  const folder = makeFolder(filesOf(row));
  try {
    const run = row.fetches === true ? fetchSources : generate;
    const { findings } = await run({
      tokens: new Map(),
      documents: [join(folder, "arazzo.yaml")],
      overlays: overlay === undefined ? [] : [join(folder, "overlay.yaml")],
      sources: new Map(Object.entries(sources).map(([name, file]) => [name, join(folder, file)])),
      strict,
      assume,
      portable,
      deny,
      allow,
      keepGoing,
    });
    return formatFindings(findings, format, { color: false }).replaceAll(`${displayPath(folder)}/`, "");
  } finally {
    removeFolder(folder);
  }
}

function filesOf({
  arazzo = list,
  openapi = shop,
  overlay,
  files = {},
}: Omit<FrameRow, "code" | "want">): Record<string, string> {
  return {
    "arazzo.yaml": completedArazzo(dedent(arazzo)),
    "openapi.yaml": completedApi(dedent(openapi)),
    ...(overlay === undefined ? {} : { "overlay.yaml": `${dedent(overlay)}\n` }),
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [name, dedent(text)])),
  };
}

function documentsOf(row: FrameRow): readonly string[] {
  return Object.values(filesOf(row));
}

/** Without regard to indentation, which differs with the depth of a document. */
function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
