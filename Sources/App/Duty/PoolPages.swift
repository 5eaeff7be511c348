import Domain
import Web

enum PoolPages {
    static func pools(_ model: PoolPage) -> Page {
        Page(
            heading: model.heading, breadcrumb: "<a href=\"/rooster\">Rooster</a>",
            body: """
                <p>\(norms(model)) <a href="/normen">Bekijk de normen</a></p>
                \(lines(model))
                <h2>Wie draagt wie</h2>
                <p>Wat elke gemeente inbrengt naast haar aandeel in de inwoners.</p>
                \(shares(model))
                """)
    }

    private static func norms(_ model: PoolPage) -> String {
        func number(_ value: Int?) -> String { value.map { "\($0)" } ?? "niet vastgesteld" }
        return """
            Streven: \(number(model.target)) mensen die vandaag kunnen; te klein onder \(number(model.alarm)). Dienst niet vaker dan \
            eens per \(number(model.frequency)) weken.
            """
    }

    private static func lines(_ model: PoolPage) -> HTML {
        var table = Table(
            "Per lijn, het komende jaar",
            columns: ["Lijn", "Diepte", "Aangewezen", "Kan vandaag", "Op het rooster", "Dienst eens per"])
        for pool in model.pools {
            table.add([
                "<a href=\"/rooster/lijn/\(pool.line)\">\(pool.name)</a>", depth(model.depth(pool)),
                "\(Dutch.number(pool.designated))", "\(Dutch.number(pool.fit))",
                "\(Dutch.number(pool.rostered))", frequency(pool, model.frequency),
            ])
        }
        return table.html
    }

    private static func depth(_ depth: PoolPage.Depth) -> HTML {
        switch depth {
        case .enough: "<span class=\"tag covered\">genoeg</span>"
        case .thin: "<span class=\"tag attention\">krap</span>"
        case .tooSmall: "<span class=\"tag gap\">te klein</span>"
        case .unknown: "<span class=\"tag\">norm niet vastgesteld</span>"
        }
    }

    private static func frequency(_ pool: PoolPage.Pool, _ norm: Int?) -> HTML {
        guard let weeks = pool.weeksApart else { return "–" }
        let words = Dutch.count(weeks, "week", "weken")
        guard let norm, weeks < norm else { return "\(words)" }
        return "<span class=\"tag attention\">vaker dan de norm</span> \(words)"
    }

    private static func shares(_ model: PoolPage) -> HTML {
        let inhabitants = model.municipalities.reduce(0) { $0 + $1.inhabitants }
        let weeks = model.municipalities.reduce(0) { $0 + $1.weeks }
        var table = Table(
            "Per gemeente, het komende jaar",
            columns: [
                "Gemeente", "Aangewezen mensen", "Weken dienst", "Deel van de diensten",
                "Deel van de inwoners",
            ])
        for share in model.municipalities {
            table.add([
                "\(share.name)", "\(Dutch.number(share.designated))", "\(Dutch.number(share.weeks))",
                "\(weeks == 0 ? "–" : Dutch.percentage(share.weeks, of: weeks))",
                "\(inhabitants == 0 ? "niet vastgesteld" : Dutch.percentage(share.inhabitants, of: inhabitants))",
            ])
        }
        return table.html
    }
}
