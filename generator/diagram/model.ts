/** A workflow as a picture: what it holds, with nothing of how it looks. */
export interface Diagram {
  /** The workflow. */
  readonly title: string;
  /** What it shows, in a sentence. */
  readonly description: string;
  /** In the order in which they are read. */
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
}

export interface DiagramNode {
  /** Letters and digits; unique in the diagram. */
  readonly id: string;
  /**
   * - `start`: where every run begins.
   * - `step`: a request; `call`: a step that runs another workflow.
   * - `choice`: where the answer decides what follows; it has no text.
   * - `end`: an ending that is returned; `planned-failure`: one that a failure was planned to end in.
   * - `throw`: an error that is thrown.
   * - `workflow`: another workflow, which goes on in place of this one.
   */
  readonly kind: "start" | "step" | "call" | "choice" | "end" | "planned-failure" | "throw" | "workflow";
  /** The step that it belongs to; `undefined` of the start. */
  readonly stepId: string | undefined;
  /** Its name; the empty string of a choice. */
  readonly text: string;
  /** Of a request. */
  readonly request: { readonly method: string; readonly path: string } | undefined;
  /** What else there is to say, a line each. */
  readonly notes: readonly string[];
  /** The file name of the workflow that it runs, without an ending. */
  readonly runs: string | undefined;
}

export interface DiagramEdge {
  readonly from: string;
  readonly to: string;
  /** `next` is gone after a success, `failure` after a failure, `again` back to what was done before. */
  readonly kind: "next" | "failure" | "again";
  /** When it is gone, or the empty string. */
  readonly label: string;
}
