import Domain
import Web

/// The report of an alarm, also on paper, and the figures of a year.
enum AlarmReviewPages {
    static func review(_ model: AlarmReviewPage) -> Page {
        let alarm = model.alarm
        let place = alarm.place.isEmpty ? model.municipality : "\(alarm.place), \(model.municipality)"
        return Page(
            heading: model.heading,
            breadcrumb: "<a href=\"/alarmen/\(alarm.id)\">Terug naar het alarm</a>",
            body: """
                \(AlarmPages.exercise(alarm))
                <p class="lead">\(alarm.description.isEmpty ? "Zonder omschrijving." : alarm.description) \(place).</p>
                <p>Gegeven \(Dutch.moment(alarm.raisedAt))\(alarm.endedAt.map { ", voorbij \(Dutch.moment($0))" } ?? ", loopt nog").
                \(alarm.isExercise ? "Een oefening telt niet mee in de cijfers." : "")</p>
                \(turnout(model))
                <h2>Hoe het ging</h2>
                \(steps(model))
                \(channels(model))
                \(reasons(model))
                <h2>Wat er gebeurde</h2>
                <ul class="plain">\(model.timeline.lines.map { line -> HTML in
                    "<li><span class=\"muted nowrap\">\(Dutch.time(line.at))</span> \(line.sentence)</li>"
                })</ul>
                \(AlarmPages.exercise(alarm))
                """)
    }

    private static func turnout(_ model: AlarmReviewPage) -> HTML {
        var table = Table(
            "Aan het werk, gemeten aan de norm",
            columns: ["Functie", "Gevraagd", "Aan het werk", "Norm", "Gevuld na", "Oordeel"])
        for (name, turnout) in model.posts {
            table.add([
                "\(name)", "\(turnout.wanted)", "\(turnout.arrivals.count)",
                turnout.withinMinutes.map { "\($0) min" } ?? "niet vastgesteld",
                turnout.minutesToFill.map { "\($0) min" } ?? "–", verdict(turnout),
            ])
        }
        return table.html
    }

    private static func verdict(_ turnout: Turnout) -> HTML {
        switch turnout.verdict {
        case .inTime: "<span class=\"tag covered\">binnen de norm</span>"
        case .late: "<span class=\"tag attention\">later dan de norm</span>"
        case .short: "<span class=\"tag gap\">\(turnout.wanted - turnout.arrivals.count) te weinig</span>"
        case .noNorm: "<span class=\"tag unknown\">gevuld, geen norm</span>"
        }
    }

    private static func steps(_ model: AlarmReviewPage) -> HTML {
        let people = model.people
        var facts: [(String, String)] = [
            ("Gevraagd", Dutch.count(people.called, "persoon", "mensen")),
            ("Antwoordden", Dutch.count(people.answered, "persoon", "mensen")),
            ("Eerste bericht aangenomen", since(model.firstSentAt, model.alarm)),
            ("Eerste antwoord", since(model.firstAnswerAt, model.alarm)),
            ("Betere omschrijving", described(model)),
        ]
        if people.overdue > 0 {
            let silent = people.silent == 0 ? "" : ", waarvan \(people.silent) zonder antwoord daarop"
            facts.append(("Over tijd en nagevraagd", "\(people.overdue)\(silent)"))
        }
        for entry in model.contacts where AlarmContact.Role.offices.contains(entry.contact.role) {
            let when = entry.contact.toldAt.map { since($0, model.alarm) } ?? "niet vastgelegd"
            facts.append(("Geïnformeerd: \(entry.name)", when))
        }
        if let takenAt = model.alarm.takenAt {
            let by = model.takenBy.map { " door \($0)" } ?? ""
            facts.append(("Te weinig mensen, overgenomen", since(takenAt, model.alarm) + by))
        }
        if model.doubtfulCount > 0 {
            facts.append(
                ("Mogelijk dubbel of na het einde", Dutch.count(model.doubtfulCount, "bericht", "berichten")))
        }
        let rows = facts.map { name, value -> HTML in "<dt>\(name)</dt><dd>\(value)</dd>" }
        return "<dl class=\"facts\">\(rows)</dl>"
    }

    private static func described(_ model: AlarmReviewPage) -> String {
        let norm = model.alarm.norms.followUpMinutes
        guard let minutes = model.describedMinutes else { return "niet gestuurd (norm \(norm) min)" }
        return "na \(minutes) min (norm \(norm) min)"
    }

    private static func since(_ moment: Instant?, _ alarm: Alarm) -> String {
        guard let moment else { return "niet" }
        let seconds = (moment.milliseconds - alarm.raisedAt.milliseconds + 999) / 1000
        let after = seconds < 120 ? "\(max(0, seconds)) seconden" : Dutch.duration(minutes: Int(seconds / 60))
        return "\(Dutch.time(moment)) uur, na \(after)"
    }

    private static func channels(_ model: AlarmReviewPage) -> HTML {
        var table = Table(
            "Berichten per kanaal",
            columns: ["Kanaal", "Geprobeerd", "Aangenomen", "Ontvangst gemeld", "Mislukt", "Mogelijk dubbel"])
        for figures in model.channels {
            table.add([
                "\(figures.kind.word)", "\(figures.asked)", "\(figures.accepted)", "\(figures.delivered)",
                "\(figures.failed)", "\(figures.possibleDuplicates)",
            ])
        }
        return model.channels.isEmpty ? "<p>Er is geen bericht geprobeerd.</p>" : table.html
    }

    private static func reasons(_ model: AlarmReviewPage) -> HTML {
        let answers = model.answers.map { effect, count -> HTML in
            "<li>\(count) × \(AlarmTimeline.answer(effect))</li>"
        }
        let exclusions = model.exclusions.map { reason, people -> HTML in "<li>\(people) × \(reason)</li>" }
        return """
            <h2>Antwoorden</h2>\(answers.isEmpty ? "<p>Niemand antwoordde.</p>" : "<ul>\(answers)</ul>")
            \(exclusions.isEmpty ? nil : "<h2>Niet gevraagd</h2><ul>\(exclusions)</ul>" as HTML?)
            """
    }

    static func turnouts(_ model: TurnoutPage) -> Page {
        var table = Table(
            "Opkomst per functie, \(Dutch.period(model.interval))",
            columns: ["Functie", "Alarmen", "Plaatsen", "Gevuld", "Binnen de norm", "Gevuld na (middelste)"])
        for (name, figures) in model.functions {
            table.add([
                "\(name)", "\(figures.alarms)", "\(figures.wanted)", "\(figures.filled)",
                figures.withNorm == 0
                    ? "geen norm" : "\(figures.inTime) van \(figures.withNorm)",
                figures.medianMinutes.map { "\($0) min" } ?? "–",
            ])
        }
        let none: HTML = "<p>Zodra een alarm voorbij is, staat de opkomst hier.</p>"
        return Page(
            heading: model.heading, breadcrumb: "<a href=\"/alarmen\">Alarmen</a>",
            body: """
                \(model.functions.isEmpty ? none : table.html)
                <p>Alleen echte alarmen die voorbij zijn. \(Dutch.count(model.exerciseCount, "oefening telt", "oefeningen tellen")) niet mee.
                Wie zich later terugtrok, telt niet.</p>
                """)
    }
}
