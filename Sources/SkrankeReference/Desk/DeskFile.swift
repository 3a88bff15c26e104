import SkrankeDomain

/// What `desk.toml` says.
struct DeskFile {
    var municipality: MunicipalityProfile
    var weekly: [Weekday: OpeningCalendar.Hours]
    var channels: ChannelPolicy
    var promises: PromisePolicy
    var phone: PhonePolicy
    var settings: DeskSettings

    static func read(_ log: FileLog) -> DeskFile {
        TableReader.read(log) { root in
            let channels = root.section("channels") {
                (policy($0), $0.value("chat_entry", .word(DeskSettings.ChatEntry.direct)))
            }
            var phone = root.has("phone") ? root.section("phone", PhoneFile.read) : PhoneFile()
            phone.policy.wrapUpSeconds = channels.0.wrapUpSeconds
            return DeskFile(
                municipality: root.section("municipality", municipality),
                weekly: root.section("hours", weekly),
                channels: channels.0,
                promises: root.section("promises", promises),
                phone: phone.policy,
                settings: DeskSettings(
                    chatEntry: channels.1,
                    store: root.section("store") {
                        StoreSettings(location: $0.optional("location", .storeLocation))
                    },
                    web: root.section("web", web),
                    limits: root.section("limits", limits), mail: mail(root), phoneSystem: phone.system))
        }
    }

    private static func municipality(_ table: TableReader) -> MunicipalityProfile {
        MunicipalityProfile(
            name: table.value("name", .line(max: 100)),
            web: table.value("web", .webAddress),
            phone: table.value("phone", .phone),
            email: table.value("email", .email),
            address: table.value("address", .line(max: 200)),
            slogan: table.names("slogan"),
            isFictional: table.value("fictional", .flag),
            timeZone: table.value("time_zone", .line(max: 60)),
            language: table.value("language", .word(Language.nb)))
    }

    private static func weekly(_ table: TableReader) -> [Weekday: OpeningCalendar.Hours] {
        var hours: [Weekday: OpeningCalendar.Hours] = [:]
        let before = table.errorCount
        for day in Weekday.allCases { hours[day] = table.openingHours("\(day)") }
        // A desk that never opens can promise nothing.
        if table.errorCount == before, hours.values.allSatisfy({ $0.isEmpty }) { table.report(.openDay) }
        return hours
    }

    private static func policy(_ table: TableReader) -> ChannelPolicy {
        var policy = ChannelPolicy()
        policy.parallelChats = table.value("parallel_chats", .integer(1...20))
        policy.chatIdleMinutes = Int64(table.value("chat_idle_minutes", .integer(1...120)))
        policy.chatTimeoutMinutes = Int64(table.value("chat_timeout_minutes", .integer(1...240)))
        if policy.chatTimeoutMinutes <= policy.chatIdleMinutes {
            table.report(
                "chat_timeout_minutes", .greaterThan("chat_idle_minutes"),
                found: "\(policy.chatTimeoutMinutes)")
        }
        policy.closingWarningMinutes = Int64(table.value("closing_warning_minutes", .integer(0...120)))
        if let seconds = table.optional("wrap_up_seconds", .integer(0...60)) {
            policy.wrapUpSeconds = Int64(seconds)
        }
        if let hours = table.optional("idle_claim_hours", .integer(0...24)) {
            policy.idleClaimHours = Int64(hours)
        }
        if let yields = table.optional("written_work_yields", .flag) {
            policy.capacity.writtenYields = yields
        }
        if table.has("fills") { policy.capacity.fills = table.section("fills", fills) }
        policy.grace = table.section("grace_seconds") { table in
            var grace: [Channel: Span] = [:]
            for channel in Channel.allCases where channel != .mia {
                let seconds = table.optional(channel.rawValue, .integer(0...300))
                if let seconds { grace[channel] = .seconds(Int64(seconds)) }
            }
            return grace
        }
        return policy
    }

    /// Channels that are not named keep what the program proposes; chats have `parallel_chats`.
    private static func fills(_ table: TableReader) -> [Channel: Int] {
        var fills = CapacityPolicy().fills
        for channel in fills.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
            if let number = table.optional(channel.rawValue, .integer(0...100)) { fills[channel] = number }
        }
        return fills
    }

    private static func promises(_ table: TableReader) -> PromisePolicy {
        var policy = PromisePolicy()
        policy.literal48Hours = table.value("literal_48_hours", .flag)
        policy.emailWorkingDays = table.value("email_working_days", .integer(1...30))
        policy.appointmentDays = table.value("appointment_days", .integer(1...60))
        policy.complaintDays = table.value("complaint_days", .integer(1...60))
        policy.rollsForward = table.value("rolls_forward", .flag)
        policy.chatFirstReplySeconds = Int64(table.value("chat_first_reply_seconds", .integer(5...3_600)))
        policy.walkInWaitSeconds = Int64(table.value("walk_in_wait_seconds", .integer(30...7_200)))
        policy.phoneAnswerSeconds = Int64(table.value("phone_answer_seconds", .integer(5...600)))
        policy.unitWorkingDays = table.value("unit_working_days", .integer(1...60))
        policy.callbackWorkingDays = table.value("callback_working_days", .integer(1...10))
        policy.reminderDays = Int64(table.value("reminder_days", .integer(1...180)))
        policy.silenceDays = Int64(table.value("silence_days", .integer(2...365)))
        if policy.silenceDays <= policy.reminderDays {
            table.report("silence_days", .greaterThan("reminder_days"), found: "\(policy.silenceDays)")
        }
        return policy
    }

    private static func web(_ table: TableReader) -> WebSettings {
        WebSettings(
            listen: table.value("listen", .listenAddress),
            publicAddress: table.optional("public_address", .webAddress),
            trustedProxyHeader: table.optional("trusted_proxy_header", .headerName),
            embedOrigins: table.optionalList("embed_origins", .origin, count: 0...50),
            privacyStatement: table.optional("privacy_statement", .webAddress),
            accessibilityStatement: table.optional("accessibility_statement", .webAddress))
    }

    private static func limits(_ table: TableReader) -> RateLimits {
        let limits = RateLimits(
            creationsPerAddressPerMinute: table.value(
                "creations_per_address_per_minute", .integer(1...10_000)),
            messagesPerTokenPerMinute: table.value("messages_per_token_per_minute", .integer(1...1_000)),
            requestsPerAddressPerMinute: table.value(
                "requests_per_address_per_minute", .integer(10...1_000_000)),
            streamsPerAddress: table.value("streams_per_address", .integer(1...10_000)),
            streamsPerToken: table.value("streams_per_token", .integer(1...50)),
            bodyBytes: table.value("body_bytes", .integer(RateLimits.bodyRange)))
        // One citizen alone may not fill an address's share: whoever has one window open may open another.
        if limits.streamsPerAddress < limits.streamsPerToken {
            table.report(
                "streams_per_address", .atLeast("streams_per_token"), found: "\(limits.streamsPerAddress)")
        }
        return limits
    }
}

extension Rule where Value == ListenAddress {
    static let listenAddress = text(.format(.listenAddress), placeholder: ListenAddress(host: "", port: 0)) {
        ListenAddress($0)
    }
}

extension Rule where Value == String {
    /// A path, or a URL without a password.
    static let storeLocation = text(.format(.storeLocation), placeholder: "") { text in
        guard !text.isEmpty, text.utf8.count <= 1_000, !text.utf8.contains(10) else { return nil }
        guard let scheme = text.firstRange(of: "://") else { return text }
        let kind = text[..<scheme.lowerBound]
        let authority = text[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" }
        let user = authority.lastIndex(of: "@").map { authority[..<$0] } ?? ""
        let isKnown = kind == "postgres" || kind == "postgresql" || kind == "file"
        return isKnown && !user.contains(":") && !text.contains("password=") ? text : nil
    }
}
