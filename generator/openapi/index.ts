// The face of this stage. Signatures agreed on:
//   readApi(document: SourceDocument, findings: Findings): Api | undefined
//   findOperationsById(api: Api, operationId: string): readonly Operation[]
//   findOperationByPointer(api: Api, pointer: string): Operation | undefined
//   pruneApi(api: Api, operations: readonly Operation[]): Record<string, unknown>
//   writeApiTypes(pruned, { interfaceName, aliases: ReadonlyMap<componentName, identifier> }): Promise<string>
export type * from "./model.js";
