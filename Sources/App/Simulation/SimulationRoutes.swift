import Domain
import Sheets
import Storage
import Web

extension Routes {
    static let simulation: [Route] =
        simulationPages
        + Route.downloads("/simulatie/:id/cijfers", needs: .permission(.seeCoverage)) {
            try SheetTable.simulation($0, $1)
        }

    private static let simulationPages: [Route] = [
        .get("/simulatie", needs: .permission(.seeCoverage)) { visit, tx in
            .page(SimulationPages.list(try SimulationListPage(visit, tx)))
        },
        .post("/simulatie", needs: .permission(.runSimulations), ask),
        .get("/simulatie/:id", needs: .permission(.seeCoverage)) { visit, tx in
            .page(SimulationResultPages.result(try SimulationResultPage(visit, tx)))
        },
        .get("/simulatie/:id/stuk", needs: .permission(.seeCoverage)) { visit, tx in
            let model = try SimulationResultPage(visit, tx)
            guard let report = model.run.report else { return .redirect("/simulatie/\(model.run.id)") }
            return .page(SimulationResultPages.paperPage(model, report))
        },
        .get("/simulatie/:id/stuk.pdf", needs: .permission(.seeCoverage)) { visit, tx in
            let model = try SimulationResultPage(visit, tx)
            guard let report = model.run.report else { return .redirect("/simulatie/\(model.run.id)") }
            let paper = SimulationResultPages.document(
                model, report, regionName: try tx.region()?.name ?? "", at: visit.now)
            return .pdf(paper, page: "/simulatie/\(model.run.id)/stuk")
        },
        .get("/simulatie/:id/grafiek.svg", needs: .permission(.seeCoverage)) { visit, tx in
            let model = try SimulationResultPage(visit, tx)
            guard let report = model.run.report else { throw WebFailure.notFound }
            let picture = SimulationPicture(report.comparison)
            return .response(
                .download(
                    picture.file.bytes, name: "\(model.run.request.name).svg", type: "image/svg+xml"))
        },
        .post("/simulatie/:id/stoppen", needs: .permission(.runSimulations)) { visit, _, change in
            let id = try visit.id("id", of: SimulationRun.self)
            guard try change.tx.simulation(id) != nil else { throw WebFailure.notFound }
            try change.cancelSimulation(id)
            return .redirect("/simulatie/\(id)", notice: "Het rekenen is gestopt.")
        },
        .post("/simulatie/:id/herhaling", needs: .permission(.runSimulations)) { visit, _, change in
            let id = try visit.id("id", of: SimulationRun.self)
            guard try change.tx.simulation(id) != nil else { throw WebFailure.notFound }
            do {
                let again = try change.repeatSimulation(id)
                return .redirect("/simulatie/\(again)")
            } catch let refusal as SimulationRefusal {
                return .redirect("/simulatie/\(id)", notice: refusal.sentence)
            }
        },
    ]

    @Sendable private static func ask(
        _ visit: Visit, _ fields: FormFields, _ change: inout Change
    ) throws -> Answer {
        let model = try SimulationListPage(visit, change.tx)
        guard let form = model.form else { throw WebFailure.notFound }
        switch try form.request(fields) {
        case .failure(let errors):
            return .refused(SimulationPages.list(model, FormState(fields, errors: errors.all)))
        case .success(let request):
            do {
                let id = try change.requestSimulation(request)
                return .redirect("/simulatie/\(id)")
            } catch let refusal as SimulationRefusal {
                let errors = [FieldError("naam", refusal.sentence)]
                return .refused(SimulationPages.list(model, FormState(fields, errors: errors)))
            }
        }
    }
}
