import { describe, expect, test } from "vitest";
import { layOut, type PlacedNode } from "../../generator/diagram/layout.js";
import type { Diagram, DiagramEdge, DiagramNode } from "../../generator/diagram/model.js";
import { svgMarkup } from "../../generator/diagram/svg.js";
import { wrap } from "../../generator/diagram/wrap.js";

function node(id: string, kind: DiagramNode["kind"], text: string, more: Partial<DiagramNode> = {}): DiagramNode {
  return { id, kind, text, stepId: undefined, request: undefined, notes: [], runs: undefined, ...more };
}

function edge(from: string, to: string, label = "", kind: DiagramEdge["kind"] = "next"): DiagramEdge {
  return { from, to, kind, label };
}

function diagram(nodes: readonly DiagramNode[], edges: readonly DiagramEdge[]): Diagram {
  return { title: "test", description: "A test.", nodes, edges };
}

/** So many steps, of which each may fail; every fifth is asked again, every tenth skips three, some lead far on or back. */
function long(count: number): Diagram {
  const numbers = Array.from({ length: count }, (_, index) => index);
  const request = { method: "GET", path: "/v1/Services/{ServiceSid}/Documents/{Sid}" };
  const nodes = numbers.flatMap((n) => [
    node(`s${n}`, "step", `step number ${n}`, { request }),
    node(`e${n}`, "planned-failure", "gone"),
  ]);
  const edges = numbers.flatMap((n) => [
    ...(n + 1 < count ? [edge(`s${n}`, `s${n + 1}`)] : []),
    edge(`s${n}`, `e${n}`, "if HTTP status is 404", "failure"),
    ...(n % 5 === 0 ? [edge(`s${n}`, `s${n}`, "if HTTP status is 503: retry, once", "again")] : []),
    ...(n % 10 === 0 && n + 3 < count ? [edge(`s${n}`, `s${n + 3}`, "if status is skipped")] : []),
    ...(n % 30 === 29 ? [edge(`s${n}`, `s${n - 25}`, "if status is new", "again")] : []),
    ...(n % 40 === 3 && n + 50 < count ? [edge(`s${n}`, `s${n + 50}`, "if HTTP status is 409", "failure")] : []),
  ]);
  return diagram(nodes, edges);
}

function overlap(a: PlacedNode, b: PlacedNode): boolean {
  return Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2;
}

describe("a diagram of 100 steps", () => {
  test("has each part in a place of its own, inside of the picture, and not wider than a page", async () => {
    const { nodes, edges, width, height } = await layOut(long(100));

    const labels = edges.flatMap(({ lines, label, width: labelWidth }): PlacedNode[] =>
      lines.length === 0
        ? []
        : [{ node: node("l", "choice", ""), ...label, width: labelWidth - 8, height: lines.length * 18, lines: [] }],
    );
    const all = [...nodes, ...labels];
    const overlapping = all.filter((one, index) => all.slice(index + 1).some((other) => overlap(one, other)));
    expect(overlapping).toEqual([]);
    for (const { x, y, width: own, height: tall } of all) {
      expect(x - own / 2).toBeGreaterThanOrEqual(0);
      expect(x + own / 2).toBeLessThanOrEqual(width);
      expect(y + tall / 2).toBeLessThanOrEqual(height);
    }
    expect(width).toBeLessThan(1400);
  });

  test.each([
    { from: "s29", to: "s4", says: "if status is new, to step number 4" },
    { from: "s43", to: "s93", says: "if HTTP status is 409, to step number 93" },
    { from: "s20", to: "s23", says: "if status is skipped" },
  ])("says of a line from $from to $to beside its beginning: $says", async ({ from, to, says }) => {
    const { nodes, edges } = await layOut(long(100));
    const found = edges.find(({ edge: one }) => one.from === from && one.to === to);

    expect(found?.lines.join(" ")).toBe(says);
    const begin = nodes.find(({ node: { id } }) => id === from)?.y ?? 0;
    expect(Math.abs((found?.label.y ?? 0) - begin)).toBeLessThan(300);
  });

  test("names its steps in their order", async () => {
    const svg = String(svgMarkup(await layOut(long(100))));
    const names = [...svg.matchAll(/class="name"[^>]*>(step number \d+)</g)].map(([, name]) => name);

    expect(names).toEqual(Array.from({ length: 100 }, (_, n) => `step number ${n}`));
  });
});

test("what documents say is text, wherever it stands", async () => {
  const evil = `</text><script>alert("1")</script>'&\u0000`;
  const nodes = [
    node("a", "step", evil, { stepId: evil, request: { method: "GET", path: evil }, notes: [evil] }),
    node("b", "end", evil),
  ];
  const given = { ...diagram(nodes, [edge("a", "b", evil)]), title: evil, description: evil };
  const svg = String(svgMarkup(await layOut(given), { linkOf: () => evil, stateOf: () => "done" }));

  expect(svg).not.toMatch(/<script|alert\("|\u0000/);
  expect(svg.match(/<title[^>]*>/g)).toHaveLength(1);
  expect(svg).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;</title>");
});

test("a drawing has a name, a description, and text that stands outside of what is hidden", async () => {
  const nodes = [node("a", "start", "start"), node("b", "end", "completed")];
  const svg = String(svgMarkup(await layOut(diagram(nodes, [edge("a", "b", "if all is well")])), { prefix: "one" }));

  expect(svg).toContain('aria-labelledby="one-title one-about"');
  expect(svg).toContain('<title id="one-title">test</title>');
  expect(svg).toContain('<desc id="one-about">A test.</desc>');
  const seen = svg.replaceAll(/<(g|defs) aria-hidden="true">[^]*?<\/\1>\n/g, "");
  expect([...seen.matchAll(/<tspan[^>]*>([^<]*)</g)].map(([, text]) => text)).toEqual([
    "start",
    "if all is well",
    "completed",
  ]);
});

test.each<[text: string, width: number, want: string[]]>([
  ["one two", 10, ["one two"]],
  ["one two three", 8, ["one two", "three"]],
  ["GET /a/{id}/long/b", 12, ["GET /a/{id}", "/long/b"]],
  ["abcdefghij", 4, ["abcd", "efgh", "ij"]],
  ["GET /Calls.json", 12, ["GET", "/Calls.json"]],
  ["if HTTP status is 400 and code is 21422", 30, ["if HTTP status is 400", "and code is 21422"]],
  ["phone_numbers.0.sid", 16, ["phone_numbers.0.", "sid"]],
  ["", 4, [""]],
  ["a  b\n c", 4, ["a b", "c"]],
  ["aa bb cc dd ee ff gg", 2, ["aa", "bb", "cc", "dd", "ee", "f…"]],
])("%j is broken at %d into %j", (text, width, want) => {
  expect(wrap(text, width)).toEqual(want);
});
