enum OpenAPIComponents {
    static let schemas = #"""
        "schemas": {
          \#(OpenAPIPhone.schema),
          \#(OpenAPIVisit.schemas),
          "Language": {"type": "string", "enum": ["nb", "nn", "en"],
            "description": "Regions are accepted (nb-NO), and no means nb."},
          "State": {"type": "string", "enum": ["waiting", "left", "active", "ended"],
            "description": "waiting: in the queue. left: closed or nobody there, the question is kept and \#
        its receipt is dated. active: somebody has it. ended: over; a message opens it again."},
          "NewChat": {"type": "object", "required": ["question"], "properties": {
            "question": {"type": "string", "minLength": 1, "maxLength": 20000},
            "language": {"$ref": "#/components/schemas/Language"},
            "contact": {"type": "object", "description": "All optional: a citizen may stay anonymous.",
            "properties": {
              "name": {"type": "string", "maxLength": 500}, "email": {"type": "string", "maxLength": 500},
              "phone": {"type": "string", "maxLength": 500}}}}},
          "Chat": {"type": "object", "required": ["token", "reference", "state", "statusUrl"], "properties": {
            "token": {"type": "string", "pattern": "^[A-Za-z0-9_-]{64}$", "description": "Secret."},
            "reference": {"type": "string", "examples": ["H26-004217-X"],
            "description": "What the citizen reads out over the telephone."},
            "state": {"$ref": "#/components/schemas/State"},
            "statusUrl": {"type": "string", "format": "uri", "description": "A page that only reads."}}},
          "NewMessage": {"type": "object", "required": ["text"], "properties": {
            "text": {"type": "string", "minLength": 1, "maxLength": 20000}}},
          "Accepted": {"type": "object", "required": ["sequence"], "properties": {
            "sequence": {"type": "integer", "minimum": 1}}},
          "MessageEvent": {"type": "object", "required": ["sequence", "from", "text", "at"], "properties": {
            "sequence": {"type": "integer"}, "from": {"type": "string", "enum": ["citizen", "agent",
            "system"]},
            "text": {"type": "string"}, "at": {"type": "string", "format": "date-time"}}},
          "ReceiptEvent": {"type": "object", "required": ["reference", "expectedAt", "text", "statusUrl"],
          "properties": {
            "reference": {"type": "string"}, "expectedAt": {"type": "string", "format": "date-time",
              "description": "The final answer comes at the latest then."},
            "text": {"type": "string"}, "statusUrl": {"type": "string", "format": "uri"}}},
          "StateEvent": {"type": "object", "required": ["state"], "properties": {
            "state": {"$ref": "#/components/schemas/State"}}},
          "PositionEvent": {"type": "object", "required": ["position", "expectedWaitSeconds"], "properties": {
            "position": {"type": "integer", "minimum": 1}, "expectedWaitSeconds": {"type": "integer",
            "minimum": 0}}},
          "TypingEvent": {"type": "object", "required": ["from"], "properties": {
            "from": {"type": "string", "enum": ["agent"]}}},
          "Health": {"type": "object", "required": ["status", "sequence"], "properties": {
            "status": {"type": "string", "description": "ok, or why not."},
            "sequence": {"type": "integer", "description": "The journal's last event."}}},
          "Problem": {"type": "object", "required": ["title", "detail", "code", "status"], "properties": {
            "title": {"type": "string"}, "detail": {"type": "string"}, "status": {"type": "integer"},
            "code": {"type": "string", "enum": [CODES]}}}}
        """#.replacing(
            "CODES", with: Problem.Code.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", "))

    static let responses = #"""
        "responses": {
          "Problem": {"description": "Why not.", "content": {"application/problem+json": {
            "schema": {"$ref": "#/components/schemas/Problem"}}}},
          "TooMany": {"description": "Too many in a short time, by token or by address.",
            "headers": {"Retry-After": {"description": "Seconds.", "schema": {"type": "integer",
            "minimum": 1}}},
            "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
          "Unavailable": {"description": "Not now; nothing was stored.",
            "headers": {"Retry-After": {"description": "Seconds.", "schema": {"type": "integer",
            "minimum": 1}}},
            "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
          "Page": {"description": "A page.", "content": {"text/html": {"schema": {"type": "string"}}}}}
        """#

    static let parameters = #"""
        "parameters": {
          "Token": {"name": "token", "in": "path", "required": true,
          "description": "As the chat's creation gave it.",
            "schema": {"type": "string", "pattern": "^[A-Za-z0-9_-]{64}$"}},
          "AcceptLanguage": {"name": "Accept-Language", "in": "header",
          "description": "The language of sentences.",
            "schema": {"type": "string"}},
          "Lang": {"name": "lang", "in": "query", "schema": {"$ref": "#/components/schemas/Language"}}}
        """#
}
