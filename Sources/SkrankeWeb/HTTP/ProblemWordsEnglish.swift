extension Problem {
    var english: (title: String, detail: String) {
        switch code {
        case .notFound: ("Not found", "This page or conversation does not exist. Please check the link.")
        case .methodNotAllowed: ("Not possible here", "The address exists, but cannot be used in this way.")
        case .bodyTooLarge: ("Too large", "What you sent is too large. Shorten the text and try again.")
        case .bodyTooSlow: ("Too slow", "Sending took too long. Please try again.")
        case .textTooLong: ("Text too long", "The text is too long. It may have \(place) characters at most.")
        case .textMissing: ("Text missing", "Please write what it is about before you send.")
        case .invalidJSON: ("Invalid content", "The content is not valid JSON.")
        case .invalidField: ("Invalid field", "The field “\(place)” is missing or malformed.")
        case .invalidText: ("Invalid text", "The content is not valid UTF-8.")
        case .invalidForm: ("Invalid form", "The form could not be read. Reload the page and try again.")
        case .invalidPath: ("Invalid address", "The address is misspelt. Please check the link.")
        case .repeatedField: ("Invalid content", "The field “\(place)” stands there more than once.")
        case .malformedRequest: ("Invalid request", "The request could not be read.")
        case .headersTooLarge:
            ("Too large", "The head of the request is too large. Reload the page and try again.")
        case .headersTooSlow: ("Too slow", "The request took too long. Please try again.")
        case .unsupportedMediaType: ("Wrong content type", "The content must be sent as \(place).")
        case .foreignOrigin:
            (
                "Not permitted from there",
                "The message came from another website. Open our page and try again."
            )
        case .tooManyConnections:
            (
                "Too many connections",
                "There are too many open connections from here. Wait \(seconds) seconds and try again."
            )
        case .keyTooShort: ("Key too short", "Idempotency-Key must have at least 22 characters here.")
        case .keyInvalid: ("Invalid key", "Idempotency-Key must have 1 to 200 visible ASCII characters.")
        case .keyConflict: ("Key already used", "The same Idempotency-Key was used with another content.")
        case .tooManyRequests:
            (
                "A little too fast",
                "We got many messages from here in a short time. Wait \(seconds) seconds and try again."
            )
        case .tooManyStreams:
            (
                "Too many windows",
                "The conversation is open in too many windows. Close some and try again."
            )
        case .tooManyVisitors:
            ("Very busy", "Very many people are here now. Try again in a moment, or call us.")
        case .chatIsOver:
            ("The conversation is over", "This case is closed. You are welcome to ask a new question.")
        case .chatIsFull:
            (
                "The conversation is full",
                "There is no room for more messages here. Please ask a new question."
            )
        case .notPermitted: ("Not permitted", "You have no access to this.")
        case .deskClosed:
            ("Closed", "The service desk is closed now. The opening hours are on our website.")
        case .slotTaken:
            ("Already taken", "Somebody else got this time just now. Please choose another time.")
        case .slotInvalid:
            ("Not available", "This time can no longer be booked. Please choose another time.")
        case .contactMissing:
            (
                "Something is missing",
                "Please write your name, and an e-mail or phone so that we can reach you."
            )
        case .noAppointment:
            (
                "No appointment found",
                "We find no appointment today with this code. Try again, or take a ticket."
            )
        case .appointmentOver:
            (
                "Cannot be changed",
                "This appointment can no longer be changed. Call us, and we will help you."
            )
        case .storeFull:
            (
                "Temporary error",
                "We cannot take the message now. It was not saved. Try again later, or call us."
            )
        case .storeBusy: ("Busy", "We could not save the message. Try again in a moment.")
        case .storeFailed:
            ("Temporary error", "We could not save the message. Try again shortly, or call us.")
        case .stopping: ("Restarting", "The service is restarting. Try again in a moment.")
        case .failed: ("Something went wrong", "Something went wrong on our side. Try again, or call us.")
        }
    }
}
