/** The address of a file or folder of this package, by its path in `dist`, which is its path in the repository. */
export function beside(path: string): URL {
  return new URL(`../../${path}`, import.meta.url);
}

/** The same of a module, by its path without an ending. */
export function moduleBeside(path: string): URL {
  return beside(`${path}.ts`);
}
