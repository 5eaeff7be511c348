import Domain
import Web

extension CostKeyFault {
    /// - Parameter names: of all municipalities, those of the past too.
    func sentence(_ names: [Code<Municipality>: String]) -> String {
        func name(_ code: Code<Municipality>) -> String { names[code] ?? code.text }
        return switch self {
        case .notEstablished(let key):
            key.isEmpty
                ? "De verdeelsleutel is niet vastgesteld." : "De verdeelsleutel ‘\(key)’ is niet vastgesteld."
        case .notWhole(let millionths):
            "De aandelen zijn samen \(Dutch.percentage(millionths: millionths)), geen 100 %. Er is niets verdeeld."
        case .negative(let code): "Het aandeel van \(name(code)) is negatief. Een aandeel is nul of meer."
        case .missing(let places): "De sleutel zegt niets over \(Dutch.list(places))."
        case .strangers(let codes):
            "De sleutel noemt wie dat jaar niet meebetaalt: \(Dutch.list(codes.map(name)))."
        case .noPopulation(let places, let day):
            "Het aantal inwoners op \(Dutch.shortDate(day)) is niet bekend van \(Dutch.list(places)). "
                + "Lees de tabel van CBS in, of kies een andere peildatum."
        case .otherTotal(let fixed):
            "De afgesproken bedragen zijn samen \(Dutch.money(fixed)); dat is een ander totaal dan de begroting."
        case .measureEmpty(let measure): "Maatstaf ‘\(measure)’ heeft bij geen gemeente een waarde."
        case .refused(.negativeAmount): "Een negatief bedrag is niet te verdelen."
        case .refused(.negativeBasis(let share)): "De grondslag van \(share.name) is negatief."
        case .refused(.noBasis): "Alle gemeenten hebben grondslag nul; er is niets om naar te verdelen."
        }
    }
}

extension KeyRefusal {
    /// At which field of the form it is said.
    var field: String {
        if case .noPopulation = fault { return "peildatum" }
        return "verdeling"
    }

    func sentence(_ names: [Code<Municipality>: String]) -> String {
        guard case .noPopulation = fault else { return fault.sentence(names) }
        let days = knownDays.prefix(Self.daysMax).map(Dutch.shortDate)
        let known =
            days.isEmpty
            ? "Er is nog geen enkele tabel ingelezen." : "Wel bekend: \(Dutch.list(days))."
        return "\(fault.sentence(names)) \(known)"
    }

    /// Reference dates that are named: years that a new key is about.
    private static let daysMax = 5
}

extension KeyKind {
    var word: String {
        switch self {
        case .unknown: "niet vastgesteld"
        case .inhabitants: "inwoners op een peildatum"
        case .equal: "gelijk per gemeente"
        case .municipalFund: "percentages van het gemeentefonds"
        case .historical: "historische percentages"
        case .manual: "vastgestelde percentages"
        case .measures: "mix van maatstaven"
        case .fixed: "vaste bedragen"
        }
    }
}

extension BudgetFault {
    var field: String {
        switch self {
        case .postTwice: "posten"
        case .inTheFuture: "dag"
        case .noBudget, .requestedAlready: "jaar"
        }
    }

    var sentence: String {
        switch self {
        case .postTwice(let name):
            "Post ‘\(name)’ staat er twee keer. Tel de bedragen op of geef ze elk een naam."
        case .inTheFuture(let day): "\(Dutch.date(day)) moet nog komen."
        case .noBudget(let year):
            "Voor \(year) is nog geen begroting vastgelegd. Leg eerst vast wat er nodig is."
        case .requestedAlready(let year): "De aanvraag voor \(year) is al verzonden."
        }
    }
}

extension StepFault {
    var sentence: String {
        switch self {
        case .inTheFuture(let day): "\(Dutch.date(day)) moet nog komen."
        case .beforeSent(let day): "De aanvraag is pas op \(Dutch.date(day)) verzonden."
        case .beforeLast(let day): "De vorige stap van deze gemeente was op \(Dutch.date(day)), dus later."
        }
    }
}

extension RequestState {
    var word: String {
        switch self {
        case .received: "ontvangen"
        case .college: "in het college"
        case .view: "zienswijze van de raad"
        case .processed: "verwerkt"
        }
    }
}

extension BudgetRequest.Purpose {
    var word: String {
        switch self {
        case .policy: "beleid"
        case .strategy: "strategie"
        case .training: "opleiden, trainen en oefenen"
        }
    }
}

extension LedgerFile.Fault {
    var sentence: String {
        switch self {
        case .list(let fault): fault.sentence
        case .damaged: "Deze regel is niet te lezen: een aanhalingsteken sluit niet."
        case .required(let column): "De kolom ‘\(column.rawValue)’ is leeg."
        case .notAYear(let text): "‘\(text)’ is geen jaar. Schrijf het met vier cijfers, zoals 2026."
        case .notAMonth(let text): "‘\(text)’ is geen maand. Schrijf 1 tot en met 12, of de naam."
        case .notAnAmount(let text): "‘\(text)’ is geen bedrag. Schrijf het als 1.250,50."
        case .negative(let amount):
            "\(Dutch.money(amount)) is negatief. Lees het totaal van de maand in, met de correcties erin verwerkt."
        case .absurd(let amount): "\(Dutch.money(amount)) in één maand kan niet. Kijk na of het euro’s zijn."
        case .notYet(let year, let month):
            "\(Dutch.monthName(month).capitalisedFirst) \(year) moet nog komen."
        case .postTooLong(let max): "De post is langer dan \(max) tekens."
        case .again(let line): "Deze maand en post staan ook op regel \(line). Er kan maar één totaal zijn."
        }
    }
}

extension Dutch {
    /// `4,9202 %`, of shares in millionths of the whole.
    static func percentage(millionths: Int64) -> String {
        let sign = millionths < 0 ? "-" : ""
        let (whole, part) = millionths.magnitude.quotientAndRemainder(dividingBy: 10_000)
        let digits = String("\(10_000 + part)".dropFirst())
        return part == 0 ? "\(sign)\(whole) %" : "\(sign)\(whole),\(digits) %"
    }

    /// What was spent, of what; an amount that nobody read in or established is said to be missing.
    static func spent(_ statement: BudgetStatement) -> String {
        switch (statement.spent.map { money($0) }, statement.amount.map { money($0) }) {
        case (let spent?, let amount?): "\(spent) uitgegeven van \(amount)"
        case (let spent?, nil): "bedrag niet vastgesteld, \(spent) uitgegeven"
        case (nil, let amount?): "\(amount), uitgaven nog niet ingelezen"
        case (nil, nil): "bedrag niet vastgesteld, uitgaven nog niet ingelezen"
        }
    }

    /// `3,5 fte`
    static func fullTime(hundredths: Int) -> String {
        let (whole, part) = hundredths.quotientAndRemainder(dividingBy: 100)
        if part == 0 { return "\(whole) fte" }
        return part % 10 == 0 ? "\(whole),\(part / 10) fte" : "\(whole),\(part < 10 ? "0" : "")\(part) fte"
    }
}
