enum OpenAPIPaths {
    static let chat = #"""
        "/api/v1/chats": {"post": {
          "operationId": "openChat", "summary": "Ask the desk",
          "description": "Opens a chat at any hour. While the desk is closed or nobody is there, the \#
        question is kept (state left) and its receipt, the first one in the stream, says when the answer \#
        comes.",
          "parameters": [
            {"name": "Idempotency-Key", "in": "header",
            "description": "At least 22 characters, as no token scopes it.",
             "schema": {"type": "string", "minLength": 22, "maxLength": 200, "pattern": "^[!-~]+$"}},
            {"$ref": "#/components/parameters/AcceptLanguage"}],
          "requestBody": {"required": true, "content": {"application/json": {
            "schema": {"$ref": "#/components/schemas/NewChat"}}}},
          "responses": {
            "201": {"description": "The chat, or what it was when the key was first used.",
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Chat"}}}},
            "400": {"$ref": "#/components/responses/Problem"},
            "403": {"$ref": "#/components/responses/Problem"},
            "413": {"$ref": "#/components/responses/Problem"},
            "415": {"$ref": "#/components/responses/Problem"},
            "422": {"$ref": "#/components/responses/Problem"},
            "429": {"$ref": "#/components/responses/TooMany"},
            "503": {"$ref": "#/components/responses/Unavailable"}}}},
        "/api/v1/chats/{token}/messages": {
          "parameters": [{"$ref": "#/components/parameters/Token"}],
          "post": {
          "operationId": "writeMessage", "summary": "Write to the desk",
          "description": "Durable when answered. A message after the end opens the chat again.",
          "parameters": [
            {"name": "Idempotency-Key", "in": "header", "description": "Scoped to the chat.",
             "schema": {"type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[!-~]+$"}},
            {"$ref": "#/components/parameters/AcceptLanguage"}],
          "requestBody": {"required": true, "content": {"application/json": {
            "schema": {"$ref": "#/components/schemas/NewMessage"}}}},
          "responses": {
            "202": {"description": "Where the message stands in the stream.",
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Accepted"}}}},
            "400": {"$ref": "#/components/responses/Problem"},
            "404": {"$ref": "#/components/responses/Problem"},
            "409": {"$ref": "#/components/responses/Problem"},
            "403": {"$ref": "#/components/responses/Problem"},
            "413": {"$ref": "#/components/responses/Problem"},
            "415": {"$ref": "#/components/responses/Problem"},
            "422": {"$ref": "#/components/responses/Problem"},
            "429": {"$ref": "#/components/responses/TooMany"},
            "503": {"$ref": "#/components/responses/Unavailable"}}}},
        "/api/v1/chats/{token}/typing": {
          "parameters": [{"$ref": "#/components/parameters/Token"}],
          "post": {
          "operationId": "tellTyping", "summary": "The citizen is writing",
          "description": "Shown to the agent for at most five seconds; never stored.",
          "responses": {"204": {"description": "Told."},
            "403": {"$ref": "#/components/responses/Problem"},
            "404": {"$ref": "#/components/responses/Problem"},
            "429": {"$ref": "#/components/responses/TooMany"}}}},
        "/api/v1/chats/{token}/end": {
          "parameters": [{"$ref": "#/components/parameters/Token"}],
          "post": {
          "operationId": "endChat", "summary": "End the conversation",
          "description": "What is over already stays over. A kept question (left) keeps its promise of an \#
        answer.",
          "responses": {"204": {"description": "It is over."},
          "404": {"$ref": "#/components/responses/Problem"},
            "503": {"$ref": "#/components/responses/Unavailable"}}}},
        "/api/v1/chats/{token}/events": {
          "parameters": [{"$ref": "#/components/parameters/Token"}],
          "get": {
          "operationId": "readEvents", "summary": "Everything that the citizen sees, as it happens",
          "description": "Server-sent events. message, receipt and state carry an id: the sequence to \#
        resume from. position and typing carry none. data is one JSON object: message as MessageEvent, \#
        receipt as ReceiptEvent, state as StateEvent, position as PositionEvent, typing as TypingEvent. \#
        Comments keep the connection open. A client that reads too slowly is cut off and resumes by itself.",
          "parameters": [
            {"name": "Last-Event-ID", "in": "header",
            "description": "The last sequence seen; without it, from the start.",
             "schema": {"type": "integer", "minimum": 0}},
            {"name": "lastEventId", "in": "query",
            "description": "The same, for clients that cannot set the header.",
             "schema": {"type": "integer", "minimum": 0}}],
          "responses": {
            "200": {"description": "The stream.", "content": {"text/event-stream": {
              "schema": {"type": "string"},
              "examples": {"message": {"value": "id: 2\nevent: message\ndata: \#
        {\"at\":\"2026-05-04T09:12:00+02:00\",\"from\":\"citizen\",\"sequence\":2,\"text\":\"Når hentes \#
        glass?\"}\n\n"}}}}},
            "404": {"$ref": "#/components/responses/Problem"},
            "429": {"$ref": "#/components/responses/TooMany"},
            "503": {"$ref": "#/components/responses/Unavailable"}}}}
        """#

    static let other = #"""
        "/healthz": {"get": {"operationId": "health", "summary": "Is the gateway at work?",
          "responses": {
            "200": {"description": "The journal can be read.",
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Health"}}}},
            "503": {"description": "It cannot.",
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Health"}}}}}}},
        "/openapi.json": {"get": {"operationId": "describe", "summary": "This document",
          "responses": {"200": {"description": "OpenAPI 3.1.",
            "content": {"application/json": {"schema": {"type": "object"}}}}}}},
        "/": {"get": {"operationId": "askPage", "summary": "The citizen's page",
          "parameters": [{"$ref": "#/components/parameters/Lang"},
            {"name": "embed", "in": "query", "description": "1 = without frame, for another site.",
             "schema": {"type": "string", "enum": ["1"]}}],
          "responses": {"200": {"$ref": "#/components/responses/Page"}}}},
        "/ask": {"post": {"operationId": "askForm",
        "summary": "The page's plain form, for browsers without scripts",
          "parameters": [{"$ref": "#/components/parameters/Lang"}],
          "requestBody": {"required": true, "content": {"application/x-www-form-urlencoded": {
            "schema": {"type": "object", "required": ["question", "key"], "properties": {
              "question": {"type": "string"}, "key": {"type": "string", "minLength": 22},
              "name": {"type": "string"}, "email": {"type": "string"}, "phone": {"type": "string"},
              "language": {"$ref": "#/components/schemas/Language"}}}}}},
          "responses": {
            "303": {"description": "To the status page.",
            "headers": {"Location": {"schema": {"type": "string"}}}},
            "400": {"$ref": "#/components/responses/Page"}, "403": {"$ref": "#/components/responses/Page"},
            "413": {"$ref": "#/components/responses/Page"}, "415": {"$ref": "#/components/responses/Page"},
            "429": {"$ref": "#/components/responses/Page"}, "503": {"$ref": "#/components/responses/Page"}}}},
        "/status/{token}": {
          "parameters": [{"name": "token", "in": "path", "required": true,
            "description": "The read-only token of a receipt's link.", "schema": {"type": "string"}},
            {"$ref": "#/components/parameters/Lang"}],
          "get": {"operationId": "statusPage", "summary": "Where an inquiry stands",
            "responses": {"200": {"$ref": "#/components/responses/Page"},
            "404": {"$ref": "#/components/responses/Page"}}}},
        "/embed.js": {"get": {"operationId": "embedScript", "summary": "The script for other sites",
          "responses": {"200": {"description": "JavaScript.",
            "content": {"text/javascript": {"schema": {"type": "string"}}}}}}},
        "/assets/{name}": {
          "parameters": [{"name": "name", "in": "path", "required": true,
            "schema": {"type": "string", "enum": ["page.css", "page.js", "hall.css",
            "kiosk.js", "display.js", "icon.svg"]}}],
          "get": {"operationId": "asset", "summary": "What the pages load",
            "responses": {"200": {"description": "The file."}, "304": {"description": "Unchanged."},
              "404": {"$ref": "#/components/responses/Problem"}}}},
        "/robots.txt": {"get": {"operationId": "robots", "summary": "For search engines",
          "responses": {"200": {"description": "Text.",
          "content": {"text/plain": {"schema": {"type": "string"}}}}}}}
        """#
}
