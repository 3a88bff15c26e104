import SkrankeRuntime
import SkrankeDomain

extension DoctorCommand {
    /// Where the telephone system is to post: the secret is shown to the store's owner, and nowhere else.
    func phone(
        _ location: StoreLocation, _ environment: [String: String], _ language: Language
    ) -> Finding {
        let what = "phone"
        switch PhoneSecret.look(location, environment) {
        case .secret(let secret):
            let base = GatewayState.look(location).address ?? ""
            return Finding(what: what, ok: true, detail: "POST \(base)/cti/\(secret)")
        case .unusable:
            return Finding(
                what: what, ok: false,
                detail: PhoneSecret.variable
                    + language.choose(
                        nb: " kan ikke brukes. Den må ha 16 til 128 tegn av a-z, A-Z, 0-9, - og _.",
                        nn: " kan ikkje brukast. Han må ha 16 til 128 teikn av a-z, A-Z, 0-9, - og _.",
                        en: " cannot be used. It needs 16 to 128 of a-z, A-Z, 0-9, - and _."))
        case .none:
            return Finding(
                what: what, ok: true,
                detail: language.choose(
                    nb: "adressen blir laget når konsollen eller «skranke serve» starter",
                    nn: "adressa blir laga når konsollen eller «skranke serve» startar",
                    en: "the address is made when the console or “skranke serve” starts"))
        }
    }
}
