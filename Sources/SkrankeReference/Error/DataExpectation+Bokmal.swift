extension DataExpectation {
    /// What was expected, in bokmål: the end of a sentence, without the full stop.
    var bokmal: String {
        switch self {
        case .readableFile: "filen finnes ikke eller kan ikke leses"
        case .fileSize(let max): "filen er for stor, høyst \(max) byte er tillatt"
        case .utf8: "teksten er ikke UTF-8; lagre filen som UTF-8"
        case .syntax(let reason):
            "linjen er ikke gyldig TOML; se etter anførselstegn, klammer, tall, datoer og nøkler som står to ganger (\(reason))"
        case .knownKey(let nearest): "ukjent nøkkel\(Wording.hint(nearest, "mente du"))"
        case .presence: "nøkkelen mangler"
        case .exactlyOne(let keys): "forventet nøyaktig én av \(Wording.list(keys, or: "eller"))"
        case .kind(let kind): "forventet \(kind.bokmal)"
        case .integer(let range): "forventet et helt tall fra \(range.lowerBound) til \(range.upperBound)"
        case .oneOf(let words): "forventet \(Wording.list(words, or: "eller"))"
        case .line(let max): "forventet tekst på én linje, høyst \(max) tegn"
        case .paragraphs(let max): "forventet tekst, høyst \(max) tegn"
        case .plainCharacters: "styretegn er ikke tillatt i teksten"
        case .entries(let range): "forventet \(range.lowerBound) til \(range.upperBound) oppføringer"
        case .format(let format): "forventet \(format.bokmal), for eksempel \(format.example)"
        case .openDay: "forventet åpningstid på minst én av ukens dager"
        case .greaterThan(let key): "forventet mer enn \(key)"
        case .atLeast(let key): "forventet minst så mye som \(key)"
        case .places(let places):
            "bare \(Wording.list(Wording.braces(places), or: "og")) kan fylles ut her"
        case .requiredPlace(let place): "teksten må inneholde {\(place)}"
        case .reference(let kind, let nearest):
            "\(kind.bokmal) finnes ikke\(Wording.hint(nearest, "mente du"))"
        case .unique(let kind): "\(kind.bokmal) står her for andre gang"
        case .another(let kind): "\(kind.bokmal) kan ikke vise til seg selv"
        case .attributes(let words): "forventet \(Wording.list(words, or: "og")), skilt med mellomrom"
        case .parentTheme: "temaet det arves fra, finnes ikke eller arver selv fra dette"
        }
    }
}

extension DataExpectation.Kind {
    var bokmal: String {
        switch self {
        case .text: "tekst i anførselstegn"
        case .integer: "et helt tall uten anførselstegn"
        case .flag: "true eller false"
        case .list: "en liste i hakeparenteser [ ]"
        case .table: "en tabell"
        case .date: "en dato"
        }
    }
}

extension DataExpectation.Referent {
    var bokmal: String {
        switch self {
        case .unit: "enheten"
        case .service: "tjenesten"
        case .topic: "emnet"
        case .theme: "hovedtemaet"
        case .person: "personen"
        case .absenceCode: "fraværskoden"
        case .account: "kontoen"
        case .date: "datoen"
        case .host: "verten"
        }
    }
}

extension DataExpectation.Format {
    var bokmal: String {
        switch self {
        case .openingHours: "åpningstid som TT:MM-TT:MM, der stengetiden kommer etter åpningstiden"
        case .hoursApart: "åpningstider i rekkefølge, uten overlapp"
        case .date: "en dato som finnes, skrevet ÅÅÅÅ-MM-DD"
        case .timeZone: "en tidssone som systemet kjenner"
        case .code: "en kode av små bokstaver a-z, tall og bindestrek"
        case .absenceCode: "en kode på tre store bokstaver"
        case .accountName: "navnet på en brukerkonto"
        case .phone: "et telefonnummer"
        case .email: "en e-postadresse"
        case .webAddress: "en nettadresse som begynner med https://"
        case .origin: "et nettsteds opphav: https:// og vert, uten sti"
        case .listenAddress: "vert og port"
        case .headerName: "navnet på et HTTP-hode"
        case .storeLocation: "en filsti eller adresse uten passord"
        }
    }
}
