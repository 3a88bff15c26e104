import Hummingbird
import Logging
import NIOCore

/// What a request's handler knows beside the request: its connection.
struct WebContext: InitializableFromSource {
    let channel: any NIOCore.Channel
    let logger: Logger

    init(source: ApplicationRequestContextSource) {
        channel = source.channel
        logger = source.logger
    }
}
