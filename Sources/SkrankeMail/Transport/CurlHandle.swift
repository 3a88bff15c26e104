import CCurl

/// One of libcurl's easy handles, with the options that all mail connections share. Used by one thread at a time.
final class CurlHandle {
    let handle: UnsafeMutableRawPointer
    /// libcurl's own sentence about the last failure.
    private let message = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))

    /// curl_global_init is not safe to be called twice at once.
    private static let start: CURLcode = curl_global_init(Int(CURL_GLOBAL_DEFAULT))

    /// - Parameter scheme: `imap` or `smtp`; TLS from the first byte adds an `s`.
    init(_ server: MailServer, scheme: String, path: String = "") throws(MailFault) {
        _ = Self.start
        if server.security == .none, !server.isLoopback { throw .notSecure(server.host) }
        guard let handle = curl_easy_init() else { throw .unreachable("libcurl") }
        self.handle = handle
        message.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        let secure = server.security == .tls ? "s" : ""
        let host = server.host.contains(":") ? "[" + server.host + "]" : server.host
        set(CURLOPT_URL, "\(scheme)\(secure)://\(host):\(server.port)/\(path)")
        sk_set_pointer(handle, CURLOPT_ERRORBUFFER, message)
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_CONNECTTIMEOUT, min(10, server.timeoutSeconds))
        set(CURLOPT_TIMEOUT, server.timeoutSeconds)
        set(CURLOPT_NOPROXY, "*")
        set(CURLOPT_NETRC, 0)
        // Without ALL the password would go in clear where the server offers no TLS (stack §4).
        set(
            CURLOPT_USE_SSL,
            server.security == .none ? Int(CURLUSESSL_NONE.rawValue) : Int(CURLUSESSL_ALL.rawValue))
        set(CURLOPT_SSL_VERIFYPEER, 1)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        if let authority = server.authority { set(CURLOPT_CAINFO, authority) }
        if let user = server.user { set(CURLOPT_USERNAME, user) }
        if let password = server.password { set(CURLOPT_PASSWORD, password) }
    }

    deinit {
        curl_easy_cleanup(handle)
        message.deallocate()
    }

    func set(_ option: CURLoption, _ value: Int) { sk_set_long(handle, option, value) }
    func set(_ option: CURLoption, _ value: String) { sk_set_text(handle, option, value) }

    /// The last number that the server answered with.
    var responseCode: Int {
        var code = 0
        sk_get_long(handle, CURLINFO_RESPONSE_CODE, &code)
        return code
    }

    var socket: curl_socket_t {
        var socket: curl_socket_t = -1
        sk_get_socket(handle, &socket)
        return socket
    }

    func sentence(_ code: CURLcode) -> String {
        let own = String(cString: message)
        return own.isEmpty ? String(cString: curl_easy_strerror(code)) : own
    }

    func fault(_ code: CURLcode) -> MailFault {
        switch code {
        case CURLE_LOGIN_DENIED: .loginRefused
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_USE_SSL_FAILED,
            CURLE_SSL_CACERT_BADFILE,
            CURLE_SSL_ISSUER_ERROR, CURLE_SSL_CERTPROBLEM:
            .notSecure(sentence(code))
        case CURLE_OPERATION_TIMEDOUT: .timedOut
        default: .unreachable(sentence(code))
        }
    }
}
