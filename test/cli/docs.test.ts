import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { makeFolder, removeFolder } from "../support/folder.js";
import { runMain } from "./run-main.js";

const documents = [
  "specs/arazzo/twilio-send-message-track-status-workflow.yml",
  "--overlays",
  "specs/overlays/send-message-track-status.yml",
];

function emptyFolder(): string {
  const folder = makeFolder();
  onTestFinished(() => removeFolder(folder));
  return folder;
}

test.each<{ form: string; files: string[]; text: RegExp }>([
  {
    form: "svg",
    files: ["send-message-track-status.svg"],
    text: /^<!-- @generated .*\n<svg class="diagram" xmlns="http:\/\/www.w3.org\/2000\/svg"[^]*<style>[^]*<\/svg>\s*$/,
  },
  {
    form: "mermaid",
    files: ["send-message-track-status.mmd"],
    text: /^%% @generated .*\nflowchart TD\n {2}start\(\["start"\]\)\n[^]*s1 --> s2\n/,
  },
])("docs --diagrams $form writes the diagrams alone", async ({ form, files, text }) => {
  const folder = emptyFolder();
  const out = join(folder, "out");

  expect(await runMain(folder, ["docs", ...documents, "--diagrams", form, "--out", out])).toMatchObject({ code: 0 });
  expect(readdirSync(out).filter((name) => !name.startsWith("."))).toEqual(files);
  expect(readFileSync(join(out, files[0] ?? ""), "utf8")).toMatch(text);
});

test("docs --diagrams takes only what there is", async () => {
  const folder = emptyFolder();

  expect(await runMain(folder, ["docs", ...documents, "--diagrams", "png"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("svg"),
  });
});

test("docs --check tells what is missing, has changed or is left over, and writes nothing", async () => {
  const folder = emptyFolder();
  const out = join(folder, "out");
  const check = ["docs", ...documents, "--out", out, "--check"];
  const page = join(out, "workflows/send-message-track-status.html");

  expect(await runMain(folder, check)).toMatchObject({ code: 1 });
  expect(readdirSync(folder)).toEqual([]);
  expect(await runMain(folder, check.slice(0, -1))).toMatchObject({ code: 0 });
  expect(await runMain(folder, check)).toMatchObject({ code: 0 });
  const text = readFileSync(page, "utf8");
  writeFileSync(page, text.replace("</html>", "<p>mine</p></html>"));
  const changed = await runMain(folder, check);
  expect(changed).toMatchObject({ code: 1 });
  expect(`${changed.stdout}${changed.stderr}`).toContain("workflows/send-message-track-status.html");
  expect(readFileSync(page, "utf8")).toContain("mine");
});
