import { writeEntryFiles } from "./products.js";

writeEntryFiles();
