import type * as TypeScript from "typescript";
import { isNever } from "./amend-types.js";
import { onOneLine } from "./on-one-line.js";
import type { Compiler } from "./openapi-typescript.js";

type Members = readonly TypeScript.TypeElement[];

/**
 * Leaves out of the paths, and of the components, what says only that something is not there: the methods that a path
 * does not have, the bodies that an operation does not take, kinds of parameters and components without an entry, and
 * the headers of responses, which are read as text whatever the document says.
 */
export class PathAmender {
  readonly #ts: Compiler;

  constructor(ts: Compiler) {
    this.#ts = ts;
  }

  paths(members: Members): Members {
    return this.#each(members, (pathItem) => {
      // Every operation has the parameters of its path among its own.
      const methods = pathItem.filter((member) => this.#nameOf(member) !== "parameters");
      return this.#each(this.#present(methods), (operation) => this.#operation(operation));
    });
  }

  components(members: Members): Members {
    return this.#present(members).map((member) => {
      return this.#nameOf(member) === "responses"
        ? this.#within(member, (entries) => this.#responses(entries))
        : member;
    });
  }

  #operation(members: Members): Members {
    const amended = members.map((member) => {
      switch (this.#nameOf(member)) {
        case "parameters":
          return this.#within(member, (places) => {
            return this.#present(places).map((place) => this.#withoutUndefined(place));
          });
        case "requestBody":
          return this.#withoutUndefined(member);
        case "responses":
          return this.#within(member, (entries) => this.#responses(entries));
        default:
          return member;
      }
    });
    return this.#present(amended).filter((member) => this.#nameOf(member) !== "parameters" || !this.#isEmpty(member));
  }

  #responses(members: Members): Members {
    return this.#each(members, (parts) => parts.filter((part) => this.#nameOf(part) !== "headers"));
  }

  #each(members: Members, amend: (members: Members) => Members): Members {
    return members.map((member) => this.#within(member, amend));
  }

  /** Amends the members of the object type that a property has; a property of another type stays as it is. */
  #within(member: TypeScript.TypeElement, amend: (members: Members) => Members): TypeScript.TypeElement {
    const ts = this.#ts;
    if (!ts.isPropertySignature(member) || member.type === undefined || !ts.isTypeLiteralNode(member.type))
      return member;
    const type = onOneLine(ts, ts.factory.createTypeLiteralNode(amend(member.type.members)));
    return ts.factory.updatePropertySignature(member, member.modifiers, member.name, member.questionToken, type);
  }

  /** Nobody hands on a body, or the parameters of one kind, as a whole, so that their `?` says enough. */
  #withoutUndefined(member: TypeScript.TypeElement): TypeScript.TypeElement {
    const ts = this.#ts;
    if (!ts.isPropertySignature(member) || member.type === undefined || !ts.isUnionTypeNode(member.type)) return member;
    const [type] = member.type.types;
    return ts.factory.updatePropertySignature(member, member.modifiers, member.name, member.questionToken, type);
  }

  #present(members: Members): Members {
    return members.filter((member) => !(this.#ts.isPropertySignature(member) && isNever(this.#ts, member.type)));
  }

  #isEmpty(member: TypeScript.TypeElement): boolean {
    const ts = this.#ts;
    const type = ts.isPropertySignature(member) ? member.type : undefined;
    return type !== undefined && ts.isTypeLiteralNode(type) && type.members.length === 0;
  }

  #nameOf(member: TypeScript.TypeElement): string | undefined {
    const ts = this.#ts;
    return member.name !== undefined && ts.isIdentifier(member.name) ? member.name.text : undefined;
  }
}
