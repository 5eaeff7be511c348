import NIOCore
import Synchronization

/// A stream of numbered events for any number of viewers (server-sent events).
///
/// An event is framed once and its bytes go straight to every connection, past the response writer: that is half of
/// the processor time and of the memory of a viewer. Each event loop has its own list of viewers and touches only
/// that, so a viewer who reads slowly holds up nobody: what they have not had is sent when they read again, from the
/// events that are kept.
package final class EventTopic: Sendable {
    private struct State {
        var kept: [FramedEvent] = []
        var groups: [ObjectIdentifier: ViewerGroup] = [:]
        var viewersByTicket: [String: Int] = [:]
    }

    private let state = Mutex(State())
    private let keptMax: Int

    /// - Parameter keptMax: how many events somebody who comes back can still get. A topic whose last event says
    ///   everything keeps one.
    package init(keptMax: Int) {
        self.keptMax = max(1, keptMax)
    }

    /// Sends an event to everybody. One that is not newer than the last is nothing.
    ///
    /// - Parameter wanted: rises with every event; what a browser sends back as `Last-Event-ID`. Nil: the next.
    /// - Parameter data: without line breaks.
    package func publish(number wanted: Int? = nil, name: String? = nil, data: String) {
        let (kept, groups) = state.withLock { state -> ([FramedEvent], [ViewerGroup]) in
            let number = wanted ?? (state.kept.last?.number ?? 0) + 1
            guard number > state.kept.last?.number ?? Int.min else { return ([], []) }
            state.kept.append(FramedEvent(number: number, name: name, data: data))
            if state.kept.count > keptMax { state.kept.removeFirst(state.kept.count - keptMax) }
            return (state.kept, Array(state.groups.values))
        }
        for group in groups { group.loop.execute { group.deliver(kept) } }
    }

    /// The number of the last event; nil before the first.
    package var last: Int? { state.withLock { $0.kept.last?.number } }

    package var viewerCount: Int { state.withLock { $0.viewersByTicket.values.reduce(0, +) } }

    /// What every viewer was let in with; each is asked for again when rights may have changed.
    package var tickets: Set<String> { state.withLock { Set($0.viewersByTicket.keys) } }

    /// Ends the streams of whoever may no longer watch.
    package func dismiss(_ tickets: Set<String>) {
        let groups = state.withLock { Array($0.groups.values) }
        for group in groups { group.loop.execute { group.dismiss(tickets) } }
    }

    /// Everything that came after `number`, for an answer that is not kept open.
    func events(after number: Int?) -> [FramedEvent] {
        state.withLock { $0.kept }.filter { $0.number > number ?? Int.min }
    }

    func add(_ viewer: EventViewer, on loop: any EventLoop) {
        let (group, kept) = state.withLock { state -> (ViewerGroup, [FramedEvent]) in
            let key = ObjectIdentifier(loop)
            let group = state.groups[key] ?? ViewerGroup(loop)
            state.groups[key] = group
            state.viewersByTicket[viewer.ticket, default: 0] += 1
            return (group, state.kept)
        }
        loop.execute { group.add(viewer, kept) }
    }

    func remove(_ viewer: EventViewer, on loop: any EventLoop) {
        let group = state.withLock { state -> ViewerGroup? in
            let count = (state.viewersByTicket[viewer.ticket] ?? 1) - 1
            state.viewersByTicket[viewer.ticket] = count > 0 ? count : nil
            return state.groups[ObjectIdentifier(loop)]
        }
        if let group { loop.execute { group.remove(viewer) } }
    }
}

/// An event with the framing of chunked transfer (RFC 9112 §7.1) around it, shared by all viewers.
struct FramedEvent: Sendable {
    let number: Int
    let text: String
    let bytes: ByteBuffer

    init(number: Int, name: String?, data: String) {
        self.number = number
        text = "id: \(number)\n\(name.map { "event: \($0)\n" } ?? "")data: \(data)\n\n"
        bytes = Self.chunk(text)
    }

    static func chunk(_ text: String) -> ByteBuffer {
        ByteBuffer(string: "\(String(text.utf8.count, radix: 16))\r\n\(text)\r\n")
    }

    /// Keeps proxies and half-open connections honest; browsers skip it.
    static let heartbeat = chunk(": leeft\n\n")
    static let end = ByteBuffer(string: "0\r\n\r\n")
}

/// The viewers of a topic on one event loop.
///
/// Unchecked: everything in it is touched on its loop alone.
final class ViewerGroup: @unchecked Sendable {
    /// Proxies close what says nothing for a minute.
    private static let heartbeatSeconds: Int64 = 20
    /// Whoever reads nothing for three heartbeats is gone; a browser that is still there comes back by itself.
    private static let stalledBeatsMax = 3

    let loop: any EventLoop
    private var viewers: [ObjectIdentifier: EventViewer] = [:]
    private(set) var kept: [FramedEvent] = []
    private var heartbeat: RepeatedTask?

    init(_ loop: any EventLoop) {
        self.loop = loop
    }

    func add(_ viewer: EventViewer, _ known: [FramedEvent]) {
        take(known)
        guard !viewer.isClosed else { return }
        viewers[ObjectIdentifier(viewer)] = viewer
        viewer.group = self
        viewer.pump(kept)
        guard heartbeat == nil else { return }
        heartbeat = loop.scheduleRepeatedTask(
            initialDelay: .seconds(Self.heartbeatSeconds), delay: .seconds(Self.heartbeatSeconds)
        ) { [weak self] _ in self?.beat() }
    }

    func remove(_ viewer: EventViewer) {
        viewers[ObjectIdentifier(viewer)] = nil
        guard viewers.isEmpty else { return }
        heartbeat?.cancel()
        heartbeat = nil
    }

    func deliver(_ events: [FramedEvent]) {
        take(events)
        for viewer in viewers.values { viewer.pump(kept) }
    }

    func dismiss(_ tickets: Set<String>) {
        for viewer in viewers.values where tickets.contains(viewer.ticket) { viewer.finish() }
    }

    /// Two writers may reach the loop the other way round.
    private func take(_ events: [FramedEvent]) {
        if events.last?.number ?? Int.min > kept.last?.number ?? Int.min { kept = events }
    }

    private func beat() {
        for viewer in viewers.values { viewer.beat(stalledMax: Self.stalledBeatsMax) }
    }
}
