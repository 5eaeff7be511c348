import Domain
import HTTPTypes
import Web

extension Routes {
    static let liveDeployments: [Route] =
        [
            Route(
                method: .get, path: "/inzetten/:id/stroom.sse", needs: .signedIn,
                action: .live { live, visit, tx in
                    let (deployment, _) = try tx.deployment(try visit.id("id"), for: visit.actor)
                    let ticket =
                        visit.request.bearer ?? visit.request.cookie(Application.sessionCookie) ?? ""
                    return .response(
                        .events(live.subscription(to: deployment, after: visit.lastVersion, ticket: ticket)))
                })
        ] + DeploymentPart.allCases.map(fragment)

    private static func fragment(_ part: DeploymentPart) -> Route {
        Route(
            method: .get, path: "/inzetten/:id/\(part.rawValue).html", needs: .signedIn,
            action: .live { live, visit, tx in
                let (deployment, access) = try tx.deployment(try visit.id("id"), for: visit.actor)
                let key = FragmentKey(
                    deployment: deployment.id, version: deployment.version, part: part.rawValue,
                    access: access, minute: visit.now.milliseconds / 60_000)
                let bytes = try live.fragment(key) { part.html(try DeploymentPage(visit, tx)) }
                return .response(
                    WebResponse(headers: [.contentType: "text/html; charset=utf-8"], body: bytes))
            })
    }
}

/// A part of a page that refreshes by itself.
enum DeploymentPart: String, CaseIterable, Sendable {
    case standing = "stand"
    case log
    case picture = "beeld"

    func html(_ model: DeploymentPage) -> HTML {
        switch self {
        case .standing: EntryPages.standing(model)
        case .log: EntryPages.log(model)
        case .picture: OwnPicturePages.content(model)
        }
    }
}

extension Visit {
    /// What a browser had when the line broke, else what its page was made from.
    fileprivate var lastVersion: Int? {
        HTTPField.Name("Last-Event-ID").flatMap { request.headers[$0] }.flatMap(Int.init)
            ?? Int(request.query["na"])
    }
}
