/// The description of tickets, called numbers, check-in and booking.
enum OpenAPIVisit {
    static let paths = api + "," + pages + "," + booking

    private static let api = #"""
        "/api/v1/tickets": {"post": {
          "operationId": "takeTicket", "summary": "Take a ticket of today",
          "description": "Numbers restart by local day. The same Idempotency-Key gives the same ticket, also \#
        after a kill. expectedWaitSeconds = places x handling / counters: places are those ahead and the \#
        visitor himself, less the counters that are free; handling is the mean of the last 20 visits that \#
        ended within two hours, at least three; counters are the agents who were with a visitor within the \#
        last 30 minutes. Null where there is no ground for a figure.",
          "parameters": [{"$ref": "#/components/parameters/AcceptLanguage"}, {"name": "Idempotency-Key",
            "in": "header", "schema": {"type": "string", "minLength": 22, "maxLength": 200}}],
          "requestBody": {"required": true, "content": {
            "application/json": {"schema": {"$ref": "#/components/schemas/NewTicket"}}}},
          "responses": {
            "201": {"description": "The ticket.", "content": {"application/json": {
              "schema": {"$ref": "#/components/schemas/Ticket"}}}},
            "400": {"$ref": "#/components/responses/Problem"},
            "409": {"description": "The desk is closed.", "content": {"application/problem+json": {
              "schema": {"$ref": "#/components/schemas/Problem"}}}},
            "422": {"$ref": "#/components/responses/Problem"},
            "429": {"$ref": "#/components/responses/TooMany"},
            "503": {"$ref": "#/components/responses/Unavailable"}}}},
        "/api/v1/checkins": {"post": {
          "operationId": "checkIn", "summary": "A booked visitor is here",
          "description": "By the reference, or by the six digits of the booking's page; on the day of the \#
        appointment. Repeating it changes nothing.",
          "parameters": [{"$ref": "#/components/parameters/AcceptLanguage"}],
          "requestBody": {"required": true, "content": {"application/json": {"schema": {
            "type": "object", "required": ["code"], "properties": {"code": {"type": "string"}}}}}},
          "responses": {
            "200": {"description": "Whom he meets, and where.", "content": {"application/json": {
              "schema": {"type": "object", "required": ["reference", "host", "place", "at"], "properties": {
                "reference": {"type": "string"}, "host": {"type": "string"}, "place": {"type": "string"},
                "at": {"type": "string", "format": "date-time"}}}}}},
            "400": {"$ref": "#/components/responses/Problem"},
            "404": {"$ref": "#/components/responses/Problem"},
            "409": {"$ref": "#/components/responses/Problem"},
            "429": {"$ref": "#/components/responses/TooMany"},
            "503": {"$ref": "#/components/responses/Unavailable"}}}},
        "/api/v1/display": {"get": {
          "operationId": "readCalls", "summary": "The called numbers, as they are called",
          "description": "Server-sent events. called carries an id, the journal's sequence, to resume from; \#
        data as CalledEvent. A client without one is told the last twelve of today. time {at}, without id, \#
        comes every five seconds: the desk's own clock. Never a name.",
          "parameters": [
            {"name": "Last-Event-ID", "in": "header", "schema": {"type": "integer", "minimum": 0}},
            {"name": "lastEventId", "in": "query", "schema": {"type": "integer", "minimum": 0}}],
          "responses": {
            "200": {"description": "The stream.", "content": {"text/event-stream": {
              "schema": {"type": "string"}}}},
            "429": {"$ref": "#/components/responses/TooMany"},
            "503": {"$ref": "#/components/responses/Unavailable"}}}}
        """#

    private static let pages = #"""
        "/kiosk": {"get": {"operationId": "kioskPage", "summary": "Ticket and check-in, for a touch screen",
          "parameters": [{"$ref": "#/components/parameters/Lang"}],
          "responses": {"200": {"$ref": "#/components/responses/Page"}}}},
        "/display": {"get": {"operationId": "displayPage", "summary": "Called numbers, for a screen on the wall",
          "parameters": [{"$ref": "#/components/parameters/Lang"}, {"name": "sound", "in": "query",
            "description": "1 = sound from the start.", "schema": {"type": "string", "enum": ["1"]}}],
          "responses": {"200": {"$ref": "#/components/responses/Page"}}}},
        "/book": {"get": {"operationId": "bookPage", "summary": "Free times of a host",
          "parameters": [{"$ref": "#/components/parameters/Lang"},
            {"name": "host", "in": "query", "schema": {"type": "string"}}],
          "responses": {"200": {"$ref": "#/components/responses/Page"},
            "404": {"$ref": "#/components/responses/Page"}}}}
        """#

    private static let booking = #"""
        "/bookings": {"post": {"operationId": "bookForm", "summary": "The booking page's form",
          "parameters": [{"$ref": "#/components/parameters/Lang"}],
          "requestBody": {"required": true, "content": {"application/x-www-form-urlencoded": {
            "schema": {"type": "object", "required": ["host", "slot", "name", "key"], "properties": {
              "host": {"type": "string"}, "slot": {"type": "integer", "description": "Seconds since 1970."},
              "name": {"type": "string"}, "email": {"type": "string"}, "phone": {"type": "string"},
              "about": {"type": "string"}, "key": {"type": "string", "minLength": 22}}}}}},
          "responses": {
            "303": {"description": "To the booking's own page.",
              "headers": {"Location": {"schema": {"type": "string"}}}},
            "400": {"$ref": "#/components/responses/Page"}, "409": {"$ref": "#/components/responses/Page"},
            "429": {"$ref": "#/components/responses/Page"}, "503": {"$ref": "#/components/responses/Page"}}}},
        "/booking/{token}": {
          "parameters": [\#(token), {"$ref": "#/components/parameters/Lang"}],
          "get": {"operationId": "bookingPage", "summary": "One appointment, to move or cancel",
            "responses": {"200": {"$ref": "#/components/responses/Page"},
            "404": {"$ref": "#/components/responses/Page"}}}},
        "/booking/{token}/move": {
          "parameters": [\#(token), {"$ref": "#/components/parameters/Lang"}],
          "post": {"operationId": "moveBooking", "summary": "To another time of the same host",
            "requestBody": {"required": true, "content": {"application/x-www-form-urlencoded": {
              "schema": {"type": "object", "required": ["slot"], "properties": {
                "slot": {"type": "integer"}}}}}},
            "responses": {"303": {"description": "Done."}, "404": {"$ref": "#/components/responses/Page"},
            "409": {"$ref": "#/components/responses/Page"}}}},
        "/booking/{token}/cancel": {
          "parameters": [\#(token), {"$ref": "#/components/parameters/Lang"}],
          "post": {"operationId": "cancelBooking", "summary": "The time becomes free at once",
            "responses": {"303": {"description": "Done."}, "404": {"$ref": "#/components/responses/Page"},
            "409": {"$ref": "#/components/responses/Page"}}}}
        """#

    private static let token = #"""
        {"name": "token", "in": "path", "required": true,
            "description": "The booking's own token.", "schema": {"type": "string"}}
        """#

    static let schemas = #"""
        "NewTicket": {"type": "object", "properties": {
            "topic": {"type": "string", "description": "A code of topics.toml."},
            "language": {"$ref": "#/components/schemas/Language"},
            "needs": {"type": "array", "items": {"type": "string",
              "enum": ["wheelchair", "hearing", "sight", "interpreter", "seat"]}}}},
          "Ticket": {"type": "object", "required": ["number", "ahead", "expectedWaitSeconds"], "properties": {
            "number": {"type": "integer", "minimum": 1}, "ahead": {"type": "integer", "minimum": 0},
            "expectedWaitSeconds": {"type": ["integer", "null"], "minimum": 0},
            "reference": {"type": "string"}}},
          "CalledEvent": {"type": "object", "required": ["number", "counter", "at"], "properties": {
            "number": {"type": "integer"}, "counter": {"type": ["string", "null"]},
            "at": {"type": "string", "format": "date-time"}}}
        """#
}
