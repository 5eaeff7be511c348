import Domain
import Testing

@Suite struct AlarmAuditTests {
    private static let now = Instant(milliseconds: 1_000_000_000)

    private func running(
        _ state: AlarmState = .open, raised: Int = -30, due: Int? = 3, wanted: Int = 2, atWork: Int = 0,
        isHumanTold: Bool = false, hasMessages: Bool = true, exhausted: Int? = nil
    ) -> AlarmAudit.Running {
        AlarmAudit.Running(
            alarm: "a", state: state, raisedAt: Self.now.adding(minutes: raised),
            dueAt: due.map { Self.now.adding(minutes: $0) }, wanted: wanted, atWork: atWork,
            isHumanTold: isHumanTold, hasMessages: hasMessages,
            exhaustedAt: exhausted.map { Self.now.adding(minutes: $0) })
    }

    private func kinds(_ running: AlarmAudit.Running) -> [AuditFinding.Kind] {
        var audit = AlarmAudit()
        audit.running = [running]
        audit.links = [AlarmAudit.Link(.sms, lastSuccess: nil, lastFailure: nil)]
        return audit.findings(at: Self.now).map(\.kind)
    }

    @Test func `an alarm that is filled, looked at again or told to a human is in order`() {
        #expect(kinds(running()) == [])
        #expect(kinds(running(due: nil, atWork: 2)) == [])
        #expect(kinds(running(.exhausted, isHumanTold: true, exhausted: -20)) == [])
        #expect(kinds(running(.taken, due: nil)) == [])
    }

    @Test func `an alarm of which none of these is so is found`() {
        #expect(kinds(running(due: nil, atWork: 1)) == [.forgotten])
        #expect(kinds(running(.exhausted, due: nil)) == [.forgotten])
        #expect(kinds(running(due: -2)) == [.overdue])
        #expect(kinds(running(due: -1)) == [])
        #expect(kinds(running(due: 27 * 60)) == [.postponed])
        #expect(kinds(running(hasMessages: false)) == [.uncalled])
        #expect(kinds(running(raised: -1, hasMessages: false)) == [])
        #expect(kinds(running(.exhausted, exhausted: -5)) == [.untold])
        #expect(kinds(running(.exhausted, exhausted: -4)) == [])
    }

    @Test func `what waits counts when it waits too long, each by its own measure`() {
        func findings(_ minutes: Int) -> [AuditFinding.Kind] {
            var audit = AlarmAudit()
            let waiting = [
                AlarmAudit.Waiting("sms", count: 4, since: Self.now.adding(minutes: -minutes))
            ]
            audit.due = waiting
            audit.lostClaims = waiting
            audit.mail = waiting
            return audit.findings(at: Self.now).map(\.kind)
        }
        #expect(findings(1) == [])
        #expect(findings(2) == [.backlog, .stuck])
        #expect(findings(60) == [.backlog, .stuck, .mailBacklog])
    }

    @Test func `a lane is down when all its channels fail, and one of two that fails is no disaster`() {
        func link(_ kind: ChannelKind, _ success: Int?, _ failure: Int?) -> AlarmAudit.Link {
            AlarmAudit.Link(
                kind, lastSuccess: success.map { Self.now.adding(minutes: $0) },
                lastFailure: failure.map { Self.now.adding(minutes: $0) })
        }
        func findings(_ links: [AlarmAudit.Link]) -> [AuditFinding] {
            var audit = AlarmAudit()
            audit.links = links
            return audit.findings(at: Self.now)
        }
        #expect(findings([link(.sms, -5, -9), link(.mail, nil, nil)]) == [])
        let down = findings([link(.sms, -9, -5), link(.sms, nil, -7), link(.mail, -1, nil)])
        #expect(down == [AuditFinding(.laneDown, "sms", count: 2, since: Self.now.adding(minutes: -7))])
        #expect(findings([link(.sms, -9, -5), link(.sms, -1, -5)]).map(\.kind) == [.channelDown])
        #expect(down.map(\.kind.isGrave) == [true])
    }

    @Test func `an alarm without any channel is found, and no channel without an alarm is not`() {
        var audit = AlarmAudit()
        #expect(audit.findings(at: Self.now) == [])
        audit.running = [running(isHumanTold: true)]
        #expect(audit.findings(at: Self.now).map(\.kind) == [.noChannel])
    }

    @Test
    func `an engine that was not seen for two minutes stands still; one that does not run here is no matter`()
    {
        var audit = AlarmAudit()
        #expect(audit.findings(at: Self.now) == [])
        audit.engineSeen = Self.now.adding(seconds: -119)
        #expect(audit.findings(at: Self.now) == [])
        audit.engineSeen = Self.now.adding(seconds: -120)
        #expect(audit.findings(at: Self.now).map(\.kind) == [.engineStill])
    }
}
