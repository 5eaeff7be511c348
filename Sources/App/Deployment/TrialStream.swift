import HTTPTypes
import Web

/// A stream for measuring: whatever is posted goes to everybody who listens. Off unless the server is started with
/// it, because it knows no rights.
struct TrialStream: Sendable {
    static let path = "/proef/stroom"
    /// Kept for those who come back.
    private static let keptMax = 1024
    private static let bodyBytesMax = 65_536

    private let topic = EventTopic(keptMax: keptMax)

    var endpoints: [Endpoint] {
        [
            Endpoint(method: .get, path: Self.path, body: .whole(bytesMax: 0)) { request in
                let last = HTTPField.Name("Last-Event-ID").flatMap { request.headers[$0] }.flatMap(Int.init)
                // Somebody new hears what comes; somebody who comes back hears what they missed.
                return .events(
                    EventSubscription(topic: topic, lastEventID: last ?? topic.last, ticket: "proef"))
            },
            Endpoint(method: .post, path: Self.path, body: .whole(bytesMax: Self.bodyBytesMax)) { request in
                let text = String(decoding: request.body, as: UTF8.self)
                    .replacing("\r", with: "").replacing("\n", with: " ")
                topic.publish(data: text)
                return WebResponse(status: .noContent)
            },
        ]
    }
}
