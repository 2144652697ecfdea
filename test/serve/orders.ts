/** An API of orders, as somebody might write it. */
export const orders = `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
servers: [{ url: https://orders.example.com/v1 }]
security: [{ bearer: [] }]
paths:
  /orders:
    post:
      operationId: createOrder
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [article]
              properties:
                article: { type: string, minLength: 1 }
                quantity: { type: integer, minimum: 1 }
                giftFor: { $ref: "#/components/schemas/Person" }
      responses:
        "201":
          description: The order.
          headers: { Location: { schema: { type: string } } }
          content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } }
    get:
      operationId: listOrders
      parameters: [{ name: limit, in: query, schema: { type: integer, maximum: 50 } }]
      responses:
        "200":
          description: All orders.
          content:
            application/json:
              schema:
                type: object
                properties:
                  orders: { type: array, items: { $ref: "#/components/schemas/Order" } }
                  total: { type: integer }
                  next: { type: [string, "null"] }
  /orders/{orderId}:
    parameters: [{ name: orderId, in: path, required: true, schema: { type: string } }]
    get:
      operationId: getOrder
      responses:
        "200":
          description: The order.
          content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } }
    patch:
      operationId: changeOrder
      requestBody:
        content:
          application/json: { schema: { type: object, properties: { status: {}, Quantity: { type: integer } } } }
      responses:
        "200":
          description: The order.
          content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } }
    delete:
      operationId: deleteOrder
      responses: { "204": { description: It is gone. } }
components:
  securitySchemes:
    bearer: { type: http, scheme: bearer }
  schemas:
    Person: { type: object, required: [name], properties: { name: { type: string } } }
    Order:
      type: object
      required: [id, status]
      properties:
        id: { type: string, pattern: "^O[0-9]{6}$" }
        article: { type: string }
        quantity: { type: integer, default: 1 }
        gift_for: { $ref: "#/components/schemas/Person" }
        status: { type: string, enum: [placed, packed, canceled, shipped, delivered, returned] }
`;
