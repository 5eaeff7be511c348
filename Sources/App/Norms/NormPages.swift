import Domain
import Web

/// The norms: everything that is reckoned with, and one norm with its history.
enum NormPages {
    static func list(_ model: NormsPage) -> Page {
        let counts = model.counts
        let unknown = counts.unknown == 0 ? "" : ", \(counts.unknown) niet vastgesteld"
        let links = model.sections.enumerated().map { index, section -> HTML in
            "\(index == 0 ? "" : " · ")<a href=\"#deel-\(index)\">\(section.name)</a>"
        }
        let sections = model.sections.enumerated().map { index, section -> HTML in
            "<h2 id=\"deel-\(index)\">\(section.name)</h2>\(table(section, model))"
        }
        return Page(
            heading: "\(Dutch.count(counts.known, "norm heeft", "normen hebben")) een waarde\(unknown)",
            breadcrumb: model.maySeeRegion ? "<a href=\"/regio\">Regio</a>" : nil,
            body: """
                <p class="lead">Elk getal waarmee gerekend wordt, met waar het vandaan komt. Wat niemand heeft vastgesteld,
                staat er als “niet vastgesteld”: dan rekent niets ermee.</p>
                <nav aria-label="Onderdelen">\(links)</nav>
                \(sections)
                <h2 id="functies">Per functie</h2>
                \(functions(model))
                """)
    }

    private static func table(_ section: NormFile.Section, _ model: NormsPage) -> HTML {
        var table = Table(section.name, columns: ["Norm", "Nu", "Status", "Bron", "Sinds"])
        for entry in section.norms {
            guard entry.code.subjects.contains(.region) else {
                table.add([
                    "\(entry.name)<br><span class=\"muted\">\(entry.explanation)</span>",
                    "<a href=\"#functies\">per functie</a>", "", "", "",
                ])
                continue
            }
            let norm = model.norms.norm(of: entry.code, at: model.now)
            table.add([
                """
                \(link(entry.code, .region, entry.name))<br>\
                <span class="muted">\(entry.explanation)</span>
                """,
                value(norm, entry.code), "\(norm?.status.word ?? "–")", "\(norm?.source ?? "–")",
                "\(norm?.validFrom.map(Dutch.shortDate) ?? "–")",
            ])
        }
        return table.html
    }

    private static func functions(_ model: NormsPage) -> HTML {
        var table = Table(
            "Normen die per functie verschillen",
            columns: ["Functie", "Aan het werk binnen", "Gevraagd aantal per lijn"])
        for function in model.functions {
            table.add(
                ["\(function.name)"]
                    + [NormCode.response, .staffing].map { code -> HTML in
                        let norm = model.norms.norm(of: code, for: .function(function.code), at: model.now)
                        return """
                            <a href="/normen/\(code.rawValue)/\(function.code)">\(value(norm, code))</a> \
                            <span class="muted">\(norm?.status.word ?? "")</span>
                            """
                    })
        }
        return table.html
    }

    static func value(_ norm: Norm?, _ code: NormCode) -> HTML {
        norm?.value == nil
            ? "<span class=\"muted\">niet vastgesteld</span>"
            : "<strong class=\"nowrap\">\(code.phrase(norm?.value))</strong>"
    }

    /// A word that leads to the number a rule goes by.
    static func link(_ code: NormCode, _ subject: NormSubject = .region, _ text: String = "norm") -> HTML {
        "<a href=\"/normen/\(code.rawValue)/\(subject.pathPart)\">\(text)</a>"
    }

    // MARK: - One norm

    static func one(_ model: NormPage) -> Page {
        let code = model.key.code
        let own = model.present.map { $0.subject == model.key.subject } ?? true
        let edit: HTML? =
            model.mayEdit
            ? "<p class=\"actions\"><a class=\"button\" href=\"\(model.path)/wijziging\">Wijzigen</a></p>"
            : nil
        return Page(
            heading: "\(model.title): \(code.phrase(model.present?.value))",
            breadcrumb: "<a href=\"/normen\">Normen</a>",
            body: """
                <p class="lead">\(model.explanation)</p>
                \(facts(model))
                \(own ? nil : inherited(model))
                \(edit)
                <h2>Geschiedenis</h2>
                \(history(model))
                \(others(model))
                """)
    }

    private static func facts(_ model: NormPage) -> HTML {
        let norm = model.present
        let law = model.norms.law(of: model.key.code, for: model.key.subject, at: model.now)
        var facts: [(String, String)] = [
            ("Status", norm?.status.word ?? "niet vastgesteld"), ("Bron", norm?.source ?? "–"),
            (
                "Vastgesteld door",
                norm.flatMap { $0.confirmedBy.isEmpty ? nil : $0.confirmedBy } ?? "nog niemand"
            ),
            ("Geldt vanaf", norm?.validFrom.map(Dutch.date) ?? "het begin"),
        ]
        if let end = norm?.validTo { facts.append(("Tot", Dutch.date(end))) }
        if let law, law != norm {
            facts.append(("De wet", "\(law.code.phrase(law.value)) (\(law.source))"))
        }
        facts.append(
            (
                "Wat ermee rekent",
                model.key.code.use ?? "Nog niets in Oranje: dit getal staat hier als afspraak."
            ))
        let rows = facts.map { name, text -> HTML in "<dt>\(name)</dt><dd>\(text)</dd>" }
        return "<dl class=\"facts\">\(rows)</dl>"
    }

    private static func inherited(_ model: NormPage) -> HTML {
        """
        <p>Hier geldt het getal van de hele regio: voor \(model.subjectName ?? "") is geen eigen getal vastgelegd.</p>
        """
    }

    private static func history(_ model: NormPage) -> HTML {
        guard !model.history.isEmpty else { return "<p>Er is nooit een waarde vastgelegd.</p>" }
        var table = Table(
            "Alles wat ooit is vastgelegd, het laatste eerst",
            columns: ["Waarde", "Vanaf", "Tot", "Status", "Bron", "Vastgesteld door", "Nu"])
        for norm in model.history {
            table.add([
                value(norm, norm.code), "\(norm.validFrom.map(Dutch.shortDate) ?? "het begin")",
                "\(norm.validTo.map(Dutch.shortDate) ?? "–")", "\(norm.status.word)", "\(norm.source)",
                "\(norm.confirmedBy.isEmpty ? "–" : norm.confirmedBy)", standing(norm, model),
            ])
        }
        return table.html
    }

    private static func standing(_ norm: Norm, _ model: NormPage) -> HTML {
        let standing = model.standing(of: norm)
        guard standing == .planned, model.mayEdit else { return "\(standing.word)" }
        return """
            \(standing.word)\(form("\(model.path)/intrekking", csrf: model.csrf, """
                <input type="hidden" name="rij" value="\(norm.sequence)"><button class="quiet" type="submit">Intrekken</button>
                """))
            """
    }

    private static func others(_ model: NormPage) -> HTML? {
        guard !model.others.isEmpty else { return nil }
        let code = model.key.code
        let links = model.others.map { subject, name -> HTML in
            let norm = model.norms.norm(of: code, for: subject, at: model.now)
            let note = norm?.subject == subject ? "" : " (geen eigen getal)"
            return """
                <li>\(link(code, subject, name)): \(code.phrase(norm?.value))\(note)</li>
                """
        }
        return "<details><summary>Hetzelfde voor anderen</summary><ul>\(links)</ul></details>"
    }
}

extension NormPage.Standing {
    var word: String {
        switch self {
        case .present: "geldt nu"
        case .planned: "gaat nog in"
        case .past: "voorbij"
        case .withdrawn: "ingetrokken"
        case .replaced: "vervangen"
        case .waiting: "geldt later weer"
        }
    }
}
