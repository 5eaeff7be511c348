import Hummingbird
import NIOCore
import ServiceLifecycle

/// That the body of an answer is a topic's events, for as long as the other side listens.
package struct EventSubscription: Sendable {
    package let topic: EventTopic
    /// The last event that the other side had; nil for somebody new.
    package let lastEventID: Int?
    /// By what the viewer was let in: asked for again when rights change.
    package let ticket: String

    package init(topic: EventTopic, lastEventID: Int?, ticket: String) {
        self.topic = topic
        self.lastEventID = lastEventID
        self.ticket = ticket
    }

    /// After how many milliseconds a browser comes back when the line is broken.
    private static let opening = "retry: 2000\n\n"

    /// - Parameter channel: nil in a test without a connection: what is known goes out and the answer ends.
    func body(_ channel: (any Channel)?) -> ResponseBody {
        ResponseBody { writer in
            try await writer.write(ByteBuffer(string: Self.opening))
            guard let channel else {
                for event in topic.events(after: lastEventID) {
                    try await writer.write(ByteBuffer(string: event.text))
                }
                return try await writer.finish(nil)
            }
            await watch(channel)
        }
    }

    /// Returns when the connection is closed, by either side.
    private func watch(_ channel: any Channel) async {
        await withTaskCancellationOrGracefulShutdownHandler {
            await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
                let viewer = EventViewer(self) { done.resume() }
                channel.eventLoop.execute {
                    // A browser that leaves closes its half only; that ends the stream too.
                    channel.setOption(ChannelOptions.allowRemoteHalfClosure, value: false)
                        .whenFailure { _ in channel.close(promise: nil) }
                    topic.add(viewer, on: channel.eventLoop)
                    do {
                        try channel.pipeline.syncOperations.addHandler(viewer, position: .first)
                    } catch {
                        // The connection went before the stream began.
                        topic.remove(viewer, on: channel.eventLoop)
                        done.resume()
                    }
                }
            }
        } onCancelOrGracefulShutdown: {
            channel.close(promise: nil)
        }
    }
}
