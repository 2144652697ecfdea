import { createRequire } from "node:module";

/**
 * A package that takes long to start, loaded where it is first needed, and as CommonJS: as a module it would take twice
 * as long. In what is published it stands beside this file, bundled.
 */
export const loadPackage: NodeJS.Require = createRequire(import.meta.url);
