// What openapi-typescript makes of messaging.yaml, with `| undefined` after each `?:`.
export interface paths {
  "/Accounts/{AccountSid}/Messages.json": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        AccountSid: string;
      };
      cookie?: never;
    };
    get: operations["ListMessage"];
    put?: never;
    post: operations["CreateMessage"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/Accounts/{AccountSid}/Messages/{Sid}.json": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        AccountSid: string;
        Sid: string;
      };
      cookie?: never;
    };
    get: operations["FetchMessage"];
    put?: never;
    post?: never;
    delete: operations["DeleteMessage"];
    options?: never;
    head?: never;
    patch: operations["PatchMessage"];
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    message: {
      sid?: string | null | undefined;
      /** @enum {string|null} */
      status?: "queued" | "sent" | "delivered" | "failed" | null | undefined;
      body?: string | null | undefined;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  ListMessage: {
    parameters: {
      query?:
        | {
            To?: string | undefined;
            PageSize?: number | undefined;
          }
        | undefined;
      header?:
        | {
            "X-Trace"?: string | undefined;
          }
        | undefined;
      path: {
        AccountSid: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            messages?: components["schemas"]["message"][] | undefined;
          };
        };
      };
    };
  };
  CreateMessage: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        AccountSid: string;
      };
      cookie?: never;
    };
    requestBody?:
      | {
          content: {
            "application/x-www-form-urlencoded": {
              To: string;
              From?: string | undefined;
              Body?: string | undefined;
              MediaUrl?: string[] | undefined;
              /** Format: date-time */
              SendAt?: string | undefined;
            };
          };
        }
      | undefined;
    responses: {
      /** @description Created */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["message"];
        };
      };
    };
  };
  FetchMessage: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        AccountSid: string;
        Sid: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["message"];
        };
      };
    };
  };
  DeleteMessage: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        AccountSid: string;
        Sid: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Gone */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  PatchMessage: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        AccountSid: string;
        Sid: string;
      };
      cookie?: never;
    };
    requestBody?:
      | {
          content: {
            "application/json": {
              tags?: string[] | undefined;
            };
          };
        }
      | undefined;
    responses: {
      /** @description OK */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["message"];
        };
      };
    };
  };
}
