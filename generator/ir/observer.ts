/** Told what a run does, for those who look for a defect or for lost time. */
export interface Observer {
  /** A stage is done, with so many things: `("read", 3, "documents")`. */
  readonly onStage: (name: string, count: number, things: string) => void;
}
