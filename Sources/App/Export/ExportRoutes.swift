import Domain
import Storage
import Web

extension Routes {
    static let exports: [Route] = [
        .get("/inzetten/:id/stukken/:stuk", needs: .signedIn) { visit, tx in
            .page(ExportPages.page(try visit.export(tx)))
        },
        .get("/inzetten/:id/stukken/:stuk/pdf", needs: .signedIn) { visit, tx in
            let export = try visit.export(tx)
            return .pdf(
                ExportPages.paper(export),
                page: "/inzetten/\(export.deployment.id)/stukken/\(export.kind.rawValue)")
        },
        .get("/inzetten/:id/stukken/:stuk/bestand", needs: .signedIn) { visit, tx in
            let export = try visit.export(tx)
            return .response(
                .download(
                    ExportPages.paper(export).document.bytes, name: export.fileName,
                    type: "text/html; charset=utf-8"))
        },
    ]
}

extension Visit {
    /// - Throws: `WebFailure.notFound` for a deployment that this visitor may not know of, and for another kind.
    fileprivate func export(_ tx: Transaction) throws -> DeploymentExport {
        guard let kind = ExportKind(rawValue: request.parameters["stuk"] ?? "") else {
            throw WebFailure.notFound
        }
        let (deployment, _) = try tx.deployment(try id("id"), for: actor)
        return try DeploymentExport(kind, deployment, at: now, tx)
    }
}
