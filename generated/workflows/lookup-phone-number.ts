// Written by twilio-workflows: change the documents and generate again.
import type { CallerNameInfo, LineTypeIntelligenceInfo, LookupsApi, ValidationError } from "../apis/lookups-api.js";
import { openWorkflow, type WorkflowOptions, type WorkflowRun } from "../runtime/twilio/index.js";

/** What {@link lookupPhoneNumber} takes. */
export interface LookupPhoneNumberInput {
  /** The number, in E.164 format, or as it is written in `countryCode`. */
  phoneNumber: string;
  /** Country of a number in national format, by its ISO 3166 code, such as `US`. */
  countryCode?: string | undefined;
  /** What else to ask, with commas between, such as `line_type_intelligence,caller_name`. */
  fields?: string | undefined;
}

/** What {@link lookupPhoneNumber} returns; `outcome` says how it ended. */
export type LookupPhoneNumberOutput =
  | {
      outcome: "valid";
      phoneNumber?: string | null | undefined;
      nationalFormat?: string | null | undefined;
      countryCode?: string | null | undefined;
      validationErrors?: ValidationError[] | undefined;
      lineType?: LineTypeIntelligenceInfo | undefined;
      callerName?: CallerNameInfo | undefined;
    }
  | {
      outcome: "invalid";
      phoneNumber?: string | null | undefined;
      nationalFormat?: string | null | undefined;
      countryCode?: string | null | undefined;
      validationErrors?: ValidationError[] | undefined;
      lineType?: LineTypeIntelligenceInfo | undefined;
      callerName?: CallerNameInfo | undefined;
    };

/**
 * Look a phone number up.
 *
 * Ends as `valid` or as `invalid`, which says only whether such a number can exist. Only reads. Without `fields`
 * the lookup is free; each field is charged.
 *
 * @generated from workflow lookup-phone-number (lookup.yml#/workflows/0)
 */
export async function lookupPhoneNumber(
  input: LookupPhoneNumberInput,
  options?: WorkflowOptions,
): Promise<LookupPhoneNumberOutput> {
  const run: WorkflowRun = openWorkflow("lookup-phone-number", options, { version: "e4882f80" });
  run.inputs(input, { phoneNumber: "path", countryCode: "string?", fields: "string?" });
  const lookups = run.api<LookupsApi>("https://lookups.twilio.com");

  // Ask what is known of the number.
  const lookUp = await lookups.GET("/v2/PhoneNumbers/{PhoneNumber}", {
    ...run.step("lookUp"),
    params: {
      path: { PhoneNumber: input.phoneNumber },
      query: { CountryCode: input.countryCode, Fields: input.fields },
    },
  });
  run.expect(lookUp, lookUp.response.status === 200);
  const {
    phone_number: phoneNumber,
    national_format: nationalFormat,
    country_code: countryCode,
    validation_errors: validationErrors,
    line_type_intelligence: lineType,
    caller_name: callerName,
  } = lookUp.data;
  if (lookUp.data.valid === true) {
    return { outcome: "valid", phoneNumber, nationalFormat, countryCode, validationErrors, lineType, callerName };
  }

  return { outcome: "invalid", phoneNumber, nationalFormat, countryCode, validationErrors, lineType, callerName };
}
