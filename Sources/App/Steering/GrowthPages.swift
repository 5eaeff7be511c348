import Web

/// The growth path, step by step.
enum GrowthPages {
    static func page(_ model: GrowthPage) -> Page {
        let steps = model.steps.enumerated().map { index, step -> HTML in
            var table = Table(
                "Wat \(step.title) nodig heeft", columns: ["Nodig", "Is het er", "Waarop dat rust"])
            for need in step.needs {
                table.add([
                    "<a href=\"\(need.path)\">\(need.text)</a>", "\(word(need.isMet))", "\(need.ground)",
                ])
            }
            let done = step.isReached ? ": gezet" : ""
            return "<h2>\(index + 1). \(step.title)\(done)</h2><p>\(step.meaning)</p>\(table.html)"
        }
        return Page(
            heading: model.heading, breadcrumb: "<a href=\"/bestuur\">Basis op orde</a>", body: "\(steps)")
    }

    private static func word(_ isMet: Bool?) -> String {
        switch isMet {
        case true?: "ja"
        case false?: "nog niet"
        case nil: "niet vastgesteld"
        }
    }
}
