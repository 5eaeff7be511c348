import Domain
import Web

/// The year calendar, and somebody's own list.
enum ProgrammePages {
    static let crumb: HTML = "<a href=\"/programma\">Programma</a>"

    static func year(_ model: ProgrammePage) -> Page {
        let past = model.months.filter { isOver($0.entries, model) }
        let coming = model.months.filter { !isOver($0.entries, model) }
        return Page(
            heading: heading(model),
            body: """
                \(joint(model))
                \(ways(model))
                \(choice(model))
                \(coming.map { month, entries in section(month, entries, model) })
                \(model.months.isEmpty ? empty(model) : nil)
                \(past.isEmpty ? nil : "<h2>Geweest</h2>")\(past.map { month, entries in section(month, entries, model) })
                \(DownloadPages.links("/programma/lijst", query: "jaar=\(model.year)"))
                """)
    }

    private static func heading(_ model: ProgrammePage) -> String {
        guard let next = model.next else { return "Er staat niets meer op het programma" }
        let when = Dutch.date(Amsterdam.day(at: next.session.interval.start))
        return "Eerstvolgende: \(next.activity.title), \(when)"
    }

    /// Loud while it is missing, one sentence when all is well.
    private static func joint(_ model: ProgrammePage) -> HTML {
        let sentence = model.joint.sentence(in: model.year)
        guard model.joint.isMissing else { return "<p>\(sentence)</p>" }
        let plan: HTML =
            model.mayEdit ? "<p><a href=\"/programma/activiteiten\">Plan haar nu</a></p>" : ""
        return "<div class=\"nl-alert nl-alert--warning\"><p>\(sentence)</p>\(plan)</div>"
    }

    private static func ways(_ model: ProgrammePage) -> HTML {
        let own: HTML? =
            model.hasOwn ? "<a class=\"button\" href=\"/programma/mijn\">Mijn inschrijvingen</a>" : nil
        let edit: HTML? =
            model.mayEdit
            ? """
            <a class="button quiet" href="/programma/sessies/nieuw">Sessie plannen</a>
            <a class="button quiet" href="/programma/activiteiten">Activiteiten</a>
            <a class="button quiet" href="/programma/kosten?jaar=\(model.year)">Uren en kosten</a>
            """ : nil
        return "<div class=\"actions\">\(own)\(edit)</div>"
    }

    private static func choice(_ model: ProgrammePage) -> HTML {
        let kinds =
            [("", "alle soorten")]
            + ActivityKind.allCases.filter { $0 != .deployment }.map {
                ($0.rawValue, $0.word)
            }
        let functions = [("", "alle functies")] + model.functions.map { ($0.code.text, $0.name) }
        let fields: [Field] = [
            Field("jaar", "Jaar", .choice(model.years.map { ("\($0)", "\($0)") })),
            Field("soort", "Soort", .choice(kinds)), Field("functie", "Functie", .choice(functions)),
        ]
        let state = FormState(
            FormFields([
                "jaar": "\(model.year)", "soort": model.kind?.rawValue ?? "",
                "functie": model.function?.text ?? "",
            ]))
        return """
            <form method="get" action="/programma"><div class="row">\(fields.map { $0.html(state) })
            <div class="actions"><button class="quiet" type="submit">Toon</button></div></div></form>
            """
    }

    private static func empty(_ model: ProgrammePage) -> HTML {
        model.mayEdit
            ? "<p>Hier staat nog niets. Maak eerst een activiteit en plan daarna een sessie.</p>"
            : "<p>Hier staat nog niets. Het regionaal bureau vult het programma.</p>"
    }

    private static func isOver(_ entries: [ProgrammeEntry], _ model: ProgrammePage) -> Bool {
        entries.allSatisfy { $0.session.hasEnded(at: model.now) }
    }

    /// Months that are over fold away, below what is to come.
    private static func section(_ month: Int, _ entries: [ProgrammeEntry], _ model: ProgrammePage) -> HTML {
        let title = "\(Dutch.monthName(month).capitalisedFirst) \(model.year)"
        var table = Table(
            "\(title): \(Dutch.count(entries.count, "sessie", "sessies"))",
            columns: ["Wanneer", "Wat", "Soort", "Voor wie", "Plaats", "Plekken"])
        for entry in entries {
            table.add([
                "\(Dutch.period(entry.session.interval))",
                "<a href=\"/programma/sessies/\(entry.session.id)\">\(entry.activity.title)</a>\(mine(entry, model))",
                "\(entry.activity.kind.word)", "\(audience(entry.activity, model.functionNames))",
                "\(entry.session.place)",
                places(entry, at: model.now),
            ])
        }
        return isOver(entries, model)
            ? "<details><summary>\(title)</summary>\(table.html)</details>"
            : "<h2>\(title)</h2>\(table.html)"
    }

    private static func mine(_ entry: ProgrammeEntry, _ model: ProgrammePage) -> HTML? {
        switch model.own[entry.session.id] {
        case .placed: " <span class=\"tag competent\">ingeschreven</span>"
        case .waiting: " <span class=\"tag attention\">wachtlijst</span>"
        case .withdrawn, nil: nil
        }
    }

    static func audience(_ activity: Activity, _ names: [Code<CrisisFunction>: String]) -> String {
        activity.functions.isEmpty
            ? "iedereen" : Dutch.list(activity.functions.map { names[$0] ?? $0.text })
    }

    /// How many can still come, as a word.
    static func places(_ entry: ProgrammeEntry, at now: Instant) -> HTML {
        if entry.session.isCancelled { return "<span class=\"tag gap\">gaat niet door</span>" }
        if entry.session.hasBegun(at: now) {
            return "\(Dutch.count(entry.placed, "deelnemer", "deelnemers"))"
        }
        guard let free = entry.freePlaces else { return "\(entry.placed), geen grens" }
        if entry.waiting > 0 {
            return
                "<span class=\"tag attention\">vol</span> \(Dutch.count(entry.waiting, "wacht", "wachten"))"
        }
        return free == 0
            ? "<span class=\"tag attention\">vol</span>"
            : "\(free) van \(entry.session.capacity ?? free) vrij"
    }

    static func own(_ model: OwnProgrammePage) -> Page {
        Page(
            heading: heading(model), breadcrumb: crumb,
            body: """
                \(ahead(model))
                \(offered(model))
                \(past(model))
                """)
    }

    private static func heading(_ model: OwnProgrammePage) -> String {
        guard let first = model.ahead.first(where: { !$0.entry.session.isCancelled }) else {
            return "Je hebt geen sessie voor de boeg"
        }
        let when = Dutch.period(first.entry.session.interval)
        return first.enrolment.state == .placed
            ? "Je volgende sessie: \(first.entry.activity.title), \(when)"
            : "Je wacht op een plek: \(first.entry.activity.title), \(when)"
    }

    private static func ahead(_ model: OwnProgrammePage) -> HTML? {
        guard !model.ahead.isEmpty else { return nil }
        let cards = model.ahead.map { row -> HTML in
            let state: HTML =
                row.entry.session.isCancelled
                ? "<span class=\"tag gap\">gaat niet door</span>"
                : row.enrolment.state == .placed
                    ? "<span class=\"tag competent\">je hebt een plek</span>"
                    : "<span class=\"tag attention\">wachtlijst, plaats \(row.position ?? 1)</span>"
            return """
                <section class="card"><h2><a href="/programma/sessies/\(row.entry.session.id)">\(row.entry.activity.title)</a></h2>
                <p>\(Dutch.period(row.entry.session.interval))<br>\(row.entry.session.place)</p><p>\(state)</p></section>
                """
        }
        return "<div class=\"cards\">\(cards)</div>"
    }

    private static func offered(_ model: OwnProgrammePage) -> HTML {
        guard !model.offered.isEmpty else {
            return "<h2>Voor jouw functies</h2><p>Het komende half jaar staat er niets meer open.</p>"
        }
        var table = Table(
            "Open voor jou, het komende half jaar", columns: ["Wanneer", "Wat", "Soort", "Plaats", "Plekken"])
        for entry in model.offered {
            table.add([
                "\(Dutch.period(entry.session.interval))",
                "<a href=\"/programma/sessies/\(entry.session.id)\">\(entry.activity.title)</a>",
                "\(entry.activity.kind.word)", "\(entry.session.place)", places(entry, at: model.now),
            ])
        }
        return "<h2>Voor jouw functies</h2>\(table.html)"
    }

    private static func past(_ model: OwnProgrammePage) -> HTML? {
        guard !model.past.isEmpty else { return nil }
        var table = Table(
            "Waar je was, het laatste bovenaan", columns: ["Wanneer", "Wat", "Je was er", "Terugblik"])
        for row in model.past {
            let session = row.entry.session
            let judge: HTML =
                row.mayJudge
                ? "<a href=\"/programma/sessies/\(session.id)/terugblik\">Geef je mening</a>" : ""
            table.add([
                "\(Dutch.period(session.interval))",
                "<a href=\"/programma/sessies/\(session.id)\">\(row.entry.activity.title)</a>",
                presence(row.enrolment, isCancelled: session.isCancelled), judge,
            ])
        }
        return "<h2>Geweest</h2>\(table.html)"
    }

    private static func presence(_ enrolment: Enrolment, isCancelled: Bool) -> HTML {
        if isCancelled { return "ging niet door" }
        guard let attendance = enrolment.attendance else { return "nog niet ingevuld" }
        let result = attendance.result.map { ", \($0.word)" } ?? ""
        return "\(attendance.presence.word)\(result)"
    }
}
