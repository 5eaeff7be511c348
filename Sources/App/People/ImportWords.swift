import Domain

extension ImportFault {
    /// What the reader of an import report sees after "Rij 12: ", or alone when it is about the file.
    var sentence: String {
        switch self {
        case .file(let fault): fault.sentence
        case .damaged(let damage): damage.sentence
        case .fieldCount(let found, let expected):
            "De rij heeft \(found) velden, de kolomnamen \(expected). "
                + "Zoek een scheidingsteken te veel of te weinig."
        case .required(let column):
            "‘\(column.rawValue)’ is leeg. Vul dit veld in."
        case .controlCharacter(let column, let code):
            "In ‘\(column.rawValue)’ staat een onzichtbaar teken (code \(code)). Typ de waarde opnieuw."
        case .tooLong(let column, let length, let max):
            "‘\(column.rawValue)’ heeft \(length) tekens en mag er \(max) hebben. Kort de waarde in."
        case .unknownMunicipality(let text):
            "Gemeente ‘\(text)’ is niet bekend. Gebruik de naam of de CBS-code van een gemeente in de regio."
        case .personnelNumberCharacter(let text, let character):
            "In personeelsnummer ‘\(text)’ staat ‘\(character)’. Gebruik letters, cijfers, punt en streepje."
        case .nameCharacter(let column, let text, let character):
            "In \(column.rawValue) ‘\(text)’ staat ‘\(character)’. Dat hoort niet in een naam. "
                + "Verbeter de naam."
        case .nameDigit(let column, let text):
            "In \(column.rawValue) ‘\(text)’ staat een cijfer. Controleer of de kolommen goed staan."
        case .phone(let column, let text, let fault):
            "\(column.heading) ‘\(text)’ \(fault.rest)"
        case .email(let text, let fault):
            "E-mailadres ‘\(text)’ \(fault.rest)"
        case .unknownFunction(let text):
            "Functie ‘\(text)’ is niet bekend. Gebruik de code, afkorting of naam uit de lijst met functies."
        case .date(let column, let text, let fault):
            "\(column.heading) ‘\(text)’ \(fault.rest)"
        case .endBeforeStart(let endColumn, let end, let startColumn, let start):
            "‘\(endColumn.rawValue)’ (\(ImportDate.written(end))) is eerder dan ‘\(startColumn.rawValue)’ "
                + "(\(ImportDate.written(start))). Verbeter een van de twee."
        case .contradiction(let column, let text, let earlier, let line):
            "\(column.heading) is ‘\(text)’, maar op regel \(line) heeft dezelfde medewerker ‘\(earlier)’. "
                + "Maak beide rijen gelijk."
        }
    }
}

extension ImportFileFault {
    var sentence: String {
        switch self {
        case .empty:
            "Het bestand is leeg. Maak de export opnieuw en kies dat bestand."
        case .tooLarge(let bytes, let max):
            "Het bestand is te groot: \(megabytes(bytes)) MB. Het mag \(megabytes(max)) MB zijn. "
                + "Splits de lijst."
        case .spreadsheet:
            "Dit is een rekenblad met de naam van een csv. Sla het in Excel op als xlsx of als ‘CSV UTF-8’."
        case .workbook(let fault): fault.sentence
        case .notText:
            "Dit is een binair bestand en geen tekst. Kies een csv-bestand uit het HR-systeem."
        case .unknownSeparator(let text):
            "De eerste regel noemt ‘\(text)’ als scheidingsteken. Gebruik een puntkomma, komma of tab."
        case .noHeader(let seen):
            "De eerste regel heeft geen bekende kolomnamen: \(list(seen)). "
                + "Zet er een regel met kolomnamen boven."
        case .missingColumns(let columns, let seen):
            "Er ontbreekt een kolom: \(list(columns.map(\.rawValue))). Wel gezien: \(list(seen)). "
                + "Voeg de kolom toe of verander de naam van een kolom."
        case .doubledColumn(let column, let titles):
            "Meer kolommen betekenen ‘\(column.rawValue)’: \(list(titles)). Laat er één staan."
        case .noRows:
            "Onder de kolomnamen staan geen rijen. Er verandert niets. Controleer de export."
        case .tooManyRows(let max):
            "Het bestand heeft meer dan \(max) rijen. Splits de lijst."
        }
    }
}

extension ImportDamage {
    var sentence: String {
        switch self {
        case .unclosedQuote(let line):
            "Op regel \(line) begint een aanhalingsteken dat nergens eindigt. Alles erna is niet gelezen. "
                + "Zet er een aanhalingsteken achter of haal het weg."
        case .textAfterQuote(let line):
            "Op regel \(line) staat tekst na een aanhalingsteken. Verdubbel aanhalingstekens binnen een veld."
        case .tooManyFields(let max):
            "De rij heeft meer dan \(max) velden. Controleer het scheidingsteken."
        }
    }
}

extension ImportWarning {
    var sentence: String {
        switch self {
        case .unknownColumn(let title):
            "Kolom ‘\(title)’ is niet bekend en niet gelezen. Verander de naam als de kolom wel nodig is."
        case .passedOverColumn(let title, let instead):
            "Kolom ‘\(title)’ is niet gelezen, omdat ‘\(instead)’ er ook is. U hoeft niets te doen."
        case .phoneRepaired(let column, let text, let phone, .leadingZero):
            "\(column.heading) ‘\(text)’ miste de nul aan het begin en is \(phone.display) geworden. "
                + "Controleer het."
        case .phoneRepaired(let column, let text, let phone, .plus):
            "\(column.heading) ‘\(text)’ miste de plus aan het begin en is \(phone.display) geworden. "
                + "Controleer het."
        case .landlineAsMobile(let phone):
            "Mobiel \(phone.display) is een vast nummer. Daar komen geen sms’jes aan. "
                + "Vul een mobiel nummer in."
        case .noPhone:
            "Er is geen telefoonnummer. Deze persoon kan niet gealarmeerd worden. Vul een nummer in."
        case .garbledName(let column, let text):
            "\(column.heading) ‘\(text)’ heeft verkeerde letters door een oude omzetting. Verbeter de naam."
        case .unknownWorkBase(let text):
            "Standplaats ‘\(text)’ is geen bekende gemeente en niet overgenomen. Vul een gemeente in."
        case .repeatedRow(let line):
            "Deze rij is gelijk aan die op regel \(line). U hoeft niets te doen."
        case .workbook(let note): note.sentence
        }
    }
}

extension PhoneFault {
    /// What follows the name of the column and the value.
    fileprivate var rest: String {
        switch self {
        case .empty:
            "is geen telefoonnummer. Vul een nummer in of maak het veld leeg."
        case .character(let character):
            "bevat ‘\(character)’. Vul één nummer in, zonder andere tekst."
        case .wrongLength(let digits, let expected) where expected.count == 1:
            "heeft \(digits) cijfers, dat moeten er \(expected.lowerBound) zijn. Controleer het nummer."
        case .wrongLength(let digits, let expected):
            "heeft \(digits) cijfers, dat moeten er \(expected.lowerBound) tot \(expected.upperBound) zijn. "
                + "Controleer het nummer."
        case .unknownStart(let start):
            "begint met ‘\(start)’. Laat het beginnen met 0 of met + en het landnummer."
        case .unassigned(let start):
            "begint met \(start). Op zo’n nummer is geen persoon te bereiken. Vul een ander nummer in."
        case .roundedBySpreadsheet:
            "is door Excel afgerond: de laatste cijfers zijn weg. "
                + "Maak de kolom in Excel ‘Tekst’ en exporteer opnieuw."
        }
    }
}

extension EmailFault {
    fileprivate var rest: String {
        switch self {
        case .empty: "is leeg. Vul een e-mailadres in of maak het veld leeg."
        case .tooLong(let max): "is langer dan \(max) tekens. Controleer het adres."
        case .noAt: "heeft geen @. Controleer het adres."
        case .severalAts: "heeft meer dan één @. Vul één adres in."
        case .localPart(let text): "klopt niet voor de @: ‘\(text)’. Controleer het adres."
        case .domain(let text): "klopt niet na de @: ‘\(text)’. Controleer het adres."
        }
    }
}

extension DateFault {
    fileprivate var rest: String {
        switch self {
        case .notADate: "is geen datum. Schrijf hem als dd-mm-jjjj."
        case .doesNotExist: "bestaat niet op de kalender. Schrijf de datum als dd-mm-jjjj."
        case .twoDigitYear: "heeft een jaar van twee cijfers. Schrijf het jaar met vier cijfers."
        case .outsideYears(let years):
            "ligt niet tussen \(years.lowerBound) en \(years.upperBound). Controleer het jaar."
        }
    }
}

extension ImportColumn {
    /// At the start of a sentence.
    fileprivate var heading: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

/// At most eight, so that a file of the wrong kind does not fill the page.
private func list(_ texts: [String]) -> String {
    let shown = texts.prefix(8).map { "‘\($0)’" }.joined(separator: ", ")
    if texts.isEmpty { return "niets" }
    return texts.count > 8 ? "\(shown) en nog \(texts.count - 8)" : shown
}

/// Rounded up: a file just over the limit must not seem to fit.
private func megabytes(_ bytes: Int) -> Int {
    let megabyte = 1024 * 1024
    return (bytes + megabyte - 1) / megabyte
}
