import CGMime

/// Addresses as GMime reads them, groups opened, at most `MailLimits.addresses` (a few hundred semicolons
/// were enough to fill another program's memory: lessons 69).
enum AddressReader {
    static func list(_ list: UnsafeMutablePointer<InternetAddressList>?) -> [MailAddress] {
        var found: [MailAddress] = []
        add(list, to: &found, depth: 0)
        return found
    }

    private static func add(
        _ list: UnsafeMutablePointer<InternetAddressList>?, to found: inout [MailAddress], depth: Int
    ) {
        guard let list, depth < 3 else { return }
        for index in 0..<internet_address_list_length(list) {
            guard found.count < MailLimits.addresses,
                let address = internet_address_list_get_address(list, index)
            else { return }
            if sk_is_mailbox(address) != 0 {
                guard let text = GMimeLibrary.text(sk_mailbox_address(address)).map(OneLine.clean),
                    text.contains("@")
                else { continue }
                let name = OneLine.clean(GMimeLibrary.text(internet_address_get_name(address)) ?? "")
                found.append(MailAddress(name: name, address: text))
            } else if sk_is_group(address) != 0 {
                add(sk_group_members(address), to: &found, depth: depth + 1)
            }
        }
    }

    /// `<a@b>` or `a@b` as `a@b`; the null sender as "".
    static func bare(_ text: String) -> String {
        OneLine.clean(text.filter { $0 != "<" && $0 != ">" })
    }
}
