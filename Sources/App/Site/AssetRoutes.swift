import HTTPTypes
import Web

extension Routes {
    static let assets: [Route] = [
        Route(
            method: .get, path: Stylesheet.path, needs: .nobody,
            action: .open { application, request in
                asset(Stylesheet.text(application.theme), type: "text/css; charset=utf-8", request)
            }),
        Route(
            method: .get, path: Icon.path, needs: .nobody,
            action: .open { _, request in
                asset(Icon.text, type: "image/svg+xml", request)
            }),
        Route(
            method: .get, path: PageScript.path, needs: .nobody,
            action: .open { _, request in
                asset(PageScript.text, type: "text/javascript; charset=utf-8", request)
            }),
        Route(
            method: .get, path: WorkerScript.path, needs: .nobody,
            action: .open { _, request in
                asset(WorkerScript.text, type: "text/javascript; charset=utf-8", request)
            }),
    ]

    /// An hour in the browser; after an update a page may look old for that long and is still whole.
    private static func asset(_ text: String, type: String, _ request: WebRequest) -> WebResponse {
        var response = WebResponse.text(text, type: type)
        response.headers[.cacheControl] = "public, max-age=3600"
        return response
    }
}
