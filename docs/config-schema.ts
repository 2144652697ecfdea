import { kinds, severityOf } from "../generator/diagnostics.js";
import { runtimePlaces } from "../generator/emit/index.js";

const paths = (description: string): object => ({ type: "array", items: { type: "string" }, description });
const names = (description: string): object => ({
  type: "object",
  additionalProperties: { type: "string" },
  description,
});

/** JSON Schema of `twilio-workflows.config.json`, which editors complete and check with. */
export const configSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "The config of twilio-workflows",
  description: "What a project says once, in place of options. Paths are relative to this file.",
  type: "object",
  additionalProperties: false,
  patternProperties: { "^x-": {} },
  properties: {
    $schema: { type: "string", description: "Where this schema lies, for editors." },
    documents: paths("Arazzo documents, or folders of them. Default: specs/arazzo."),
    overlays: paths("Overlays, or folders of them. Default: the folder `overlays` beside the documents."),
    sources: names("Where the OpenAPI documents of source descriptions lie, by the name of the source description."),
    sourceFolders: paths("Folders to look for the documents of source descriptions in, by the file name in their url."),
    servers: names("The servers of source descriptions, in place of those that their documents name."),
    roots: paths("Folders that documents may name files in, beside their own."),
    out: { type: "string", description: "Where functions are written. Default: generated." },
    runtime: {
      enum: runtimePlaces,
      description:
        "Where generated code has its runtime: `copy` writes it beside the code, `package` imports that of the installed package. Default: copy.",
    },
    strict: { type: "boolean", description: "Whether nothing is assumed. Default: false." },
    findings: {
      type: "object",
      description: "What findings weigh: `error` makes them errors, `off` leaves them out.",
      additionalProperties: false,
      patternProperties: { "^x-": {} },
      properties: Object.fromEntries(
        kinds.map((kind) => [
          kind.code,
          {
            enum: kind.severity === "error" ? ["error"] : ["error", "off"],
            description: `${kind.meaning} By default: ${severityOf(kind)}.`,
          },
        ]),
      ),
    },
  },
};
