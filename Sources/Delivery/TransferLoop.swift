import CCurl
import Dispatch
import Synchronization

/// libcurl's set of transfers under way.
final class Multi: Sendable {
    // Only the courier's thread uses it, but for `wake`, which libcurl allows from any thread.
    nonisolated(unsafe) let handle: UnsafeMutableRawPointer?

    /// Connections kept for a next call, over all outlets.
    private static let connectionsMax = 128

    init() {
        curl_global_init(Int(CURL_GLOBAL_ALL))
        handle = curl_multi_init()
        _ = curl_multi_set_number(handle, CURLMOPT_MAXCONNECTS, Self.connectionsMax)
    }

    deinit {
        curl_multi_cleanup(handle)
    }

    func wake() {
        curl_multi_wakeup(handle)
    }
}

/// The courier's thread: begins calls as their lanes allow, drives libcurl, hands out the results.
final class TransferLoop {
    /// What came in since the last look.
    struct News {
        let tickets: [Ticket]
        let hasCancellation: Bool
        let isClosing: Bool
    }

    /// Longest sleep; a call or a timer wakes it earlier.
    private static let sleepMilliseconds: Int32 = 10_000
    /// A lane without calls is kept this long, and with it the handles that know its settings.
    private static let idleNanoseconds: UInt64 = 60_000_000_000
    /// What is under way when the program stops has this long to end.
    private static let graceNanoseconds: UInt64 = 5_000_000_000

    private final class Track {
        var lane: Lane<Ticket>
        var idle: [Transfer] = []
        let connections = Connections()
        var usedAt: UInt64

        init(_ outlet: Outlet, usedAt: UInt64) {
            lane = Lane(outlet)
            self.usedAt = usedAt
        }
    }

    private let multi: Multi
    private var tracks: [String: Track] = [:]
    private var active: [UnsafeMutableRawPointer: Transfer] = [:]
    private var closingSince: UInt64?
    /// What ended and is not told yet. Telling wakes another thread, which costs more than the call itself, so
    /// it is done for many at a time.
    private var ended: [(ticket: Ticket, result: Result<Reply, CallFailure>)] = []
    private static let endedMax = 32

    init(_ multi: Multi) {
        self.multi = multi
    }

    func run(next: () -> News, maySleep: () -> Bool) {
        curl_thread_blocks_sigpipe()
        while true {
            let news = next()
            let now = DispatchTime.now().uptimeNanoseconds
            for ticket in news.tickets { accept(ticket, now) }
            if news.hasCancellation { dropCancelled() }
            if news.isClosing { close(now) }
            begin(now)
            var running: Int32 = 0
            curl_multi_perform(multi.handle, &running)
            // What ended made room, so the next may begin before sleeping.
            let count = collect()
            if count > 0, ended.count < Self.endedMax { continue }
            tell()
            if count > 0 { continue }
            if closingSince != nil, active.isEmpty { return }
            forgetIdle(now)
            guard maySleep() else { continue }
            curl_multi_poll(multi.handle, nil, 0, sleep(now), nil)
        }
    }

    private func tell() {
        for end in ended { end.ticket.end(end.result) }
        ended.removeAll(keepingCapacity: true)
    }

    private func accept(_ ticket: Ticket, _ now: UInt64) {
        let outlet = ticket.order.outlet
        guard !ticket.order.isCancelled.load(ordering: .acquiring) else {
            return ticket.end(.failure(CallFailure(.cancelled)))
        }
        let track = tracks[outlet.name] ?? Track(outlet, usedAt: now)
        tracks[outlet.name] = track
        if !track.lane.add(ticket) { ticket.end(.failure(CallFailure(.queueFull))) }
    }

    private func begin(_ now: UInt64) {
        for track in tracks.values {
            while let ticket = track.lane.begin(at: now) {
                track.usedAt = now
                guard let transfer = track.idle.popLast() ?? Transfer(ticket.order.outlet, track.connections)
                else {
                    track.lane.end()
                    ticket.end(.failure(CallFailure(.impossible("geen geheugen"))))
                    continue
                }
                transfer.prepare(ticket)
                active[transfer.handle] = transfer
                curl_multi_add_handle(multi.handle, transfer.handle)
            }
        }
    }

    /// - Returns: how many calls ended.
    private func collect() -> Int {
        var count = 0
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi.handle, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle else {
                continue
            }
            // Read before the handle is removed: the message goes with it.
            let code = message.pointee.data.result
            count += 1
            if let transfer = active[handle] { end(transfer, transfer.reply(code)) }
        }
        return count
    }

    private func end(_ transfer: Transfer, _ result: Result<Reply, CallFailure>) {
        curl_multi_remove_handle(multi.handle, transfer.handle)
        active[transfer.handle] = nil
        guard let ticket = transfer.ticket else { return }
        transfer.ticket = nil
        let track = tracks[ticket.order.outlet.name]
        track?.lane.end()
        track?.idle.append(transfer)
        ended.append((ticket, result))
    }

    private func dropCancelled() {
        let isCancelled = { (ticket: Ticket) in ticket.order.isCancelled.load(ordering: .acquiring) }
        for track in tracks.values {
            for ticket in track.lane.remove(where: isCancelled) {
                ticket.end(.failure(CallFailure(.cancelled)))
            }
        }
        for transfer in active.values where transfer.ticket.map(isCancelled) == true {
            end(transfer, .failure(CallFailure(.cancelled, perhapsSent: transfer.perhapsSent)))
        }
    }

    private func close(_ now: UInt64) {
        let since = closingSince ?? now
        closingSince = since
        for track in tracks.values {
            for ticket in track.lane.remove(where: { _ in true }) {
                ticket.end(.failure(CallFailure(.stopping)))
            }
        }
        guard now - since >= Self.graceNanoseconds else { return }
        for transfer in active.values {
            end(transfer, .failure(CallFailure(.stopping, perhapsSent: transfer.perhapsSent)))
        }
    }

    private func forgetIdle(_ now: UInt64) {
        for (name, track) in tracks where track.lane.isIdle && now - track.usedAt > Self.idleNanoseconds {
            tracks[name] = nil
        }
    }

    /// Milliseconds to sleep: until a rate lets a call begin or the grace of closing is over. libcurl's own
    /// timers are its own business.
    private func sleep(_ now: UInt64) -> Int32 {
        var shortest = UInt64(Self.sleepMilliseconds) * 1_000_000
        for track in tracks.values { shortest = min(shortest, track.lane.wait(at: now) ?? shortest) }
        if let end = closingSince.map({ $0 + Self.graceNanoseconds }) {
            shortest = min(shortest, end - min(now, end))
        }
        return Int32((shortest + 999_999) / 1_000_000)
    }
}
