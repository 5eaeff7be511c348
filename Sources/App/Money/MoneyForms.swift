import Domain
import Web

/// Lines of a text field, each with parts between semicolons; empty lines are left out.
private func lines(_ text: String) -> [(number: Int, parts: [String])] {
    text.split(separator: /\r\n|\n|\r/, omittingEmptySubsequences: false).enumerated().compactMap {
        index, line in
        let parts = line.split(separator: ";", omittingEmptySubsequences: false).map { String($0).tidied }
        return parts.allSatisfy(\.isEmpty) ? nil : (index + 1, parts)
    }
}

extension Budget {
    /// - Parameter activities: of the newest plan, by number.
    init(_ fields: FormFields, id: ID<Budget>, activities: [PlanPart]) throws(FormRefusal) {
        var form = FormReading(fields)
        let year = form.year("jaar", in: Budget.years)
        let day = form.day("dag")
        let source = form.text("bron", "het besluit of het stuk")
        let key = form.text("sleutel")
        var posts: [BudgetPost] = []
        for (number, parts) in lines(fields.raw("posten")) {
            let amount = parts.count > 1 ? parts[1] : ""
            let money = Money(written: amount)
            let part = parts.count > 2 ? parts[2] : ""
            let activity = activities.first { "\($0.number)" == part }
            if parts[0].isEmpty || parts[0].count > LedgerFile.postMax || parts.count > 3 {
                form.refuse(
                    "posten", "Regel \(number): schrijf ‘post; bedrag’, of ‘post; bedrag; deelactiviteit’.")
            } else if money == nil, !amount.isEmpty {
                form.refuse(
                    "posten", "Regel \(number): ‘\(amount)’ is geen bedrag. Schrijf het als 10.000,00.")
            } else if let money, money < .zero {
                form.refuse("posten", "Regel \(number): een begroot bedrag kan niet negatief zijn.")
            } else if let money, money > LedgerFile.amountMax {
                form.refuse("posten", "Regel \(number): \(Dutch.money(money)) is te groot; kijk het na.")
            } else if activity == nil, !part.isEmpty {
                form.refuse("posten", "Regel \(number): deelactiviteit \(part) staat niet in het plan.")
            }
            posts.append(BudgetPost(name: parts[0], amount: money, part: activity?.id))
        }
        if posts.isEmpty { form.refuse("posten", "Schrijf minstens één post, elk op een eigen regel.") }
        if posts.count > Budget.postsMax {
            form.refuse("posten", "Dit zijn meer dan \(Budget.postsMax) posten; neem ze samen.")
        }
        guard form.errors.isEmpty, let year, let day else { throw FormRefusal(form.errors) }
        self.init(id: id, year: year, day: day, source: source, keyName: key, posts: posts)
    }
}

extension BudgetRequest {
    init(_ fields: FormFields, id: ID<BudgetRequest>) throws(FormRefusal) {
        var form = FormReading(fields)
        let year = form.year("jaar", in: Budget.years)
        let day = form.day("dag")
        let ground = form.text("grond", "waarom dit nodig is", max: 4_000)
        var capacity: [Capacity] = []
        for purpose in Purpose.allCases {
            let typed = fields["fte-\(purpose.rawValue)"]
            let why = form.text("grond-\(purpose.rawValue)", max: 1_000)
            let hundredths = Money(written: typed).map { Int($0.cents) }
            if !typed.isEmpty {
                if hundredths == nil {
                    form.refuse("fte-\(purpose.rawValue)", "Schrijf het aantal fte als 3,5.")
                } else if let hundredths, !(0...Self.hundredthsMax).contains(hundredths) {
                    form.refuse(
                        "fte-\(purpose.rawValue)", "Vul 0 tot en met \(Self.hundredthsMax / 100) fte in.")
                } else if why.isEmpty {
                    form.refuse("grond-\(purpose.rawValue)", "Schrijf waarop dit aantal fte rust.")
                }
            }
            if !typed.isEmpty || !why.isEmpty {
                capacity.append(Capacity(purpose: purpose, hundredths: hundredths, ground: why))
            }
        }
        guard form.errors.isEmpty, let year, let day else { throw FormRefusal(form.errors) }
        self.init(id: id, year: year, sentOn: day, ground: ground, capacity: capacity)
    }
}

extension StoredKey {
    /// - Parameter municipalities: those of the past too.
    init(
        _ fields: FormFields, id: ID<StoredKey>, municipalities: [Municipality]
    ) throws(FormRefusal) {
        var form = FormReading(fields)
        let name = form.text("naam", "hoe de sleutel heet", max: LedgerFile.postMax)
        let year = form.year("vanaf", in: Budget.years)
        let kind: KeyKind? = form.choice("soort")
        let source = form.text("bron", kind == .unknown ? nil : "waar de verdeling is vastgelegd")
        var reading = KeyReading(form, municipalities)
        let basis = kind.flatMap { reading.basis($0) }
        let phaseIn = reading.phaseIn()
        guard reading.form.errors.isEmpty, let year else { throw FormRefusal(reading.form.errors) }
        self.init(
            id: id, fromYear: year, source: source, key: CostKey(name: name, basis: basis, phaseIn: phaseIn))
    }
}

/// Reads what a key splits by.
private struct KeyReading {
    var form: FormReading
    private let codes: [String: Code<Municipality>]

    init(_ form: FormReading, _ municipalities: [Municipality]) {
        self.form = form
        let pairs = municipalities.flatMap {
            [($0.name.foldedKey, $0.code), ($0.code.text.foldedKey, $0.code)]
        }
        codes = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    mutating func basis(_ kind: KeyKind) -> CostKey.Basis? {
        switch kind {
        case .unknown: nil
        case .equal: .equal
        case .inhabitants: form.day("peildatum").map { .inhabitants(on: $0) }
        case .municipalFund: .shares(.municipalFund, percentages("verdeling"))
        case .historical: .shares(.historical, percentages("verdeling"))
        case .manual: .shares(.manual, percentages("verdeling"))
        case .fixed: .fixed(values("verdeling", Self.cents).mapValues { Money(cents: $0) })
        case .measures: .measures(measures())
        }
    }

    mutating func phaseIn() -> CostKey.PhaseIn? {
        guard !form.fields.raw("oud").tidied.isEmpty || !form.fields["laatste"].isEmpty else { return nil }
        let last = form.year("laatste", in: Budget.years)
        let steps = form.number("stappen", "jaren", in: 1...20)
        let before = percentages("oud")
        let total = before.values.reduce(0, +)
        if total != CostKey.whole {
            form.refuse(
                "oud", "De oude aandelen zijn samen \(Dutch.percentage(millionths: total)), geen 100 %.")
        }
        guard let last, let steps else { return nil }
        return CostKey.PhaseIn(before: before, lastYear: last, steps: steps)
    }

    private mutating func percentages(_ field: String) -> [Code<Municipality>: Int64] {
        values(field, Self.millionths)
    }

    private mutating func values(
        _ field: String, _ read: (String) -> Int64?
    ) -> [Code<Municipality>: Int64] {
        var values: [Code<Municipality>: Int64] = [:]
        for (number, parts) in lines(form.fields.raw(field)) {
            let code = codes[parts[0].foldedKey]
            let value = parts.count == 2 ? read(parts[1]) : nil
            if let code, values[code] != nil {
                form.refuse(field, "Regel \(number): \(parts[0]) staat er al.")
            } else if let code, let value {
                if value < 0 { form.refuse(field, "Regel \(number): \(parts[0]) kan niet negatief zijn.") }
                values[code] = value
            } else if code == nil {
                form.refuse(field, "Regel \(number): ‘\(parts[0])’ is geen gemeente van deze regio.")
            } else {
                form.refuse(field, "Regel \(number): schrijf ‘\(parts[0]); getal’.")
            }
        }
        if values.isEmpty { form.refuse(field, "Schrijf elke gemeente met haar deel op een eigen regel.") }
        return values
    }

    /// Weights as `maatstaf; percentage`, values as `maatstaf; gemeente; getal`.
    private mutating func measures() -> [CostKey.Measure] {
        var weights: [(name: String, weight: Int64)] = []
        for (number, parts) in lines(form.fields.raw("gewichten")) {
            guard parts.count == 2, !parts[0].isEmpty, !parts[0].hasPrefix("."),
                let weight = Self.millionths(parts[1]), weight >= 0
            else {
                form.refuse("gewichten", "Regel \(number): schrijf ‘maatstaf; percentage’.")
                continue
            }
            weights.append((parts[0], weight))
        }
        var values: [String: [Code<Municipality>: Int64]] = [:]
        for (number, parts) in lines(form.fields.raw("verdeling")) {
            guard parts.count == 3, let code = codes[parts[1].foldedKey],
                let value = Int64(parts[2].filter { $0 != "." }),
                value >= 0, weights.contains(where: { $0.name.foldedKey == parts[0].foldedKey })
            else {
                form.refuse("verdeling", "Regel \(number): schrijf ‘maatstaf; gemeente; getal’.")
                continue
            }
            values[parts[0].foldedKey, default: [:]][code] = value
        }
        if weights.isEmpty {
            form.refuse("gewichten", "Schrijf elke maatstaf met haar gewicht op een eigen regel.")
        }
        return weights.map {
            CostKey.Measure(name: $0.name, weight: $0.weight, values: values[$0.name.foldedKey] ?? [:])
        }
    }

    private static func cents(_ text: String) -> Int64? { Money(written: text)?.cents }

    /// `4,9202 %` as 49 202 millionths; at most four decimals.
    private static func millionths(_ text: String) -> Int64? {
        let plain = text.filter { !$0.isWhitespace && $0 != "%" }
        guard let match = plain.wholeMatch(of: /([-−]?)(\d{1,6})(?:[.,](\d{1,4}))?/),
            let whole = Int64(match.output.2)
        else { return nil }
        let digits = (match.output.3.map(String.init) ?? "") + "0000"
        let value = whole * 10_000 + (Int64(digits.prefix(4)) ?? 0)
        return match.output.1.isEmpty ? value : -value
    }
}

extension FormFields {
    /// A budget as its form shows it, for the next decision about the same year.
    init(_ budget: Budget, activities: [PlanPart]) {
        self.init(["jaar": "\(budget.year)", "bron": "", "sleutel": budget.keyName])
        let posts = budget.posts.map { post in
            let number = post.part.flatMap { part in activities.first { $0.id == part } }.map {
                "; \($0.number)"
            }
            let amount = post.amount.map { String(Dutch.money($0).dropFirst(2)) } ?? ""
            return "\(post.name); \(amount)\(number ?? "")"
        }
        add("posten", posts.joined(separator: "\n"))
    }
}
