import Delivery

/// A gateway's texts, read once and filled for every message.
struct GatewayRequest: Sendable {
    private let method: HTTPCall.Method
    private let url: GatewayTemplate
    private let headers: [(name: String, value: GatewayTemplate)]
    private let body: GatewayTemplate?

    /// - Throws: a text is no template; a setting was checked before it was saved.
    init(_ setting: GatewaySetting) throws(GatewayTemplate.Fault) {
        method = setting.method
        url = try GatewayTemplate(setting.url, .url)
        var headers: [(name: String, value: GatewayTemplate)] = []
        for line in setting.headerLines {
            headers.append((name: line.name, value: try GatewayTemplate(line.value, .header)))
        }
        if let type = setting.bodyKind.contentType,
            !headers.contains(where: { $0.name.lowercased() == "content-type" })
        {
            headers.append((name: "Content-Type", value: try GatewayTemplate(type, .header)))
        }
        self.headers = headers
        body =
            if let context = setting.bodyKind.context {
                try GatewayTemplate(setting.body, context)
            } else {
                nil
            }
    }

    /// The secrets that must be known before anything can be sent.
    var secretNames: [String] {
        let all = url.secretNames + headers.flatMap(\.value.secretNames) + (body?.secretNames ?? [])
        return Set(all).sorted()
    }

    func call(_ values: GatewayTemplate.Values) -> HTTPCall {
        HTTPCall(
            method: method, url: url.filled(values),
            headers: headers.map { HTTPCall.Header($0.name, $0.value.filled(values)) },
            body: body?.filled(values) ?? "")
    }
}
