import CCurl
import Glibc

/// Hands a message to a server by SMTP (RFC 6409), or to the host's own sendmail.
public struct Submission: Sendable {
    /// What became of a message. Only `accepted` and `unknown` end the trying: what may have been accepted is
    /// never sent again by itself (DESIGN §4).
    public enum Outcome: Equatable, Sendable {
        case accepted
        /// The server says no, for good: nobody has it.
        case refused(code: Int, String)
        /// Not now: nobody has it yet.
        case later(String)
        /// The line broke after the last byte and before the answer.
        case unknown(String)
        /// The server can't be used as it is: certificate, password.
        case fault(MailFault)
    }
    private let server: MailServer

    public init(_ server: MailServer) { self.server = server }

    /// Blocks until the server has answered, at most the server's timeout: for a thread of its own.
    ///
    /// - Parameters:
    ///   - from: the envelope's sender; "" for the null sender.
    public func send(_ bytes: [UInt8], from: String, to recipients: [String]) -> Outcome {
        do throws(MailFault) {
            let handle = try CurlHandle(server, scheme: "smtp", path: "skranke")
            return perform(handle, bytes, from, recipients)
        } catch { return .fault(error) }
    }

    private func perform(
        _ handle: CurlHandle, _ bytes: [UInt8], _ from: String, _ recipients: [String]
    ) -> Outcome {
        handle.set(CURLOPT_MAIL_FROM, "<\(from)>")
        var list: UnsafeMutablePointer<curl_slist>?
        for recipient in recipients { list = curl_slist_append(list, "<\(recipient)>") }
        defer { curl_slist_free_all(list) }
        sk_set_list(handle.handle, CURLOPT_MAIL_RCPT, list)
        let source = Upload(bytes)
        return withExtendedLifetime(source) {
            handle.set(CURLOPT_UPLOAD, 1)
            sk_set_transfer(handle.handle, CURLOPT_READFUNCTION, Upload.read)
            sk_set_pointer(handle.handle, CURLOPT_READDATA, Unmanaged.passUnretained(source).toOpaque())
            let code = curl_easy_perform(handle.handle)
            return outcome(code, handle, source)
        }
    }

    private func outcome(_ code: CURLcode, _ handle: CurlHandle, _ source: Upload) -> Outcome {
        if code == CURLE_OK { return .accepted }
        let (answer, sentence) = (handle.responseCode, handle.sentence(code))
        switch code {
        case CURLE_LOGIN_DENIED where answer / 100 == 4: return .later(sentence)
        case CURLE_LOGIN_DENIED, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR,
            CURLE_USE_SSL_FAILED,
            CURLE_SSL_CACERT_BADFILE:
            return .fault(handle.fault(code))
        default: break
        }
        // 354 is the invitation to send; a later number is the answer to all of it.
        if source.isDone, answer < 400 || answer / 100 == 3 { return .unknown(sentence) }
        if answer / 100 == 5 { return .refused(code: answer, sentence) }
        return .later(sentence)
    }
}

/// The message as libcurl asks for it.
private final class Upload {
    private let bytes: [UInt8]
    private var place = 0
    /// The last byte has been taken.
    private(set) var isDone = false
    init(_ bytes: [UInt8]) { self.bytes = bytes }

    static let read: sk_transfer = { target, size, count, user in
        guard let target, let user else { return 0 }
        let upload = Unmanaged<Upload>.fromOpaque(user).takeUnretainedValue()
        let room = min(size * count, upload.bytes.count - upload.place)
        upload.bytes.withUnsafeBytes { source in
            if room > 0, let base = source.baseAddress { memcpy(target, base + upload.place, room) }
        }
        upload.place += room
        if upload.place == upload.bytes.count { upload.isDone = true }
        return room
    }
}
