import Domain
import Web

extension InventoryQuestion.Section {
    var word: String {
        switch self {
        case .organisation: "organisatie"
        case .budget: "budget"
        case .definition: "definitie"
        case .people: "mensen"
        case .involvement: "betrokkenheid"
        case .columns: "andere kolommen"
        case .trust: "vertrouwen en verbinding"
        }
    }
}

extension InventoryQuestion {
    /// An answer as it is shown; nothing reads as nothing.
    func shown(_ value: String?) -> String {
        guard let value, !value.isEmpty else { return "niet ingevuld" }
        switch kind {
        case .choice, .text: return value
        case .grade: return "\(value) van 5"
        case .euros: return "€ \(Int(value).map(Dutch.number) ?? value)"
        case .number(let unit): return "\(Int(value).map(Dutch.number) ?? value) \(unit)"
        }
    }

    /// What is wrong with what was typed.
    var refusal: String {
        switch kind {
        case .choice: "Maak een keuze uit de lijst."
        case .grade: "Kies een cijfer van 1 tot en met 5."
        case .text: "Dit is te lang; gebruik hoogstens \(Dutch.number(Self.textMax)) tekens."
        case .number(let unit):
            numberMax == Self.anyNumberMax
                ? "Vul een heel aantal \(unit) in."
                : "Vul een heel aantal \(unit) in, hoogstens \(Dutch.number(numberMax))."
        case .euros: "Vul een bedrag in hele euro's in, bijvoorbeeld 25.000."
        }
    }
}

extension InventoryQuestion {
    /// That an answer is more than that to `whole`, of which it is a part.
    func excess(over whole: InventoryQuestion, of value: String?) -> String {
        "Dit is meer dan het geheel: bij ‘\(whole.text)’ staat \(whole.shown(value))."
    }
}

extension InventorySpread {
    /// How far the answers lie apart, in a sentence.
    func sentence(_ question: InventoryQuestion) -> String {
        let missing = answered == asked ? "" : " \(answered) van \(asked) gemeenten vulden dit in."
        if let least, let median, let most {
            let spread =
                least == most
                ? "Overal \(question.shown("\(least)"))."
                : "Van \(question.shown("\(least)")) tot \(question.shown("\(most)")), in het midden \(question.shown("\(median)"))."
            return spread + missing
        }
        let given = counts.filter { $0.municipalities > 0 }.map { "\($0.option): \($0.municipalities)" }
        return given.isEmpty
            ? "\(answered) van \(asked) gemeenten vulden dit in." : "\(Dutch.list(given)).\(missing)"
    }
}
