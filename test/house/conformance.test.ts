import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

interface Row {
  /** The heading that the row stands below. */
  readonly object: string;
  readonly cells: readonly string[];
}

function rowsOf(page: string): readonly Row[] {
  return readFileSync(page, "utf8")
    .split(/^#+ /m)
    .flatMap((section) => {
      const [object = "", ...lines] = section.split("\n");
      const table = lines.filter((line) => line.startsWith("| ")).slice(2);
      return table.map((line) => ({
        object,
        cells: line
          .slice(2, -2)
          .split(" | ")
          .map((cell) => cell.trim()),
      }));
    });
}

const rows = rowsOf("docs/conformance.md");
const attacks = rowsOf("docs/security.md");

/** The fixed fields of each object in the order of the specification, 1.1.0; those of 1.0.1 are among them. */
const fields: Readonly<Record<string, string>> = {
  "Arazzo Specification Object": "arazzo $self info sourceDescriptions workflows components",
  "Info Object": "title summary description version",
  "Source Description Object": "name url type",
  "Specification Extensions": "^x-",
  "Workflow Object":
    "workflowId summary description inputs dependsOn steps successActions failureActions outputs parameters",
  "Step Object":
    "description stepId operationId operationPath channelPath workflowId parameters requestBody successCriteria onSuccess onFailure outputs timeout correlationId action dependsOn",
  "Parameter Object": "name in value",
  "Request Body Object": "contentType payload replacements",
  "Payload Replacement Object": "target targetSelectorType value",
  "Success Action Object": "name type workflowId stepId parameters criteria",
  "Failure Action Object": "name type workflowId stepId parameters retryAfter retryLimit criteria",
  "Components Object": "inputs parameters successActions failureActions",
  "Reusable Object": "reference value",
  "Criterion Object": "context condition type",
  "Expression Type Object": "type version",
  "Selector Object": "context selector type",
};

describe("the conformance table has a row for every field of", () => {
  test.each(Object.entries(fields))("%s", (object, want) => {
    const found = rows.filter((row) => row.object === object).map(({ cells }) => cells[0]);
    expect(found).toEqual(want.split(" ").map((field) => `\`${field}\``));
  });
});

test("the conformance table says nothing of fields that there are not", () => {
  const others = new Set(rows.map(({ object }) => object).filter((object) => !Object.hasOwn(fields, object)));
  expect([...others]).toEqual(["Runtime expressions", "What is assumed", "Where the specification is silent"]);
});

test("every row of the tables names tests that there are", () => {
  const missing = [...rows, ...attacks].flatMap(({ object, cells }) => {
    const named = (cells.at(-1) ?? "").split(/(?<="), (?=\[)/);
    return named.filter((test) => !isThere(test)).map((test) => `${object}: ${cells[0]}: ${test}`);
  });
  expect(missing).toEqual([]);
});

test("the table of attacks has a section for each kind of them", () => {
  const sections = [...new Set(attacks.map(({ object }) => object))];
  expect(sections).toEqual([
    "1. Texts for people",
    "2. Names that become identifiers",
    "3. Names that become files",
    "4. Paths and servers",
    "5. Values",
    "6. Expressions and conditions",
    "7. References",
    "What `fetch` asks for",
    "8. YAML",
    "9. Calls",
    "10. What is written",
  ]);
});

/** Whether `[room/file](path) "title"` leads to a file that has the title in it. */
function isThere(named: string): boolean {
  const [, file = "", title = ""] = /^\[[\w/-]+\]\((\S+)\) "(.+)"$/.exec(named) ?? [];
  const path = join("docs", file);
  return title !== "" && existsSync(path) && readFileSync(path, "utf8").includes(title);
}
