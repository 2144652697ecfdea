import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { strictest } from "./strictest.js";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const runtime = join(root, "templates", "runtime");

/** The files stand here only in thought: below the project, where `openapi-fetch` is found. */
const imagined = join(root, "imagined");

const options: ts.CompilerOptions = {
  ...strictest,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  types: [],
  skipLibCheck: true,
};

/**
 * What `tsc --strict` has to say about the files of several runs, all in one program with the real runtime.
 * Each line begins with the number of the run, counted from 0, and the file.
 */
export function typeErrors(runs: readonly ReadonlyMap<string, string>[]): readonly string[] {
  return checked(runs).errors;
}

/** How many types the compiler makes to check the files of a run: what its time goes into, but the same every time. */
export function typesMade(files: ReadonlyMap<string, string>): number {
  return checked([files]).program.getTypeCount();
}

function checked(runs: readonly ReadonlyMap<string, string>[]): {
  readonly program: ts.Program;
  readonly errors: readonly string[];
} {
  const texts = new Map<string, string>();
  for (const [index, files] of runs.entries()) {
    for (const [name, text] of files) {
      if (name.endsWith(".ts") && !name.startsWith("runtime/")) texts.set(join(imagined, String(index), name), text);
    }
  }
  const program = ts.createProgram([...texts.keys()], options, hostOf(texts));
  const diagnostics = [...texts.keys()].flatMap((file) => {
    const source = program.getSourceFile(file);
    return [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
      ...program.getDeclarationDiagnostics(source),
    ];
  });
  const all = [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics(), ...diagnostics];
  return { program, errors: [...new Set(all.map(line))] };
}

/** Libraries and runtime, which are the same for every program. */
const parsed = new Map<string, ts.SourceFile | undefined>();

function hostOf(texts: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  // One runtime serves all runs; each imports it from `../runtime`.
  const real = (file: string): string => file.replace(/^.*\/imagined\/\d+\/runtime\//, `${runtime}/`);
  host.fileExists = (file) => texts.has(file) || fileExists(real(file));
  host.readFile = (file) => texts.get(file) ?? readFile(real(file));
  host.directoryExists = () => true;
  host.realpath = real;
  host.getSourceFile = (file, version) => {
    const text = texts.get(file);
    if (text !== undefined) return ts.createSourceFile(file, text, version, false, ts.ScriptKind.TS);
    if (!parsed.has(file)) parsed.set(file, getSourceFile(real(file), version));
    return parsed.get(file);
  };
  return host;
}

function line({ file, start = 0, messageText, code }: ts.Diagnostic): string {
  const message = ts.flattenDiagnosticMessageText(messageText, "\n");
  if (file === undefined) return `TS${code} ${message}`;
  const at = file.getLineAndCharacterOfPosition(start);
  const text = file.text.split("\n")[at.line]?.trim();
  return `${file.fileName.slice(imagined.length + 1)}:${at.line + 1} TS${code} ${message}\n    ${text}`;
}
