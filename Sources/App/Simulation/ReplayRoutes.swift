import Domain
import Storage
import Web

extension Routes {
    static let replay: [Route] = [
        .get("/simulatie/alarmen", needs: .permission(.seeCoverage)) { visit, tx in
            .page(ReplayPages.replay(try ReplayPage(visit, tx)))
        }
    ]
}
