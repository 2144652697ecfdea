import type { Found } from "../diagnostics.js";

/** What a URL names, or why that is not read. */
export type Located = { readonly file: string } | { readonly problem: Found };
