import { describe, expect, test } from "vitest";
import { formatExpression, isFailure, parseExpression } from "../../generator/arazzo/index.js";
import { show, showExpression } from "./support/show.js";

describe("every form of the grammar", () => {
  const table: readonly { readonly given: string; readonly want: string }[] = [
    { given: "$url", want: "(url)" },
    { given: "$method", want: "(method)" },
    { given: "$statusCode", want: "(statusCode)" },
    { given: "$self", want: "(self)" },
    { given: "$request.header.accept", want: "(header request accept)" },
    { given: "$response.header.X-Rate-Limit", want: "(header response X-Rate-Limit)" },
    { given: "$response.header.!#$%&'*+-.^_`|~1aZ", want: "(header response !#$%&'*+-.^_`|~1aZ)" },
    { given: "$request.query.limit", want: "(query limit)" },
    { given: "$request.query.StartTime>", want: "(query StartTime>)" },
    { given: "$request.query.filter[name]", want: "(query filter[name])" },
    { given: "$request.path.petId", want: "(path petId)" },
    { given: "$request.body", want: "(body request)" },
    { given: "$request.body#/user/uuid", want: "(body request user uuid)" },
    { given: "$response.body", want: "(body response)" },
    { given: "$response.body#", want: "(body response)" },
    { given: "$response.body#/", want: '(body response "")' },
    { given: "$response.body#/conferences/0/sid", want: "(body response conferences 0 sid)" },
    { given: "$response.body#/MessagingBinding.Address", want: "(body response MessagingBinding.Address)" },
    { given: "$response.body#/a~1b~0c~01", want: "(body response a/b~c~1)" },
    { given: "$response.body#/items[0]", want: "(body response items[0])" },
    { given: "$inputs.username", want: "(inputs (username))" },
    { given: "$inputs.x-api-key", want: "(inputs (x-api-key))" },
    { given: "$inputs.customer#/firstName", want: "(inputs (customer) firstName)" },
    { given: "$inputs#/of a~1b/c", want: "(inputs (of a/b) c)" },
    { given: "$inputs['of a'].b", want: "(inputs (of a) b)" },
    { given: "$inputs.größe", want: "(inputs (größe))" },
    { given: "$outputs.order_id", want: "(outputs (order_id))" },
    { given: "$outputs.order#/id", want: "(outputs (order) id)" },
    { given: "$steps.someStepId.outputs.pets", want: "(steps someStepId (pets))" },
    { given: "$steps.someStepId.outputs.pets#/0/id", want: "(steps someStepId (pets) 0 id)" },
    { given: "$steps.place-order.outputs.my_order", want: "(steps place-order (my_order))" },
    { given: "$workflows.foo.inputs.username", want: "(workflows foo inputs (username))" },
    { given: "$workflows.foo.outputs.mappedResponse#/name", want: "(workflows foo outputs (mappedResponse) name)" },
    { given: "$sourceDescriptions.petstore.url", want: "(source petstore url)" },
    { given: "$sourceDescriptions.petstore.getPetById", want: "(source petstore getPetById)" },
    { given: "$sourceDescriptions.api.GET /pets/{id}.v1", want: "(source api GET /pets/{id}.v1)" },
    { given: "$components.parameters.page", want: "(components parameters page)" },
    { given: "$components.parameters.my.org.User", want: "(components parameters my.org.User)" },
    { given: "$components.successActions.notify", want: "(components successActions notify)" },
    { given: "$components.failureActions.refreshToken", want: "(components failureActions refreshToken)" },
    { given: "$components.inputs.pagination", want: "(components inputs pagination)" },
  ];
  test.each(table)("$given", ({ given, want }) => {
    expect(show(parseExpression(given), showExpression)).toBe(want);
  });
});

describe("names with dots are split, for who knows the declared names", () => {
  const table: readonly { readonly given: string; readonly want: string }[] = [
    { given: "$inputs.address.city", want: "(inputs (address city))" },
    { given: "$steps.x.outputs.y.z#/a", want: "(steps x (y z) a)" },
    { given: "$workflows.w.outputs.a.b", want: "(workflows w outputs (a b))" },
    { given: "$inputs.a..b", want: '(inputs (a "" b))' },
    // An id may hold dots in 1.0: it goes up to the first field name.
    { given: "$steps.my.step.outputs.y", want: "(steps my.step (y))" },
    { given: "$steps.outputs.outputs.outputs", want: "(steps outputs (outputs))" },
    { given: "$workflows.my.flow.inputs.outputs", want: "(workflows my.flow inputs (outputs))" },
    // All outputs as one object.
    { given: "$steps.previous.outputs", want: "(steps previous ())" },
    { given: "$steps.previous.outputs#/name", want: "(steps previous () name)" },
  ];
  test.each(table)("$given", ({ given, want }) => {
    expect(show(parseExpression(given), showExpression)).toBe(want);
  });
});

describe("de-reference is another spelling of a JSON Pointer", () => {
  const table: readonly { readonly given: string; readonly want: string }[] = [
    { given: "$response.body.status", want: "$response.body#/status" },
    { given: "$response.body[0].id", want: "$response.body#/0/id" },
    { given: "$response.body.items[12]", want: "$response.body#/items/12" },
    { given: "$response.body['first name']", want: "$response.body#/first name" },
    { given: `$response.body["it's"]`, want: "$response.body#/it's" },
    { given: "$response.body['it''s']", want: "$response.body#/it's" },
    { given: "$response.body.a#/b", want: "$response.body#/a/b" },
    { given: "$inputs.ids[0]", want: "$inputs.ids#/0" },
    { given: "$steps.s.outputs.list[0].id#/x", want: "$steps.s.outputs.list#/0/id/x" },
  ];
  test.each(table)("$given", ({ given, want }) => {
    expect(show(parseExpression(given), formatExpression)).toBe(want);
  });
});

describe("failures say where and what was expected", () => {
  const words = "url, method, statusCode, self, request, response, inputs, outputs, steps, workflows, ";
  const roots = `Known here: ${words}sourceDescriptions, components, each.`;
  const brace = "To put an expression into text, write it in braces: `{$…}`.";
  const noSuchType = "expected a kind of component (inputs, parameters, successActions, failureActions)";
  const afterSource = "expected `.` and an operationId, a workflowId or `url` after the name of a source description";
  const requestParts = "expected `header.`, `query.`, `path.` or `body` after `$request.`";
  const responseParts = "expected `header.` or `body` after `$response.`";
  const table: readonly { readonly given: string; readonly want: readonly string[] }[] = [
    { given: "", want: ["^", "a runtime expression starts with `$`"] },
    { given: "inputs.a", want: ["^", "a runtime expression starts with `$`"] },
    { given: "$", want: ["^", "expected a word after `$`", roots] },
    { given: "$5.00", want: ["^", "expected a word after `$`", roots] },
    {
      given: "$respones.body",
      want: ["^^^^^^^^^", "`$respones` is no runtime expression", "Did you mean `$response`?"],
    },
    {
      given: "$statuscode",
      want: ["^^^^^^^^^^^", "`$statuscode` is no runtime expression", "Did you mean `$statusCode`?"],
    },
    { given: "$input.a", want: ["^^^^^^", "`$input` is no runtime expression", "Did you mean `$inputs`?"] },
    { given: "$whatever.a", want: ["^^^^^^^^^", "`$whatever` is no runtime expression", roots] },
    {
      given: "$credentials.accountSid",
      want: ["^^^^^^^^^^^^", "`$credentials` is no runtime expression; it can stand in `x-default` of an input only"],
    },
    { given: "$inputs", want: ["       ^", "expected `.` and an input name after `$inputs`"] },
    { given: "$inputs.", want: ["        ^", "expected an input name"] },
    { given: "$inputs#/", want: ["       ^", "expected an input name"] },
    { given: "$inputs.a b", want: ["         ^^", "unexpected white space after the expression", brace] },
    { given: "$inputs.a, and", want: ["         ^^^^^", "unexpected `,` after the expression", brace] },
    { given: "$inputs.a\n", want: ["         ^", "unexpected white space after the expression", brace] },
    { given: "$statusCode.x", want: ["           ^^", "unexpected `.` after the expression"] },
    { given: "$inputs.a[x]", want: ["         ^^^", "expected an index or a quoted name between `[` and `]`"] },
    { given: "$inputs.a[0].", want: ["            ^", "expected a property name after `.`"] },
    { given: "$request.cookie.a", want: ["         ^^^^^^", requestParts] },
    { given: "$request.querry.a", want: ["         ^^^^^^", requestParts, "Did you mean `$request.query`?"] },
    { given: "$response.query.a", want: ["          ^^^^^", responseParts] },
    { given: "$response.status", want: ["          ^^^^^^", responseParts, "Did you mean `$statusCode`?"] },
    { given: "$response.headers.A", want: ["          ^^^^^^^", responseParts, "Did you mean `$response.header`?"] },
    { given: "$response.payload#/a", want: ["          ^^^^^^^", responseParts, "Did you mean `$response.body`?"] },
    { given: "$response.", want: ["          ^", responseParts] },
    { given: "$response.header.", want: ["                 ^", "expected a header name"] },
    { given: "$response.header.a/b", want: ["                  ^^", "unexpected `/` after the expression", brace] },
    { given: "$request.query.", want: ["               ^", "expected a parameter name"] },
    {
      given: "$response.body#a",
      want: ["               ^", "a JSON Pointer is empty or starts with `/`", "Write `$response.body#/a`."],
    },
    {
      given: "$response.body#/a/~2",
      want: [
        "                  ^",
        "in a JSON Pointer `~` stands before `0` or `1` only",
        "Write `~0` for `~` and `~1` for `/`.",
      ],
    },
    { given: "$response.body/a", want: ["              ^^", "unexpected `/` after the expression", brace] },
    { given: "$steps.", want: ["       ^", "expected a step id"] },
    { given: "$steps.a", want: ["        ^", "expected `.outputs.` after the id"] },
    {
      given: "$steps.get.plan",
      want: ["          ^^^^^", "expected `.outputs.` after the id", "Did you mean `$steps.get.outputs.plan`?"],
    },
    { given: "$steps.a.outputs.", want: ["                 ^", "expected an output name"] },
    { given: "$sourceDescriptions.a", want: ["                     ^", afterSource] },
    { given: "$sourceDescriptions.a.", want: ["                     ^", afterSource] },
    { given: "$sourceDescriptions..a", want: ["                    ^", "expected the name of a source description"] },
    {
      given: "$components.parameter.a",
      want: ["            ^^^^^^^^^", noSuchType, "Did you mean `$components.parameters`?"],
    },
    { given: "$components.parameters.", want: ["                      ^", "expected `.` and the name of a component"] },
    {
      given: "$components.parameters.a#/b",
      want: ["                        ^^^", "unexpected `#` after the expression", brace],
    },
  ];
  test.each(table)("$given", ({ given, want }) => {
    expect(show(parseExpression(given), showExpression)).toEqual(want);
  });

  test("AsyncAPI is refused by name", () => {
    const found = parseExpression("$message.payload#/status");
    expect(isFailure(found) && found.unsupported).toBe(true);
    expect(show(found, showExpression)).toEqual(["^^^^^^^^", "`$message` belongs to AsyncAPI, which is not supported"]);
  });
});
