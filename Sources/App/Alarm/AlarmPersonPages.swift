import Domain
import Web

/// One person in an alarm.
enum AlarmPersonPages {
    static func person(_ model: AlarmPersonPage, _ csrf: String) -> Page {
        let calls = model.numbers.map { number -> HTML in
            "<a class=\"button\" href=\"\(number.link)\">Bel \(number.shown)</a>"
        }
        let reasons = model.reasons.map { reason -> HTML in "<li>\(reason)</li>" }
        return Page(
            heading: model.heading,
            breadcrumb:
                "<a href=\"/alarmen/\(model.alarm.id)\">\(model.alarm.isCalm ? "Terug naar de vraag" : "Terug naar het alarm")</a>",
            body: """
                \(AlarmPages.exercise(model.alarm))
                <p>\(model.municipality). \(register(model))</p>
                \(calls.isEmpty ? nil : "<div class=\"actions\">\(calls)</div>" as HTML?)
                \(model.mayAnswer ? record(model, csrf) : nil)
                <h2>Waarom</h2><ul>\(reasons)</ul>
                \(messages(model.messages))
                \(answers(model))
                \(AlarmPages.exercise(model.alarm))
                """)
    }

    private static func register(_ model: AlarmPersonPage) -> HTML? {
        guard model.mayOpenPerson else { return nil }
        return "<a href=\"/mensen/\(model.person.id)\">Gegevens van deze persoon</a>"
    }

    /// What somebody said on the telephone, written down by whoever rang.
    private static func record(_ model: AlarmPersonPage, _ csrf: String) -> HTML {
        let path = "/alarmen/\(model.alarm.id)/mensen/\(model.person.id)"
        func button(_ answer: String, _ label: String, minutes: String = "") -> HTML {
            form(
                path, csrf: csrf,
                """
                <input type="hidden" name="antwoord" value="\(answer)"><input type="hidden" name="minuten" value="\(minutes)">
                <button class="quiet" type="submit">\(label)</button>
                """)
        }
        // Who relieves comes at the begin of the shift.
        let coming =
            model.alarm.isCalm
            ? [button("komt", "Komt")]
            : ["15", "30", "60", "90"].map { button("komt", "Komt over \($0) minuten", minutes: $0) }
        return """
            <h2>Telefonisch gehoord? Leg het vast</h2>
            <div class="actions">\(coming)</div>
            <div class="actions">\(button("afstand", "Werkt op afstand mee"))\(button("nee", "Kan niet"))
            \(button("aanwezig", "Is aan het werk"))\(button("aanwezig-afstand", "Is op afstand aan het werk"))</div>
            """
    }

    /// What was sent to somebody and what became of it.
    static func messages(_ lines: [MessageLine]) -> HTML? {
        guard !lines.isEmpty else { return nil }
        let items = lines.map { line -> HTML in
            "<li><span class=\"muted nowrap\">\(Dutch.time(line.sentAt ?? line.createdAt))</span> \(line.sentence)</li>"
        }
        return "<h2>Berichten</h2><ul class=\"plain\">\(items)</ul>"
    }

    private static func answers(_ model: AlarmPersonPage) -> HTML? {
        guard !model.answers.isEmpty else { return nil }
        let items = model.answers.map { answer -> HTML in
            let text = answer.text.isEmpty ? "" : ": “\(answer.text)”"
            return """
                <li><span class="muted nowrap">\(Dutch.time(answer.receivedAt))</span> \(answer.way.word.capitalisedFirst)\(text).
                Gevolg: \(AlarmTimeline.answer(answer.effect))</li>
                """
        }
        return "<h2>Antwoorden</h2><ul class=\"plain\">\(items)</ul>"
    }
}
