/** Formats generated text. Loaded late: prettier takes a third of a second to start. */
export async function formatTypeScript(text: string): Promise<string> {
  const [{ format }, typescript, estree] = await Promise.all([
    import("prettier/standalone"),
    import("prettier/plugins/typescript"),
    import("prettier/plugins/estree"),
  ]);
  // Fixed here, so that a project's own configuration cannot change what is generated.
  return format(text, { parser: "typescript", plugins: [typescript, estree.default], printWidth: 120 });
}
