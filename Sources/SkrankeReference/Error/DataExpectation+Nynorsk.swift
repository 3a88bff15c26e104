extension DataExpectation {
    /// What was expected, in nynorsk: the end of a sentence, without the full stop.
    var nynorsk: String {
        switch self {
        case .readableFile: "fila finst ikkje eller kan ikkje lesast"
        case .fileSize(let max): "fila er for stor, høgst \(max) byte er tillate"
        case .utf8: "teksten er ikkje UTF-8; lagre fila som UTF-8"
        case .syntax(let reason):
            "linja er ikkje gyldig TOML; manglar eit hermeteikn, ein klamme? (\(reason))"
        case .knownKey(let nearest): "ukjend nøkkel\(Wording.hint(nearest, "meinte du"))"
        case .presence: "nøkkelen manglar"
        case .exactlyOne(let keys): "venta nøyaktig éin av \(Wording.list(keys, or: "eller"))"
        case .kind(let kind): "venta \(kind.nynorsk)"
        case .integer(let range): "venta eit heilt tal frå \(range.lowerBound) til \(range.upperBound)"
        case .oneOf(let words): "venta \(Wording.list(words, or: "eller"))"
        case .line(let max): "venta tekst på éi linje, høgst \(max) teikn"
        case .paragraphs(let max): "venta tekst, høgst \(max) teikn"
        case .plainCharacters: "styreteikn er ikkje tillatne i teksten"
        case .entries(let range): "venta \(range.lowerBound) til \(range.upperBound) oppføringar"
        case .format(let format): "venta \(format.nynorsk), til dømes \(format.example)"
        case .openDay: "venta opningstid på minst éin av dagane i veka"
        case .greaterThan(let key): "venta meir enn \(key)"
        case .atLeast(let key): "venta minst så mykje som \(key)"
        case .places(let places):
            "berre \(Wording.list(Wording.braces(places), or: "og")) kan fyllast ut her"
        case .requiredPlace(let place): "teksten må innehalde {\(place)}"
        case .reference(let kind, let nearest):
            "\(kind.nynorsk) finst ikkje\(Wording.hint(nearest, "meinte du"))"
        case .unique(let kind): "\(kind.nynorsk) står her for andre gong"
        case .another(let kind): "\(kind.nynorsk) kan ikkje vise til seg sjølv"
        case .attributes(let words): "venta \(Wording.list(words, or: "og")), skilde med mellomrom"
        case .parentTheme: "temaet det blir arva frå, finst ikkje eller arvar sjølv frå dette"
        }
    }
}

extension DataExpectation.Kind {
    var nynorsk: String {
        switch self {
        case .text: "tekst i hermeteikn"
        case .integer: "eit heilt tal utan hermeteikn"
        case .flag: "true eller false"
        case .list: "ei liste i hakeparentesar [ ]"
        case .table: "ein tabell"
        case .date: "ein dato"
        }
    }
}

extension DataExpectation.Referent {
    var nynorsk: String {
        switch self {
        case .unit: "eininga"
        case .service: "tenesta"
        case .topic: "emnet"
        case .theme: "hovudtemaet"
        case .person: "personen"
        case .absenceCode: "fråværskoden"
        case .account: "kontoen"
        case .date: "datoen"
        case .host: "verten"
        }
    }
}

extension DataExpectation.Format {
    var nynorsk: String {
        switch self {
        case .openingHours: "opningstid som TT:MM-TT:MM, der stengjetida kjem etter opningstida"
        case .hoursApart: "opningstider i rekkjefølgje, utan overlapp"
        case .date: "ein dato som finst, skriven ÅÅÅÅ-MM-DD"
        case .timeZone: "ei tidssone som systemet kjenner"
        case .code: "ein kode av små bokstavar a-z, tal og bindestrek"
        case .absenceCode: "ein kode på tre store bokstavar"
        case .accountName: "namnet på ein brukarkonto"
        case .phone: "eit telefonnummer"
        case .email: "ei e-postadresse"
        case .webAddress: "ei nettadresse som byrjar med https://"
        case .origin: "opphavet til ein nettstad: https:// og vert, utan sti"
        case .listenAddress: "vert og port"
        case .headerName: "namnet på eit HTTP-hovud"
        case .storeLocation: "ein filstig eller ei adresse utan passord"
        }
    }
}
