package import Domain

/// A form that cannot be saved, with every fault at its field.
package struct FormRefusal: Error, Equatable {
    package let errors: [FieldError]

    package init(_ errors: [FieldError]) {
        self.errors = errors
    }

    package init(_ field: String, _ sentence: String) {
        errors = [FieldError(field, sentence)]
    }
}

/// Reads the fields of a form and remembers every fault, so that all are told at once.
package struct FormReading {
    /// The longest short text.
    package static let lineMax = 160
    /// The longest text of several paragraphs: some ten pages.
    package static let textMax = 20_000

    package let fields: FormFields
    package private(set) var errors: [FieldError] = []

    package init(_ fields: FormFields) {
        self.fields = fields
    }

    package mutating func refuse(_ name: String, _ sentence: String) {
        errors.append(FieldError(name, sentence))
    }

    static func tooLong(_ count: Int, max: Int) -> String {
        "Dit is te lang: \(Dutch.number(count)) tekens. Gebruik er hoogstens \(Dutch.number(max))."
    }

    /// - Parameter what: what to fill in, as in "Vul de titel in"; nil for a field that may stay empty.
    package mutating func text(_ name: String, _ what: String? = nil, max: Int = lineMax) -> String {
        let text = fields[name]
        if let what, text.isEmpty { refuse(name, "Vul \(what) in.") }
        if text.count > max {
            refuse(name, Self.tooLong(text.count, max: max))
        }
        return text
    }

    package mutating func day(_ name: String, isRequired: Bool = true) -> Day? {
        guard !fields[name].isEmpty else {
            if isRequired { refuse(name, "Vul de dag in, zoals 23-11-2026.") }
            return nil
        }
        let day = Dutch.day(fields[name])
        if day == nil { refuse(name, Dutch.dayRefusal(fields[name])) }
        return day
    }

    package mutating func choice<Kind: RawRepresentable>(_ name: String, of: Kind.Type = Kind.self) -> Kind?
    where Kind.RawValue == String {
        let kind = Kind(rawValue: fields[name])
        if kind == nil { refuse(name, "Maak een keuze uit de lijst.") }
        return kind
    }

    /// One of `options`, by the text with which the form names it.
    package mutating func choice<Option>(
        _ name: String, among options: [Option], by text: (Option) -> String
    ) -> Option? {
        let option = options.first { text($0) == fields[name] }
        if option == nil { refuse(name, "Maak een keuze uit de lijst.") }
        return option
    }

    /// - Parameter unit: as in "Vul een aantal mensen van 1 tot en met 200 in".
    package mutating func number(
        _ name: String, _ unit: String, in range: ClosedRange<Int>, isRequired: Bool = true
    ) -> Int? {
        if fields[name].isEmpty, !isRequired { return nil }
        guard let number = Int(fields[name].filter { $0 != "." }), range.contains(number) else {
            refuse(
                name,
                "Vul een aantal \(unit) van \(Dutch.number(range.lowerBound)) tot en met \(Dutch.number(range.upperBound)) in."
            )
            return nil
        }
        return number
    }

    /// A calendar year, which is no amount: written without a point.
    package mutating func year(_ name: String, in range: ClosedRange<Int>) -> Int? {
        guard let year = Int(fields[name]), range.contains(year) else {
            refuse(name, "Vul een jaar in van \(range.lowerBound) tot en met \(range.upperBound).")
            return nil
        }
        return year
    }

    /// Everything that `reading` gives, when nothing was wrong.
    package func finished<Value>(_ value: Value?) throws(FormRefusal) -> Value {
        guard errors.isEmpty, let value else { throw FormRefusal(errors) }
        return value
    }
}

extension FormFields {
    /// Of every field whose text is longer than `max`, that it is: nothing that was typed is cut off.
    package func overlong(_ max: Int) -> [FieldError] {
        names.filter { self[$0].count > max }.map {
            FieldError($0, FormReading.tooLong(self[$0].count, max: max))
        }
    }
}
