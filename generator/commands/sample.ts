/** Where the API document of the sample lies, below the folder of the documents. */
export const sampleApiFile = "apis/twilio-messages.yml";

/** A workflow to begin with: it sends a message, and waits for what becomes of it. */
export const sampleArazzo = `arazzo: 1.0.1
info:
  title: Send a text message
  version: 1.0.0
sourceDescriptions:
- name: messages
  url: ./${sampleApiFile}
  type: openapi
workflows:
- workflowId: send-text
  summary: Send a text message, and wait until it was delivered or has failed.
  inputs:
    type: object
    required: [to, from, body]
    properties:
      accountSid:
        type: string
        description: The account that sends.
        x-default: $credentials.accountSid
      to:
        type: string
        description: Who gets the message, in E.164 format, such as \`+15558675310\`.
      from:
        type: string
        description: One of your Twilio numbers, in E.164 format.
      body:
        type: string
        description: The text, at most 1,600 characters.
  steps:
  - stepId: send
    description: Hand the message to Twilio.
    operationId: createMessage
    parameters:
    - { name: AccountSid, in: path, value: $inputs.accountSid }
    requestBody:
      contentType: application/x-www-form-urlencoded
      payload: { To: $inputs.to, From: $inputs.from, Body: $inputs.body }
    successCriteria:
    - condition: $statusCode == 201
    outputs:
      messageSid: $response.body#/sid
  - stepId: track
    description: Read its status until that is a final one.
    operationId: fetchMessage
    x-poll: { interval: 2000, factor: 1.5, maxInterval: 15000, deadline: 300000 }
    parameters:
    - { name: AccountSid, in: path, value: $inputs.accountSid }
    - { name: Sid, in: path, value: $steps.send.outputs.messageSid }
    successCriteria:
    - condition: $statusCode == 200
    onSuccess:
    - name: delivered
      type: end
      criteria:
      - condition: $response.body#/status == 'delivered' || $response.body#/status == 'read'
    - name: failed
      type: end
      criteria:
      - condition: >-
          $response.body#/status == 'failed' || $response.body#/status == 'undelivered'
          || $response.body#/status == 'canceled' || $response.body#/status == 'partially_delivered'
    outputs:
      status: $response.body#/status
  outputs:
    messageSid: $steps.send.outputs.messageSid
    status: $steps.track.outputs.status
`;

/** What the sample calls of Twilio's API. */
export const sampleApi = `openapi: 3.0.1
info:
  title: Two operations of Twilio's messages
  description: Enough for the sample. Put Twilio's own OpenAPI document here for all of them.
  version: 1.0.0
servers:
- url: https://api.twilio.com
security:
- accountSid_authToken: []
paths:
  /2010-04-01/Accounts/{AccountSid}/Messages.json:
    post:
      operationId: createMessage
      parameters:
      - { name: AccountSid, in: path, required: true, schema: { type: string } }
      requestBody:
        required: true
        content:
          application/x-www-form-urlencoded:
            schema:
              type: object
              required: [To]
              properties:
                To: { type: string }
                From: { type: string }
                Body: { type: string }
      responses:
        "201":
          description: The message was accepted.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Message" }
  /2010-04-01/Accounts/{AccountSid}/Messages/{Sid}.json:
    get:
      operationId: fetchMessage
      parameters:
      - { name: AccountSid, in: path, required: true, schema: { type: string } }
      - { name: Sid, in: path, required: true, schema: { type: string } }
      responses:
        "200":
          description: The message as it is now.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Message" }
components:
  securitySchemes:
    accountSid_authToken: { type: http, scheme: basic }
  schemas:
    Message:
      type: object
      required: [sid, status]
      properties:
        sid: { type: string }
        status:
          type: string
          enum:
          - accepted
          - scheduled
          - queued
          - sending
          - sent
          - delivered
          - read
          - undelivered
          - failed
          - canceled
          - partially_delivered
`;
