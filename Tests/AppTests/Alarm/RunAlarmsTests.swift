import Domain
import Logging
import Storage
import Synchronization
import TestSupport
import Testing

@testable import App

@Suite struct RunAlarmsTests {
    /// Takes everything and keeps it.
    private final class Sink: Channel {
        let kind: ChannelKind
        let limits = ChannelLimits(parallel: 16, perSecond: nil)
        private let taken = Mutex<[OutgoingMessage]>([])

        init(_ kind: ChannelKind) {
            self.kind = kind
        }

        var messages: [OutgoingMessage] { taken.withLock { $0 } }

        func send(_ message: OutgoingMessage) async -> DeliveryOutcome {
            taken.withLock { $0.append(message) }
            return .accepted(reference: "sink")
        }
    }

    @Test(arguments: TestEngine.allCases)
    func `an alarm that is raised wakes the engine, and its first messages leave`(engine: TestEngine)
        async throws
    {
        try await TestRegion.with(engine) { region in
            let sink = Sink(.sms)
            let application = Application(
                storage: region.storage, logger: Logger(label: "test"), now: { TestRegion.now },
                randomness: { .system }, channels: [sink])
            let sent = try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { await application.runAlarms() }
                let report = try await application.raiseAlarm(TestRegion.request())
                var states: [String: Int] = [:]
                // Ends as soon as it is so; the engine's own waits are signals, not time.
                for _ in 0..<20_000 where states["sent"] == nil {
                    states = try await application.alarmStatus(report.id ?? "")?.messagesByState ?? [:]
                    await Task.yield()
                }
                group.cancelAll()
                return states["sent"] ?? 0
            }
            #expect(sent > 0)
            #expect(sink.messages.allSatisfy { $0.kind == .sms })
        }
    }
}
