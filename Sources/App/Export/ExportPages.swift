import Domain
import Web

/// A deployment on paper: as a page of the site, and as a file that needs nothing else.
enum ExportPages {
    static func page(_ model: DeploymentExport) -> Page {
        let path = "/inzetten/\(model.deployment.id)"
        let others = ExportKind.allCases.filter { $0 != model.kind }.map { kind -> HTML in
            "<a href=\"\(path)/stukken/\(kind.rawValue)\">\(kind.word)</a> "
        }
        return Page(
            heading: model.title, breadcrumb: "<a href=\"\(path)\">\(model.deployment.title)</a>",
            body: """
                <div class="actions"><a class="button quiet" href="\(path)/stukken/\(model.kind.rawValue)/pdf">Als toegankelijke pdf</a>
                <a class="button quiet" href="\(path)/stukken/\(model.kind.rawValue)/bestand">Als bestand</a></div>
                <nav aria-label="Andere stukken"><p>\(others)</p></nav>
                \(content(model, \.html))
                """, isExercise: model.deployment.isExercise)
    }

    /// The same as a document that needs nothing else, for a file, a printer and a PDF.
    static func paper(_ model: DeploymentExport) -> Paper {
        let exercise = model.deployment.isExercise ? "OEFENING" : nil
        return Paper(
            kind: model.kind.word, title: model.title, regionName: model.region, made: model.madeAt,
            confidentiality: exercise, body: content(model, \.paper))
    }

    /// How a table stands in what is made: in its frame on a page, plain in a paper.
    private typealias Setting = (Table) -> HTML

    private static func content(_ model: DeploymentExport, _ set: Setting) -> HTML {
        let deployment = model.deployment
        let ended = deployment.endedAt.map { " tot \(Dutch.moment($0))" } ?? ", loopt nog"
        let hidden: HTML? =
            model.hiddenCount == 0
            ? nil
            : "<p class=\"muted\">\(Dutch.count(model.hiddenCount, "vertrouwelijke regel is", "vertrouwelijke regels zijn")) weggelaten.</p>"
        let body: HTML =
            switch model.kind {
            case .report: report(model, set)
            case .timeline: timeline(model.entries, set)
            case .article40: article40(model, set)
            }
        return """
            <p>\(model.region). Inzet \(deployment.number), \(model.places)\(deployment.place.isEmpty ? "" : ", \(deployment.place)"). \
            Vanaf \(Dutch.moment(deployment.openedAt))\(ended).</p>
            \(body)\(hidden)
            <p class="muted">Uit het log van de inzet, \(Dutch.moment(model.madeAt)).</p>
            """
    }

    // MARK: Article 40

    private static func article40(_ model: DeploymentExport, _ set: Setting) -> HTML {
        let notice: HTML? =
            model.isRegional
            ? nil
            : """
            <p><strong>Let op:</strong> artikel 40 geldt na toepassing van artikel 39. In deze inzet is geen GRIP 4 of 5 vastgelegd.</p>
            """
        return """
            \(notice)<p>Aan de raden van \(model.places).</p>
            <h2>1. Opschaling</h2>\(levels(model, set))
            <h2>2. Verloop van de gebeurtenissen</h2>\(timeline(model.course, set))
            <h2>3. Besluiten</h2>\(decisions(model))
            <h2>4. Bezwaren</h2>\(objections(model))
            <h2>5. Vragen van de raden</h2>
            <p>De voorzitter beantwoordt vragen schriftelijk, en licht dit verslag op verzoek mondeling toe (Wvr, artikel 40).</p>
            <p>De voorzitter van de veiligheidsregio,</p><p>Naam: ………………………………………… Datum: ……………………</p>
            """
    }

    private static func levels(_ model: DeploymentExport, _ set: Setting) -> HTML {
        let heard = model.state.declarations.heard
        guard !heard.isEmpty else {
            return "<p>\(model.state.flexible?.sentence ?? "Er is geen niveau vastgelegd.")</p>"
        }
        var table = Table("Niveaus", columns: ["Niveau", "Afgekondigd", "Door", "Grond", "Gemeenten"])
        for one in heard {
            let declaration = one.declaration
            let by = [declaration.declarer?.word ?? "", declaration.declaredBy].filter { !$0.isEmpty }
            table.add([
                "\(declaration.level?.name ?? "onder GRIP")", "\(Dutch.shortMoment(one.occurredAt))",
                "\(by.isEmpty ? "niet vastgelegd" : by.joined(separator: " "))",
                "\(declaration.ground.isEmpty ? "niet vastgelegd" : declaration.ground)",
                "\(Dutch.list(declaration.municipalities.map { model.names[$0] ?? $0.text }))",
            ])
        }
        return set(table)
    }

    private static func decisions(_ model: DeploymentExport) -> HTML {
        let items = model.decisions.map { decision -> HTML in
            let value = decision.value
            let picture = value.picture.map { "beeld versie \($0)" } ?? "geen vastgelegd beeld"
            return """
                <section><h3>\(Dutch.shortMoment(decision.entry.occurredAt)): \(value.decision)</h3>
                <p>\(value.judgement)</p><p class="muted">Nummer \(decision.entry.number), door \(value.decidedBy), op \(picture). Effect: \(value.effect.word).</p></section>
                """
        }
        return items.isEmpty ? "<p>Er is geen besluit vastgelegd.</p>" : "\(items)"
    }

    private static func objections(_ model: DeploymentExport) -> HTML {
        let items = model.state.objections.filter { !$0.entry.isConfidential }.map { objection -> HTML in
            let value = objection.value
            let place = value.municipality.map { " (\(model.names[$0] ?? $0.text))" } ?? ""
            let against = value.decision.map { " tegen besluit nummer \($0)" } ?? ""
            return """
                <section><h3>\(Dutch.shortMoment(objection.entry.occurredAt)): \(value.by)\(place)\(against)</h3><p>\(objection.entry.text)</p></section>
                """
        }
        return items.isEmpty
            ? "<p>Geen burgemeester heeft bezwaar laten vastleggen.</p>" : "\(items)"
    }

    // MARK: Timeline and report

    private static func timeline(_ entries: [DeploymentEntry], _ set: Setting) -> HTML {
        guard !entries.isEmpty else { return "<p>Er is niets vastgelegd.</p>" }
        var table = Table("Tijdlijn", columns: ["Gebeurd", "Wat", "Soort", "Vastgelegd door"])
        for entry in entries {
            table.add([
                "\(Dutch.shortMoment(entry.occurredAt))", "\(entry.text)", "\(entry.content.kind.word)",
                "\(entry.author.text)",
            ])
        }
        return set(table)
    }

    private static func report(_ model: DeploymentExport, _ set: Setting) -> HTML {
        let crew = model.crew.map { entry -> HTML in "<li>\(entry.people) × \(entry.function)</li>" }
        let picture = model.state.picture.topics.map { topic -> HTML in
            let said = topic.statements.map { statement -> HTML in "<li>\(statement.text)</li>" }
            return "<section><h3>\(topic.theme.word): \(topic.name)</h3><ul>\(said)</ul></section>"
        }
        return """
            <h2>Opschaling</h2>\(levels(model, set))
            <h2>Wie er werkte</h2>\(crew.isEmpty ? "<p>Niemand is vastgelegd.</p>" : "<ul>\(crew)</ul>")
            <h2>Beeld aan het eind</h2>\(picture.isEmpty ? "<p>Er is geen beeld vastgelegd.</p>" : "\(picture)")
            <h2>Besluiten</h2>\(decisions(model))\(shelter(model, set))
            <h2>Naast de norm</h2>\(norms(model, set))
            \(evaluation(model))\(aftermath(model))
            <h2>Verloop</h2>\(timeline(model.course, set))
            """
    }

    private static func shelter(_ model: DeploymentExport, _ set: Setting) -> HTML? {
        let places = model.shelter.places
        guard !places.isEmpty else { return nil }
        var table = Table("Opvang", columns: ["Plek", "Soort", "Plaatsen", "Meeste mensen", "Open", "Dicht"])
        for place in places {
            let shelter = place.shelter
            table.add([
                "\(shelter.name)", "\(shelter.kind.word)", shelter.capacity.map { "\($0)" } ?? "onbekend",
                "\(place.most)", shelter.openedAt.map { "\(Dutch.shortMoment($0))" } ?? "–",
                shelter.closedAt.map { "\(Dutch.shortMoment($0))" } ?? "–",
            ])
        }
        return "<h2>Opvang</h2>\(set(table))"
    }

    private static func norms(_ model: DeploymentExport, _ set: Setting) -> HTML {
        guard !model.groups.isEmpty else { return "<p>Er was niets om te meten.</p>" }
        var table = Table(
            "Momenten naast hun norm",
            columns: ["Wat", "Aantal", "Binnen de norm", "Later", "Niet", "Tijd niet om", "Zonder norm"])
        for group in model.groups {
            table.add([
                "\(group.subject.word)", "\(group.moments.count)", "\(group.count(.inTime))",
                "\(group.count(.late))", "\(group.count(.never))", "\(group.count(.ahead))",
                "\(group.count(.noNorm))",
            ])
        }
        return set(table)
    }

    /// Only an approved evaluation leaves the house.
    private static func evaluation(_ model: DeploymentExport) -> HTML? {
        guard let evaluation = model.evaluation, evaluation.approved != nil else { return nil }
        let findings = evaluation.findings.map { finding -> HTML in
            "<li>\(finding.heading.word): \(finding.text)</li>"
        }
        let lessons = evaluation.lessons.map { lesson -> HTML in
            "<li>\(lesson.text) Actie: \(lesson.action), \(lesson.owner)\(lesson.dueOn.map { ", vóór \(Dutch.date($0))" } ?? "").</li>"
        }
        return """
            <h2>Evaluatie</h2><p>\(evaluation.summary)</p>
            \(findings.isEmpty ? nil : "<h3>Bevindingen</h3><ul>\(findings)</ul>" as HTML?)
            \(lessons.isEmpty ? nil : "<h3>Lessen</h3><ul>\(lessons)</ul>" as HTML?)
            """
    }

    private static func aftermath(_ model: DeploymentExport) -> HTML? {
        guard !model.aftermaths.isEmpty else { return nil }
        let items = model.aftermaths.map { aftermath -> HTML in
            let open = aftermath.points.count { !$0.isDone }
            return
                "<li>\(model.names[aftermath.file.municipality] ?? ""): \(aftermath.file.state.word), \(Dutch.count(open, "punt", "punten")) open</li>"
        }
        return "<h2>Nafase</h2><ul>\(items)</ul>"
    }
}
