import { describe, expect, it } from "vitest";
import { Given, typesOf } from "./support/given.js";

const sid = { name: "Sid", in: "path", required: true, description: "Which one.", schema: { type: "string" } };
const limit = { name: "Limit", in: "query", schema: { type: "integer", default: 50, format: "int32" } };
const done = { responses: { 204: { description: "Done." } } };

/** A document of one path. */
function onPath(item: object, components = {}): Given {
  return new Given({ paths: { "/Things/{Sid}": item }, components });
}

describe("the types of paths", () => {
  it("shows an operation with all it takes and answers, and nothing that it does not", async () => {
    const form = {
      type: "object",
      required: ["Name"],
      properties: { Name: { type: "string" }, Note: { type: "string" } },
    };
    const post = {
      operationId: "changeThing",
      tags: ["things"],
      summary: "Change a thing",
      description: "Changes what is given.",
      parameters: [limit],
      requestBody: { required: true, content: { "application/x-www-form-urlencoded": { schema: form } } },
      responses: {
        200: {
          description: "The thing.",
          headers: { "X-Left": { schema: { type: "string" } } },
          content: { "application/json": { schema: { type: "string" }, examples: { one: { value: 1 } } } },
        },
        "4XX": { description: "", content: { "application/problem+json": {} } },
      },
    };
    expect(await onPath({ servers: [], parameters: [sid], post }).types()).toBe(`/** Given */
export interface GivenApi {
  "/Things/{Sid}": {
    /**
     * Change a thing
     *
     * Changes what is given.
     */
    post: {
      parameters: {
        query?: {
          /**
           * @format int32
           * @default 50
           */
          Limit?: number | undefined;
        };
        path: {
          /** Which one. */
          Sid: string;
        };
      };
      requestBody: {
        content: {
          "application/x-www-form-urlencoded": {
            Name: string;
            Note?: string | undefined;
          };
        };
      };
      responses: {
        /** The thing. */
        200: { content: { "application/json": string } };
        "4XX": { content: { "application/problem+json": unknown } };
      };
    };
  };
}
`);
  });

  it("needs no line for what an operation does without", async () => {
    expect(await new Given({ paths: { "/Things": { delete: done } } }).types()).toBe(`/** Given */
export interface GivenApi {
  "/Things": {
    delete: {
      responses: {
        /** Done. */
        204: { content?: never };
      };
    };
  };
}
`);
  });

  it("keeps a body that may be left out", async () => {
    const requestBody = { content: { "application/json": { schema: { type: "string" } } } };
    const text = await onPath({ parameters: [sid], put: { ...done, requestBody } }).types();
    expect(text).toContain(`requestBody?: { content: { "application/json": string } };`);
  });

  it("lets a response that stands for all statuses stand for success", async () => {
    const responses = { default: { description: "", content: { "application/json": { schema: { type: "string" } } } } };
    const text = await onPath({ parameters: [sid], get: { responses } }).types();
    expect(text).toContain(`"2XX": { content: { "application/json": string } };`);
  });

  it("shares the bodies and responses that the document shares", async () => {
    const components = {
      requestBodies: { Change: { required: true, content: { "application/json": { schema: {} } } } },
      responses: {
        Failed: { description: "It failed.", content: { "application/json": { schema: { type: "string" } } } },
        Also: { $ref: "#/components/responses/Failed" },
      },
    };
    const put = {
      requestBody: { $ref: "#/components/requestBodies/Change" },
      responses: { 200: { description: "" }, 400: { $ref: "#/components/responses/Also" } },
    };
    expect(await onPath({ parameters: [sid], put }, components).types()).toContain(`
      requestBody: components["requestBodies"]["Change"];
      responses: {
        200: { content?: never };
        400: components["responses"]["Failed"];
      };
    };
  };
}
export interface components {
  responses: {
    /** It failed. */
    Failed: { content: { "application/json": string } };
  };
  requestBodies: { Change: { content: { "application/json": unknown } } };
}
`);
  });

  it("writes parameters where they are used, an operation's before its path's", async () => {
    const components = { parameters: { Limit: { ...limit, required: true } } };
    const get = { ...done, parameters: [{ $ref: "#/components/parameters/Limit" }, { ...sid, schema: { enum: [1] } }] };
    const text = await onPath({ parameters: [sid, limit], get }, components).types();
    expect(text).toContain("Limit: number;");
    expect(text).toContain("Sid: 1;");
    expect(text).not.toContain("components");
  });
});

describe("the names of schemas", () => {
  const schemas = {
    Colour: { type: "string", description: "What it looks like.", enum: ["red", "green"] },
    Thing: { type: "object", properties: { colour: { $ref: "#/components/schemas/Colour" } } },
  };
  const json = (schema: object) => ({ "application/json": { schema } });
  const thing = json({ $ref: "#/components/schemas/Thing" });

  it("are exported as asked", async () => {
    const given = onPath(
      { parameters: [sid], get: { responses: { 200: { description: "", content: thing } } } },
      { schemas },
    );
    expect(await given.types({ Colour: "ThingColour" })).toContain(`
    /** What it looks like. */
    Colour: "red" | "green" | Undocumented;
    Thing: { colour?: components["schemas"]["Colour"] | undefined };
  };
}
/** What it looks like. */
export type ThingColour = components["schemas"]["Colour"];
`);
  });

  it("have no default, which is one of what refers to them", async () => {
    const Size = { type: "integer", description: "How large.", default: 3 };
    const size = { name: "size", in: "query", schema: { $ref: "#/components/schemas/Size" } };
    const Box = { type: "object", properties: { width: { $ref: "#/components/schemas/Size" } } };
    const content = json({ $ref: "#/components/schemas/Box" });
    const get = { parameters: [size], responses: { 200: { description: "", content } } };
    const text = await onPath({ parameters: [sid], get }, { schemas: { Size, Box } }).types({ Size: "BoxSize" });
    expect(text).toContain(`
        query?: {
          /** @default 3 */
          size?: components["schemas"]["Size"] | undefined;
        };
`);
    expect(text).toContain(`
    /** How large. */
    Size: number;
    Box: {
      /** @default 3 */
      width?: components["schemas"]["Size"] | undefined;
    };
  };
}
/** How large. */
export type BoxSize = components["schemas"]["Size"];
`);
  });

  it("stay those of the responses where requests need another version", async () => {
    const responses = { 200: { description: "", content: thing } };
    const text = await onPath(
      { parameters: [sid], put: { requestBody: { content: thing }, responses } },
      { schemas },
    ).types();
    expect(text).toContain(
      `requestBody?: { content: { "application/json": components["schemas"]["Thing.request"] } };`,
    );
    expect(text).toContain(`
    Colour: "red" | "green" | Undocumented;
    /** What it looks like. */
    "Colour.request": "red" | "green";
    Thing: { colour?: components["schemas"]["Colour"] | undefined };
    "Thing.request": { colour?: components["schemas"]["Colour.request"] | undefined };
`);
  });

  it("cannot be exported where nothing reaches the schema", async () => {
    const pruned = onPath({ parameters: [sid], get: done }, { schemas }).pruned();
    await expect(typesOf(pruned, { Colour: "Colour" })).rejects.toThrow("no operation reaches");
  });
});
