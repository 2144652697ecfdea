import { notFound } from "../errors.js";
import { makeUp } from "./resource.js";
import { type Asked, type Shelf, stateOf } from "./asked.js";

/** The code that every verification has. */
export const RIGHT_CODE = "123456";

/** What the documents cannot say: requests that do something else than make, read or change what is at their path. */
export const acts: Readonly<Record<string, (asked: Asked, shelf: Shelf) => object>> = {
  "POST VerificationCheck": (asked, shelf) => {
    const { fields, path, schema } = asked;
    const place = path.replace(/VerificationCheck$/, `Verifications/${fields["VerificationSid"] ?? fields["To"]}`);
    const verification = shelf.find({ ...asked, collection: "Verifications" }, undefined, place);
    if (stateOf(verification) === "approved") throw notFound(path);
    const right = fields["Code"] === RIGHT_CODE;
    if (right) {
      shelf.settle(verification, "approved");
      verification.states = ["approved"];
      verification.reads = 0;
    }
    const known = { ...verification.body, valid: right };
    return makeUp(schema, { account: shelf.account, path, params: asked.params, fields: {}, known });
  },
};
