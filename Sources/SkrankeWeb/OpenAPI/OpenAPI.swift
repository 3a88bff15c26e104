/// The interface as an OpenAPI 3.1 document: what `/openapi.json` serves. A test validates it and compares
/// its paths with `Route`.
enum OpenAPI {
    static let document = """
        {"openapi": "3.1.0",
        \(info),
        "paths": {\(OpenAPIPaths.chat),
        \(OpenAPIPhone.path),
        \(OpenAPIVisit.paths),
        \(OpenAPIPaths.other)},
        "components": {\(OpenAPIComponents.schemas),
        \(OpenAPIComponents.responses),
        \(OpenAPIComponents.parameters)}}

        """

    private static let info = #"""
        "info": {
          "title": "Skranke: the citizen's interface of a municipality's service desk",
          "version": "1.0.0",
          "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
          "description": "A citizen asks, is answered by a human being, and always knows when the answer \#
        comes. No cookies: the token of a chat is all that identifies its citizen, keep it secret. Creation \#
        is idempotent by Idempotency-Key: the same key gives the same answer for 24 hours, the same key \#
        with another body gives 422. Every error is a problem document whose title and detail are sentences \#
        for the citizen, in the language of Accept-Language (nb, nn or en)."
        },
        "servers": [{"url": "/"}],
        "security": []
        """#
}
