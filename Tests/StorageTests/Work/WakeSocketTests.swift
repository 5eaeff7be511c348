import Dispatch
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Storage

@Suite struct WakeSocketTests {
    private final class Count: Sendable {
        private let reasons = Mutex<[WakeReason]>([])
        private let signal = DispatchSemaphore(value: 0)

        func add(_ reason: WakeReason) {
            reasons.withLock { $0.append(reason) }
            signal.signal()
        }

        /// Why it was woken last.
        var last: WakeReason? { reasons.withLock { $0.last } }

        /// Blocks until something came; a minute means that nothing does.
        func waited() -> Bool {
            signal.wait(timeout: .now() + 60) == .success
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `another process on the same database is woken, and hears why`(engine: TestEngine) async throws {
        try await engine.withPlace { place in
            let server = try Storage.open(place)
            let command = try Storage.open(place)
            let count = Count()
            let listener = try #require(server.listen { count.add($0) })
            var isWoken = true
            // Sent again to a listener that only now began to listen, which says so by waking once.
            while isWoken, count.last != .seen {
                try await command.wakeOthers(.seen)
                isWoken = await withCheckedContinuation { continuation in
                    Thread.detachNewThread { continuation.resume(returning: count.waited()) }
                }
            }
            #expect(isWoken)
            listener.cancel()
            try await command.close()
            try await server.close()
        }
    }

    @Test func `nobody listening is no fault, and a path that is too long only means no waking`() throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        WakeSocket.send(.due, to: "\(folder.path)/oranje.wek")
        let long = folder.path + "/" + String(repeating: "a", count: 120)
        let listener = WakeSocket.listen(at: long) { _ in }
        #expect(listener == nil)
    }
}
