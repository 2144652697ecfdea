import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type BuildOptions, type Metafile, type Plugin } from "esbuild";

const root = dirname(fileURLToPath(import.meta.url));

/**
 * The packages that `loadPackage` gives, each in a file of its own: what a run does not need is not even read.
 * The two that work on TypeScript trees share the compiler that ts-morph brings along.
 */
const packages: Readonly<Record<string, { readonly from: string; readonly file: string }>> = {
  typescript: { from: "@ts-morph/common/dist/typescript.js", file: "typescript" },
  "ts-morph": { from: "ts-morph", file: "ts-morph" },
  "openapi-typescript/dist/transform/index.cjs": {
    from: "openapi-typescript/dist/transform/index.cjs",
    file: "openapi-typescript",
  },
  "recheck/lib/browser.js": { from: "recheck/lib/browser.js", file: "recheck" },
};

const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20",
  legalComments: "none",
  metafile: true,
} satisfies BuildOptions;

/** What is CommonJS inside of a module asks for modules of Node. */
const requireInModule = {
  js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
};

/**
 * Bundles the generator with all that it uses, so that who installs the package installs nothing else for it.
 * @param folder Where `cli.cjs` and its parts are written
 */
export async function buildGenerator(folder: string): Promise<void> {
  // Ours keeps its names, for those who look where the report of a defect points to.
  const ours = await build({
    ...shared,
    entryPoints: { main: "generator/commands/loaded.ts", api: "generator/api.ts" },
    minifyWhitespace: true,
    minifySyntax: true,
    outdir: folder,
    entryNames: "[name]-[hash]",
    format: "esm",
    splitting: true,
    chunkNames: "[name]-[hash]",
    banner: requireInModule,
    plugins: [loadBundled, localTwilioBeside, packageBeside],
  });
  const mainFile = `./${basename(outputOf(ours.metafile, "generator/commands/loaded.ts"))}`;
  const apiFile = `./${basename(outputOf(ours.metafile, "generator/api.ts"))}`;
  writeFileSync(join(folder, "index.js"), `export * from "${apiFile}";\n`);
  const start = await build({
    ...shared,
    entryPoints: { cli: "generator/commands/start.ts" },
    outdir: folder,
    outExtension: { ".js": ".cjs" },
    format: "cjs",
    define: { mainFile: JSON.stringify(mainFile) },
    external: [mainFile],
  });
  const theirs = await build({
    ...shared,
    entryPoints: Object.fromEntries(Object.values(packages).map(({ file, from }) => [file, from])),
    outdir: folder,
    outExtension: { ".js": ".cjs" },
    format: "cjs",
    minify: true,
    plugins: [oneTypeScript, noLibraryTexts],
  });
  writeFileSync(join(folder, "LICENSES.txt"), licencesOf([ours.metafile, start.metafile, theirs.metafile]));
}

/** The file that an entry point came to be. */
function outputOf({ outputs }: Metafile, entryPoint: string): string {
  const [path] = Object.entries(outputs).find(([, output]) => output.entryPoint === entryPoint) ?? [];
  if (path === undefined) throw new Error(`nothing was made of ${entryPoint}`);
  return path;
}

/** Has `loadPackage` give the files of `packages`. */
const loadBundled: Plugin = {
  name: "load bundled",
  setup({ onLoad }) {
    onLoad({ filter: /\/load-package\.ts$/ }, () => {
      const files = Object.entries(packages).map(([name, { file }]) => [name, `./${file}.cjs`]);
      const contents = `
        import { createRequire } from "node:module";
        const files = ${JSON.stringify(Object.fromEntries(files))};
        const load = createRequire(import.meta.url);
        export const loadPackage = (name) => load(files[name]);`;
      return { contents, loader: "js" };
    });
  },
};

/** Has the command line load the local Twilio from where the package has it. */
const localTwilioBeside: Plugin = {
  name: "local Twilio beside",
  setup({ onLoad }) {
    onLoad({ filter: /\/commands\/local-twilio\.ts$/ }, () => {
      const contents = `
        const file = new URL("../examples/local-twilio/index.js", import.meta.url).href;
        export const loadLocalTwilio = () => import(file);`;
      return { contents, loader: "js" };
    });
  },
};

/** Has the generator find what lies beside it in the package. */
const packageBeside: Plugin = {
  name: "package beside",
  setup({ onLoad }) {
    onLoad({ filter: /\/run\/beside\.ts$/ }, () => {
      const contents = `
        export const beside = (path) => new URL("../" + path, import.meta.url);
        export const moduleBeside = (path) => beside(path + ".js");`;
      return { contents, loader: "js" };
    });
  },
};

/** Leaves the compiler out of the others, which load the file that it is in. */
const oneTypeScript: Plugin = {
  name: "one TypeScript",
  setup({ onResolve }) {
    onResolve({ filter: /^(typescript|\.\/typescript(\.js)?)$/ }, ({ kind }) =>
      kind === "entry-point" ? undefined : { path: "./typescript.cjs", external: true },
    );
  },
};

/** Leaves out the texts of TypeScript's libraries: nothing here checks types. */
const noLibraryTexts: Plugin = {
  name: "no library texts",
  setup({ onLoad }) {
    onLoad({ filter: /\/ts-morph-common\.js$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      const contents = text.replace(/^const libFiles = \[\{\n[\s\S]*?^ {4}\}\];$/m, "const libFiles = [];");
      if (contents === text) throw new Error(`${path} does not hold the texts of libraries where they were`);
      return { contents, loader: "js" };
    });
  },
};

/** The licence of each package of which something is in the bundles. */
function licencesOf(metafiles: readonly Metafile[]): string {
  const outputs = metafiles.flatMap((metafile) => Object.values(metafile.outputs));
  const inputs = outputs.flatMap((output) => Object.keys(output.inputs));
  const folders = inputs.flatMap((input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0] ?? []);
  // The compiler that ts-morph brings along has its licence in a package of its own.
  const all = new Set(folders);
  if (all.has("node_modules/ts-morph")) all.add("node_modules/typescript");
  const texts = [...all].sort().map((folder) => {
    const { name, version, license }: Manifest = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
    const files = readdirSync(join(root, folder)).filter((file) =>
      /^(licen[sc]e|copying|notice|thirdpartynotice)/i.test(file),
    );
    const text = files.map((file) => readFileSync(join(root, folder, file), "utf8").trim()).join("\n\n");
    return `${name} ${version} (${license})\n\n${text}`;
  });
  return `${["What is bundled here, under which licence.", ...texts].join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

/**
 * Bundles the local Twilio in place of what the compiler made of it, and puts beside it the documents that it plays, and
 * the workflows of the library, which `run` compiles.
 * @param folder Where `examples/local-twilio` and `specs` go
 */
export async function buildLocalTwilio(folder: string): Promise<void> {
  const outfile = join(folder, "examples/local-twilio/index.js");
  mkdirSync(dirname(outfile), { recursive: true });
  const made = readdirSync(dirname(outfile), { recursive: true, encoding: "utf8" });
  for (const file of made.filter((name) => name.endsWith(".js"))) rmSync(join(dirname(outfile), file));
  const { metafile } = await build({
    ...shared,
    entryPoints: ["examples/local-twilio/index.ts"],
    outfile,
    format: "esm",
    minify: true,
    banner: requireInModule,
  });
  writeFileSync(join(dirname(outfile), "LICENSES.txt"), licencesOf([metafile]));
  for (const room of ["openapi", "arazzo", "overlays"]) {
    cpSync(join(root, "specs", room), join(folder, "specs", room), { recursive: true });
  }
}

/**
 * Has our own functions run on the one runtime of the package, which everything else in it runs on, in place of their
 * copy of it: classes are the same for all.
 * @param folder Where `generated`, `specs` and `templates` are
 */
function shareRuntime(folder: string): void {
  rmSync(join(folder, "generated/runtime"), { recursive: true });
  for (const name of ["generated", "specs/products"].flatMap((room) => filesBelow(folder, room))) {
    if (!/\.(js|d\.ts)$/.test(name)) continue;
    const text = readFileSync(join(folder, name), "utf8");
    const changed = text.replace(/ from "(\.[^"]+)";$/gm, (line, target: string) => {
      const path = posix.join(posix.dirname(name), target);
      if (!path.startsWith("generated/runtime/")) return line;
      return ` from "${posix.relative(posix.dirname(name), path.replace("generated", "templates"))}";`;
    });
    writeFileSync(join(folder, name), changed);
  }
}

function filesBelow(folder: string, room: string): readonly string[] {
  const names = readdirSync(join(folder, room), { recursive: true, encoding: "utf8" });
  return names.map((name) => posix.join(room, name.replaceAll("\\", "/")));
}

/**
 * Joins what the compiler made of the library, so that Node.js reads a dozen files where a program imports it and not 150:
 * what several entry points share is in `chunks`, each workflow in the index, to which its own entry point leads. What a
 * program does not use its bundler leaves out all the same.
 * @param folder Where `examples`, `generated` and `templates` are
 */
async function joinLibrary(folder: string): Promise<void> {
  const workflows = filesBelow(folder, "generated/workflows").filter(isCode);
  const sources = new Map(workflows.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  const compiled = ["examples", "generated", "templates"].flatMap((room) => filesBelow(folder, room)).filter(isCode);
  const { exports }: { exports: object } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const { metafile } = await build({
    ...shared,
    absWorkingDir: folder,
    entryPoints: compiled.filter((name) => filesOf(exports).includes(`./dist/${name}`)),
    outdir: ".",
    outbase: ".",
    allowOverwrite: true,
    splitting: true,
    format: "esm",
    platform: "neutral",
    packages: "external",
    external: ["./local-twilio/index.js"],
    chunkNames: "chunks/[name]-[hash]",
  });
  for (const name of compiled) if (metafile.outputs[name] === undefined) rmSync(join(folder, name));
  for (const name of workflows) {
    const [, functionName] = /^export async function (\w+)/m.exec(sources.get(name) ?? "") ?? [];
    if (functionName === undefined) throw new Error(`${name} exports no function`);
    writeFileSync(join(folder, name), `export { ${functionName} } from "../index.js";\n`);
  }
}

/** The files that the `exports` of a manifest name. */
function filesOf(targets: unknown): readonly string[] {
  if (typeof targets === "string") return [targets];
  return Object.values(Object(targets)).flatMap(filesOf);
}

function isCode(name: string): boolean {
  return name.endsWith(".js");
}

/**
 * Writes the types of the generator's own API, which name no others.
 * @param file Where they go
 */
function writeApiTypes(file: string): void {
  const folder = mkdtempSync(join(tmpdir(), "twilio-workflows-"));
  compile("tsconfig.api.json", "--outDir", folder);
  const types = readFileSync(join(folder, "generator/api.d.ts"), "utf8");
  rmSync(folder, { recursive: true });
  if (/\bimport\b/.test(types)) throw new Error("the types of generator/api.ts name types of other files");
  writeFileSync(file, types);
}

function compile(config: string, ...options: readonly string[]): void {
  const compiler = join(root, "node_modules/typescript7/bin/tsc");
  execFileSync(process.execPath, [compiler, "--project", config, ...options], { cwd: root, stdio: "inherit" });
}

/** Builds what is published. */
async function buildPackage(): Promise<void> {
  rmSync(join(root, "dist"), { recursive: true, force: true });
  compile("tsconfig.build.json");
  shareRuntime(join(root, "dist"));
  await joinLibrary(join(root, "dist"));
  await buildGenerator(join(root, "dist/generator"));
  writeApiTypes(join(root, "dist/generator/index.d.ts"));
  await buildLocalTwilio(join(root, "dist"));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildPackage();
