import Domain
import Storage
import Web

extension Routes {
    static let coverage: [Route] = [
        .get("/bezetting", needs: .permission(.seeCoverage)) { visit, tx in
            .page(CoveragePages.year(try CoveragePage(visit, tx)))
        },
        .get("/bezetting/:line/:week", needs: .permission(.seeCoverage)) { visit, tx in
            .page(CoveragePages.week(try CoverageWeekPage(visit, tx)))
        },
        .get("/mensen/:id/waarom", needs: .signedIn) { visit, tx in
            let model = try WhyPage(visit, tx)
            return .showing(DataView(.reasons, [model.person.id]), .page(CoveragePages.why(model)))
        },
    ]
}
