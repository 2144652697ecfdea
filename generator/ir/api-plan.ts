import type { Api, Operation, Schemes, Side, Streamed } from "../openapi/index.js";
import type { NamedType } from "../types/type.js";
import type { Value } from "./value.js";

/** Schemas that have names in the generated code. */
export interface NamedSchemas {
  /** Component schemas, by their names in the document. */
  readonly components: ReadonlyMap<string, NamedType>;
  /** Others, by JSON Pointers to them. */
  readonly inline: ReadonlyMap<string, NamedType>;
}

/** The types of one OpenAPI document, as far as the workflows use it. */
export interface ApiPlan {
  readonly fileName: string;
  readonly interfaceName: string;
  readonly api: Api;
  readonly operations: readonly Operation[];
  /** The successes that workflows ask for though the document does not list them. */
  readonly undocumented: ReadonlyMap<Operation, ReadonlySet<number>>;
  /** Those whose answers are read event by event. */
  readonly streamed: ReadonlyMap<Operation, Streamed | undefined>;
  /** The types that generated functions may name: of what is answered, and of what is sent. */
  readonly named: Readonly<Record<Side, NamedSchemas>>;
  /** The type of the bodies that the API sends to the app, where workflows wait for some. */
  readonly callbacks: CallbackTypes | undefined;
}

/** The bodies that an API sends to the app, as one type with a property for each. */
export interface CallbackTypes {
  readonly name: string;
  /** Where the schemas stand, by the names of callbacks and webhooks. */
  readonly bodies: ReadonlyMap<string, Operation["at"]>;
}

/** A variable that holds the client of one server. */
export interface ClientPlan {
  readonly local: string;
  readonly interfaceName: string;
  readonly fileName: string;
  readonly server: string;
  /** The name of its source; that of Twilio's is not needed. */
  readonly source: string | undefined;
  /** How its requests are signed: any of these will do. */
  readonly security: readonly Schemes[] | undefined;
  readonly callsTwilio: boolean;
  /** Its requests go to URLs that take the place of paths and queries. */
  readonly follows: boolean;
  /** The hosts beside its own that these may lead to. */
  readonly hosts: readonly string[];
}

/** A server that the caller of a function may have to name, or to give credentials for. */
export type AskedServer = Pick<ClientPlan, "server" | "source" | "security" | "hosts" | "fileName">;

/** The URL that a request goes to, in place of the path and query of its operation, and where that may lead. */
export interface FollowedUrl {
  readonly url: Value;
  readonly server: string;
  /** The name of its source. */
  readonly source: string | undefined;
  readonly hosts: readonly string[];
}
