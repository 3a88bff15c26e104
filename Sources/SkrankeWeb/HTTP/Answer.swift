import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import SkrankeDomain

/// Responses as the interface makes them.
enum Answer {
    static func json(_ value: some Encodable, _ status: HTTPResponse.Status = .ok) throws -> Response {
        data(try JSON.encode(value), "application/json", status)
    }

    static func text(_ text: String, _ type: String, _ status: HTTPResponse.Status = .ok) -> Response {
        data(ByteBuffer(string: text), type, status)
    }

    static func page(_ html: String, _ language: Language, _ status: HTTPResponse.Status = .ok) -> Response {
        var response = text(html, "text/html; charset=utf-8", status)
        response.headers[.contentLanguage] = language.rawValue
        response.headers[.vary] = "Accept-Language"
        return response
    }

    static func data(_ bytes: ByteBuffer, _ type: String, _ status: HTTPResponse.Status) -> Response {
        var headers = HTTPFields()
        headers[.contentType] = type
        headers[.contentLength] = String(bytes.readableBytes)
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: bytes))
    }

    static func empty(_ status: HTTPResponse.Status) -> Response {
        var headers = HTTPFields()
        if status != .noContent { headers[.contentLength] = "0" }
        return Response(status: status, headers: headers)
    }

    static func problem(_ problem: Problem, _ language: Language) -> Response {
        let (fields, bytes) = document(problem, language)
        return Response(status: problem.status, headers: fields, body: ResponseBody(byteBuffer: bytes))
    }

    /// The problem document with its header fields.
    static func document(_ problem: Problem, _ language: Language) -> (HTTPFields, ByteBuffer) {
        struct Document: Encodable {
            var title: String
            var detail: String
            var code: String
            var status: Int
        }
        let document = Document(
            title: problem.title(language), detail: problem.detail(language), code: problem.code.rawValue,
            status: problem.status.code)
        let bytes = (try? JSON.encode(document)) ?? ByteBuffer(string: "{}")
        var response = data(bytes, "application/problem+json", problem.status)
        response.headers[.contentLanguage] = language.rawValue
        dress(&response, for: problem)
        return (response.headers, bytes)
    }

    /// Headers that go with a problem, on a page too.
    static func dress(_ response: inout Response, for problem: Problem) {
        if let seconds = problem.retryAfter { response.headers[.retryAfter] = String(seconds) }
        if let allow = problem.allow { response.headers[.allow] = allow }
        if problem.endsConnection { response.headers[.connection] = "close" }
    }
}

/// JSON in and out. A coder for each call: they are classes and not shared between tasks.
enum JSON {
    static func encode(_ value: some Encodable) throws -> ByteBuffer {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return ByteBuffer(bytes: try encoder.encode(value))
    }

    /// - Throws: `Problem`, with the field's name where one is missing or has another type.
    static func decode<Value: Decodable>(_ type: Value.Type, _ bytes: [UInt8]) throws(Problem) -> Value {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw Problem(.invalidText) }
        do {
            let value = try JSONDecoder().decode(type, from: Data(bytes))
            try JSONKeys.check(bytes)
            return value
        } catch let problem as Problem {
            throw problem
        } catch let error as DecodingError {
            switch error {
            case .keyNotFound(let key, _): throw Problem(.invalidField, place: key.stringValue)
            case .typeMismatch(_, let context), .valueNotFound(_, let context):
                guard let key = context.codingPath.last else { throw Problem(.invalidJSON) }
                throw Problem(.invalidField, place: key.stringValue)
            default: throw Problem(.invalidJSON)
            }
        } catch {
            throw Problem(.invalidJSON)
        }
    }
}
