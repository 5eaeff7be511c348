import Foundation
import Glibc

/// Why another process should look.
package enum WakeReason: UInt8, Sendable {
    /// Something may have become due in an alarm.
    case due = 1
    /// Only what people watch was written: a line in a log.
    case seen = 2
}

/// Lets processes that share a data folder wake each other: a datagram socket beside the database. Only a
/// hint: the database stays the truth, and a lost datagram costs one idle wait.
enum WakeSocket {
    static let fileName = "oranje.wek"
    private static let stop: UInt8 = 0

    /// Wakes whoever listens at `path`; nobody listening is no fault.
    static func send(_ reason: WakeReason, to path: String) {
        send(reason.rawValue, to: path)
    }

    /// Calls `woken` on a thread of its own for every wake, until the result is cancelled.
    ///
    /// - Returns: nil when the socket cannot be made, such as for a path that is too long; the listener then
    ///   looks when its idle wait ends.
    static func listen(
        at path: String, _ woken: @escaping @Sendable (WakeReason) -> Void
    ) -> WakeListener? {
        let socket = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        guard socket >= 0 else { return nil }
        // Left behind by a process that was killed; of two that run, the later one is woken.
        unlink(path)
        guard bound(socket, path) else {
            close(socket)
            return nil
        }
        Thread.detachNewThread {
            var byte: UInt8 = 0
            while recv(socket, &byte, 1, 0) >= 0, byte != stop {
                woken(WakeReason(rawValue: byte) ?? .due)
            }
            close(socket)
        }
        return WakeListener {
            send(stop, to: path)
            unlink(path)
        }
    }

    private static func bound(_ socket: Int32, _ path: String) -> Bool {
        withAddress(path) { address, length in bind(socket, address, length) == 0 } ?? false
    }

    private static func send(_ byte: UInt8, to path: String) {
        let socket = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        guard socket >= 0 else { return }
        defer { close(socket) }
        var byte = byte
        _ = withAddress(path) { address, length in
            sendto(socket, &byte, 1, Int32(MSG_DONTWAIT), address, length)
        }
    }

    /// Nil when the path does not fit in a socket address (107 bytes).
    private static func withAddress<Result>(
        _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
    ) -> Result? {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return nil }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}

/// Listens for other processes until it is cancelled.
package struct WakeListener: Sendable {
    private let stop: @Sendable () -> Void

    init(_ stop: @escaping @Sendable () -> Void) {
        self.stop = stop
    }

    package func cancel() {
        stop()
    }
}
