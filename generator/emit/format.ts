/** Formats generated text. Loaded late: prettier takes a third of a second to start. */
export async function formatTypeScript(text: string): Promise<string> {
  const [{ format }, babel, estree] = await Promise.all([
    import("prettier/standalone"),
    import("prettier/plugins/babel"),
    import("prettier/plugins/estree"),
  ]);
  // Fixed here, so that a project's own configuration cannot change what is generated. The name says that there is no
  // JSX, for which prettier would search the text in a way that takes the square of its length.
  const options = { parser: "babel-ts", filepath: "generated.ts", plugins: [babel, estree.default] };
  return format(text, { ...options, printWidth: 120 });
}
