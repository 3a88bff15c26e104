import CGMime

/// Owns one reference to one of GMime's objects.
///
/// GMime keeps no state between messages, but its objects belong to one thread at a time; a handle never
/// leaves the call that made it (lessons 5).
struct GMimeHandle<Object>: ~Copyable {
    let object: UnsafeMutablePointer<Object>
    init?(owning object: UnsafeMutablePointer<Object>?) {
        guard let object else { return nil }
        self.object = object
    }
    deinit { sk_unref(UnsafeMutableRawPointer(object)) }
}

enum GMimeLibrary {
    /// Once a process; g_mime_init is not safe to be called twice at once.
    static let start: Void = g_mime_init()

    static func bytes(_ stream: UnsafeMutablePointer<GMimeStream>?) -> [UInt8] {
        guard let handle = GMimeHandle(owning: stream), let array = sk_memory(handle.object),
            let data = array.pointee.data
        else { return [] }
        return [UInt8](UnsafeBufferPointer(start: data, count: Int(array.pointee.len)))
    }

    static func text(_ pointer: UnsafePointer<CChar>?) -> String? {
        guard let pointer else { return nil }
        return Charset.decode(
            [UInt8](
                UnsafeBufferPointer(start: pointer, count: strlen(pointer)).map {
                    UInt8(bitPattern: $0)
                }), named: nil)
    }

    /// The same for one that is ours to free.
    static func owned(_ pointer: UnsafeMutablePointer<CChar>?) -> String? {
        guard let pointer else { return nil }
        defer { g_free(pointer) }
        return text(pointer)
    }
}
