/// The description of the telephone system's address.
enum OpenAPIPhone {
    static let path = #"""
        "/cti/{token}": {
          "parameters": [{"name": "token", "in": "path", "required": true,
            "description": "The secret of SKRANKE_CTI_TOKEN, or the one that skranke doctor shows.",
            "schema": {"type": "string"}}],
          "post": {
          "operationId": "tellCall", "summary": "The telephone system tells of a call",
          "description": "In the manner of Zammad's generic CTI push. Times are the desk's own. Repeated, \#
        late and disordered events change nothing that was counted; unknown fields and events are passed \#
        over; outgoing calls are not counted. A leading blank in a number stands for +. A callId that is \#
        used again more than an hour after its call ended is another call.",
          "requestBody": {"required": true, "content": {
            "application/json": {"schema": {"$ref": "#/components/schemas/CallEvent"}},
            "application/x-www-form-urlencoded": {"schema": {"$ref": "#/components/schemas/CallEvent"}},
            "multipart/form-data": {"schema": {"$ref": "#/components/schemas/CallEvent"}}}},
          "responses": {
            "200": {"description": "Heard. With system = sipgate: which events are wanted, as XML.", "content": {
              "application/json": {"schema": {"type": "object"}},
              "application/xml": {"schema": {"type": "string"}}}},
            "400": {"$ref": "#/components/responses/Problem"},
            "404": {"$ref": "#/components/responses/Problem"},
            "413": {"$ref": "#/components/responses/Problem"},
            "415": {"$ref": "#/components/responses/Problem"},
            "429": {"$ref": "#/components/responses/TooMany"},
            "503": {"$ref": "#/components/responses/Unavailable"}}}}
        """#

    static let schema = #"""
        "CallEvent": {"type": "object", "required": ["event", "callId"], "properties": {
            "event": {"type": "string", "enum": ["newCall", "queued", "answer", "hangup"]},
            "callId": {"type": "string", "minLength": 1, "maxLength": 200},
            "from": {"type": "string", "description": "The caller's number."},
            "to": {"type": "string"}, "queue": {"type": "string"},
            "direction": {"type": "string", "enum": ["in", "out"]},
            "user": {"description": "Whom the event names; the one who answered. Also user[].",
              "oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
            "answeringNumber": {"type": "string"},
            "cause": {"type": "string", "enum": ["normalClearing", "busy", "cancel", "noAnswer",
              "congestion", "notFound", "forwarded"]},
            "origCallId": {"type": "string", "description": "The call that this one goes on from."}}}
        """#
}
