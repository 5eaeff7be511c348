import Domain
import Storage
import Web

/// What the start page shows, per role: what is so now, and the one thing to do.
struct HomePage: Sendable {
    let board: DutyBoard?
    let showsRefusals: Bool
    let ownDuty: StoredDuty?
    let person: ID<Functionary>?
    /// The proof of the coming weeks, for those who see coverage.
    let report: CoverageReport?
    let lineNames: [Code<DutyLine>: String]
    let municipality: String?
    let roles: [Role]
    let deputies: DeputyPage
    /// Running alarms for which this person was called.
    let calls: [Alarm]
    let mayRaise: Bool
    let seesProgramme: Bool
    /// For whoever keeps the programme, while this year's is neither held nor planned.
    let missingJointExercise: String?
    let mayOpen: Bool
    /// Documents that go with this person's functions and were not confirmed as read.
    let unread: Int
    /// Running deployments that this visitor may see.
    let deployments: [Deployment]
    /// What waits for this visitor after a deployment.
    let tasks: [HomeTask]
    /// For whoever keeps the background work.
    let work: WorkStanding?
    let now: Instant

    /// Weeks of proof on the start page.
    static let weeksAhead = 4

    init(_ visit: Visit, _ tx: Transaction) throws {
        let signedIn = visit.signedIn
        now = visit.now
        roles = signedIn.grants.map(\.role)
        deputies = try DeputyPage(visit, tx)
        calls = try signedIn.person.map { try tx.runningCalls(of: $0) } ?? []
        mayRaise = signedIn.may(.raiseAlarm)
        seesProgramme = signedIn.may(.seeProgramme)
        let year = visit.today.parts.year
        let joint =
            signedIn.may(.editProgramme)
            ? try tx.jointExercise(in: year, norms: tx.normSet(), at: visit.now) : nil
        missingJointExercise = joint?.isMissing == true ? joint?.sentence(in: year) : nil
        mayOpen = signedIn.may(.openDeployments)
        unread =
            try signedIn.person.map {
                try tx.unreadDocumentCount(of: $0, signedIn.account, at: visit.now)
            } ?? 0
        deployments = try DeploymentsPage(visit, tx).running
        tasks = try HomeTask.all(visit, tx)
        work = signedIn.may(.manageWork) ? try tx.workStanding(at: visit.now) : nil
        let own = signedIn.municipalities.first
        municipality = try own.flatMap { code in try tx.municipalities().first { $0.code == code }?.name }
        let horizon = Interval(visit.now, visit.now.adding(minutes: Self.weeksAhead * 7 * 24 * 60))
        let input = try tx.coverageInput(during: horizon)
        board = signedIn.may(.seeDuty) ? try DutyBoard(visit, tx, municipality: own, input: input) : nil
        showsRefusals = signedIn.may(.seeRefusals)
        person = signedIn.may(.seeOwn) ? signedIn.person : nil
        ownDuty = try person.flatMap { person in
            try tx.duties(during: Interval(visit.now, .distantFuture), person: person).first
        }
        lineNames = try tx.lineNames()
        report = signedIn.may(.seeCoverage) ? try tx.coverageReport(during: horizon, input: input) : nil
    }

    /// What is so now, as a sentence.
    var heading: String {
        if let ownDuty, ownDuty.duty.interval.contains(now) {
            return "Je hebt dienst tot \(Dutch.moment(ownDuty.duty.interval.end))"
        }
        if let board { return board.heading }
        if let report { return Self.heading(report, lineNames) }
        return work?.sentence ?? "Er wacht niets op u"
    }

    private static func heading(_ report: CoverageReport, _ names: [Code<DutyLine>: String]) -> String {
        guard let first = report.gaps.first else {
            return "De komende \(weeksAhead) weken is alles volgens rooster bezet"
        }
        return
            "Eerste gat: \(names[first.line.code] ?? first.line.code.text), \(Dutch.period(first.interval))"
    }
}

/// The start page: "wat moet ik nu doen".
enum HomePages {
    static func home(_ model: HomePage) -> Page {
        Page(
            heading: model.heading,
            body: """
                \(alarms(model))
                \(tasks(model))
                \(own(model))
                \(ahead(model))
                \(model.board.map { board in duty(board, model) })
                \(offices(model))
                \(DeputyPages.card(model.deputies))
                \(reading(model))
                \(programme(model))
                \(accord(model))
                \(contact(model))
                <p><a href="/privacy">Privacy: wat Oranje van mensen bewaart</a></p>
                """)
    }

    private static func tasks(_ model: HomePage) -> HTML? {
        guard !model.tasks.isEmpty else { return nil }
        let items = model.tasks.map { task -> HTML in "<li><a href=\"\(task.path)\">\(task.sentence)</a></li>"
        }
        return "<section class=\"card\"><h2 class=\"first\">Dit wacht op je</h2><ul>\(items)</ul></section>"
    }

    /// The signal of the missing joint exercise stands here for whoever can plan it.
    private static func programme(_ model: HomePage) -> HTML? {
        guard model.seesProgramme else { return nil }
        let signal = model.missingJointExercise.map { sentence -> HTML in
            "<div class=\"nl-alert nl-alert--warning\"><p>\(sentence)</p></div>"
        }
        return "\(signal)<p><a href=\"/programma\">Programma van trainingen en oefeningen</a></p>"
    }

    /// What somebody must still read stands out; the list itself is for everybody.
    private static func reading(_ model: HomePage) -> HTML {
        guard model.unread > 0 else {
            return "<p><a href=\"/documenten\">Instructies, documenten en taakkaarten</a></p>"
        }
        return """
            <div class="nl-alert nl-alert--warning"><p><a href="/documenten">Je moet nog \(Dutch.count(model.unread, "document", "documenten")) lezen</a></p></div>
            """
    }

    /// The cold side: what was agreed and decided.
    private static func accord(_ model: HomePage) -> HTML? {
        func may(_ permission: Permission) -> Bool {
            model.roles.contains { $0.permissions.contains(permission) }
        }
        let hours: HTML? =
            may(.writeHours) ? "<p><a href=\"/uren\">Uren schrijven voor het plan</a></p>" : nil
        guard may(.seeDecisions) else { return hours }
        return """
            \(hours)<p><a href="/afspraken">Regionale afspraken en toezeggingen</a></p>
            <p><a href="/besluiten">Besluiten en gespreksrondes</a></p>
            """
    }

    private static func contact(_ model: HomePage) -> HTML? {
        guard model.roles.contains(where: { $0.permissions.contains(.seeRegion) }) else {
            // Others find the norms on the page of the region.
            return "<p><a href=\"/normen\">Normen: elk getal waarmee wordt gerekend</a></p>"
        }
        return "<p><a href=\"/regio/aanspreekpunt\">Wie antwoordt waarvoor, nu</a></p>"
    }

    /// Answering a call comes before everything; raising one is within thumb's reach for whoever may.
    private static func alarms(_ model: HomePage) -> HTML? {
        let calls = model.calls.map { alarm -> HTML in
            let tone: HTML = alarm.isCalm ? "nl-alert--warning" : "nl-alert--error"
            let mark = alarm.isExercise ? "OEFENING: je" : "Je"
            return """
                <div class="nl-alert \(tone)"><h2>\(mark) bent gevraagd\(alarm.isCalm ? ", geen alarm" : "")</h2>
                <p>\(alarm.description)</p><p><a class="button" href="/alarmen/\(alarm.id)/ik">Antwoord nu</a></p></div>
                """
        }
        let open: HTML? =
            model.mayOpen
            ? """
            <a class="button" href="/inzetten/opschalen">Burgemeester belt</a>
            <a class="button" href="/inzetten/nieuw">Inzet vastleggen</a>
            """ : nil
        let raise: HTML? =
            model.mayRaise ? "<a class=\"button\" href=\"/alarmen/nieuw\">Alarmeren</a>" : nil
        let actions: HTML? =
            open == nil && raise == nil ? nil : "<div class=\"actions\">\(open)\(raise)</div>"
        let running = model.deployments.map { deployment -> HTML in
            let level = deployment.level?.name ?? deployment.mode.word
            return """
                <li class="card">\(deployment.isExercise ? "<p class=\"exercise\"><strong>OEFENING</strong></p>" : nil as HTML?)
                <h2><a href="/inzetten/\(deployment.id)">\(deployment.title)</a></h2><p>\(level)</p></li>
                """
        }
        let list: HTML? = running.isEmpty ? nil : "<ul class=\"cards board\">\(running)</ul>"
        return "\(calls)\(actions)\(list)"
    }

    private static func own(_ model: HomePage) -> HTML? {
        guard let person = model.person else { return nil }
        let duty: HTML =
            model.ownDuty.map { stored in
                let line = model.lineNames[stored.duty.line] ?? stored.duty.line.text
                let isNow = stored.duty.interval.contains(model.now)
                let when = isNow ? "Nu" : "Je volgende dienst"
                return
                    "<p>\(when): \(line) (\(stored.duty.slot.word)), \(Dutch.period(stored.duty.interval)).</p>"
            } ?? "<p>Je staat niet op het rooster.</p>"
        return """
            <section class="card" aria-label="Mijn dienst">\(duty)
            <div class="actions"><a class="button" href="/mensen/\(person)/verhindering">Ik ben verhinderd</a>
            <a class="button quiet" href="/rooster/mijn">Mijn diensten en ruilen</a>
            <a class="button quiet" href="/programma/mijn">Trainingen en oefeningen</a>
            <a class="button quiet" href="/mensen/\(person)">Mijn functies</a>
            <a class="button quiet" href="/mijn/gegevens">Mijn gegevens</a>
            <a class="button quiet" href="/alarmen">Mijn alarmen</a></div></section>
            """
    }

    private static func ahead(_ model: HomePage) -> HTML? {
        guard let report = model.report else { return nil }
        let gaps = report.gaps
        let figures = report.coverage.figures
        let share = Dutch.percentage(figures.coveredMinutes, of: figures.minutes)
        let items = gaps.prefix(3).map { gap -> HTML in
            let week = Amsterdam.day(at: gap.interval.start).monday
            let name = model.lineNames[gap.line.code] ?? gap.line.code.text
            return
                "<li><a href=\"/bezetting/\(gap.line.code)/\(week.iso)\">\(name)</a>, \(Dutch.period(gap.interval))</li>"
        }
        let list: HTML =
            gaps.isEmpty
            ? "<p>Alle lijnen zijn volgens rooster bezet.</p>"
            : "<p>\(share) van de minuten is bezet. \(Dutch.count(gaps.count, "gat", "gaten")):</p><ul>\(items)</ul>"
        return """
            <section class="card"><h2 class="first">De komende \(HomePage.weeksAhead) weken</h2>\(list)
            <div class="actions"><a class="button quiet" href="/bezetting">Bekijk het hele jaar</a>
            <a class="button quiet" href="/simulatie">Wat samenwerken oplevert</a></div></section>
            """
    }

    private static func duty(_ board: DutyBoard, _ model: HomePage) -> HTML {
        let place = model.municipality.map { "voor \($0)" } ?? "in de regio"
        return
            "<h2>Wie heeft nu dienst \(place)</h2>\(DutyPages.board(board, showsRefusals: model.showsRefusals))"
    }

    private static func offices(_ model: HomePage) -> HTML? {
        if model.roles.contains(.functionalAdministrator) {
            return """
                <p class="lead">U beheert de accounts. Inhoud ziet u niet.</p>
                <div class="actions"><a class="button" href="/accounts">Naar de accounts</a>
                <a class="button quiet" href="/werk">Achtergrondwerk</a>
                <a class="button quiet" href="/toezicht">Toezicht op de alarmering</a></div>
                """
        }
        if model.roles.contains(.auditor) {
            return """
                <p class="lead">U kunt het journaal inzien.</p>
                <div class="actions"><a class="button" href="/journaal">Naar het journaal</a></div>
                """
        }
        return nil
    }
}
