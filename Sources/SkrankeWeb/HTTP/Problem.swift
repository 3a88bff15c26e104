import HTTPTypes
import SkrankeDomain
import SkrankeJournal

/// Why a request was not granted, as an `application/problem+json` document (RFC 9457) or a page.
///
/// `code` is stable and for programs; title and detail are sentences in the citizen's language.
struct Problem: Error, Equatable {
    enum Code: String, CaseIterable, Sendable {
        case notFound = "not-found"
        case methodNotAllowed = "method-not-allowed"
        case bodyTooLarge = "body-too-large"
        case bodyTooSlow = "body-too-slow"
        case textTooLong = "text-too-long"
        case textMissing = "text-missing"
        case invalidJSON = "invalid-json"
        case invalidField = "invalid-field"
        case invalidText = "invalid-utf8"
        case invalidForm = "invalid-form"
        case invalidPath = "invalid-path"
        case repeatedField = "repeated-field"
        case malformedRequest = "malformed-request"
        case headersTooLarge = "headers-too-large"
        case headersTooSlow = "headers-too-slow"
        case unsupportedMediaType = "unsupported-media-type"
        case foreignOrigin = "foreign-origin"
        case keyTooShort = "idempotency-key-too-short"
        case keyInvalid = "idempotency-key-invalid"
        case keyConflict = "idempotency-key-reused"
        case tooManyRequests = "too-many-requests"
        case tooManyStreams = "too-many-streams"
        case tooManyConnections = "too-many-connections"
        case tooManyVisitors = "too-many-visitors"
        case chatIsOver = "chat-is-over"
        case chatIsFull = "chat-is-full"
        case notPermitted = "not-permitted"
        // Visits and appointments
        case deskClosed = "desk-closed"
        case slotTaken = "slot-taken"
        case slotInvalid = "slot-not-offered"
        case contactMissing = "contact-missing"
        case noAppointment = "no-appointment"
        case appointmentOver = "appointment-over"
        case storeFull = "store-full"
        case storeBusy = "store-busy"
        case storeFailed = "store-failed"
        case stopping
        case failed
    }

    var code: Code
    /// Whole seconds after which it is worth another try.
    var retryAfter: Int?
    /// What a place in the sentence stands for: a limit, a field's name.
    var place: String = ""
    /// Methods that the address knows, for 405.
    var allow: String?

    init(_ code: Code, retryAfter: Int? = nil, place: String = "", allow: String? = nil) {
        self.code = code
        self.retryAfter = retryAfter
        self.place = place
        self.allow = allow
    }

    /// After it the connection is of no more use: what follows on it may be anything.
    var endsConnection: Bool {
        switch code {
        case .bodyTooLarge, .bodyTooSlow, .headersTooLarge, .headersTooSlow, .malformedRequest,
            .tooManyConnections:
            true
        default: false
        }
    }

    var status: HTTPResponse.Status {
        switch code {
        case .notFound, .noAppointment: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .bodyTooLarge, .textTooLong: .contentTooLarge
        case .bodyTooSlow, .headersTooSlow: .requestTimeout
        case .headersTooLarge: .requestHeaderFieldsTooLarge
        case .unsupportedMediaType: .unsupportedMediaType
        case .textMissing, .invalidJSON, .invalidField, .repeatedField, .invalidText, .invalidForm,
            .invalidPath,
            .keyTooShort, .keyInvalid, .malformedRequest, .contactMissing:
            .badRequest
        case .keyConflict: .unprocessableContent
        case .tooManyRequests, .tooManyStreams, .tooManyConnections: .tooManyRequests
        case .chatIsOver, .chatIsFull, .deskClosed, .slotTaken, .slotInvalid, .appointmentOver: .conflict
        case .notPermitted, .foreignOrigin: .forbidden
        case .storeFull, .storeBusy, .storeFailed, .stopping, .tooManyVisitors: .serviceUnavailable
        case .failed: .internalServerError
        }
    }
}

extension Problem {
    /// A refusal of the core, as a citizen meets it.
    init(refusal: Refusal) {
        switch refusal {
        case .notFound: self.init(.notFound)
        case .notPermitted: self.init(.notPermitted)
        case .textMissing: self.init(.textMissing)
        case .textTooLong(let limit): self.init(.textTooLong, place: String(limit))
        case .wrongState, .contactNotReady: self.init(.chatIsOver)
        case .limitReached: self.init(.chatIsFull)
        case .deskClosed: self.init(.deskClosed)
        case .slotTaken: self.init(.slotTaken)
        case .slotInvalid, .dateNotInFuture, .dateNotOpen: self.init(.slotInvalid)
        case .invalidContact: self.init(.contactMissing)
        case .unknownTopic: self.init(.invalidField, place: "topic")
        default: self.init(.failed)
        }
    }

    init(fault: StoreFault) {
        switch fault {
        case .full: self.init(.storeFull, retryAfter: 60)
        case .locked: self.init(.storeBusy, retryAfter: 2)
        case .closed: self.init(.stopping, retryAfter: 2)
        default: self.init(.storeFailed, retryAfter: 10)
        }
    }
}
