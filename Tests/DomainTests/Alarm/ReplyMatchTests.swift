import Testing

@testable import Domain

@Suite struct ReplyMatchTests {
    private static let schiedam = ReplyMatch.Choice(reference: "A1B2", isRunning: true)
    private static let rotterdam = ReplyMatch.Choice(reference: "0420", isRunning: true)
    private static let over = ReplyMatch.Choice(reference: "C3D4", isRunning: false)

    @Test func `the only running alarm needs no reference`() {
        #expect(ReplyMatch("JA 20", among: [Self.schiedam, Self.over]) == .one(0, text: "JA 20"))
    }

    @Test func `a reference names its alarm, and its digits are no minutes`() {
        let match = ReplyMatch("ja 20 (0420)", among: [Self.schiedam, Self.rotterdam])
        guard case .one(1, let text) = match else {
            Issue.record("\(match)")
            return
        }
        #expect(AlarmReply(text: text) == .coming(minutes: 20, isRemote: false))
        #expect(ReplyMatch("nee a1b2", among: [Self.rotterdam, Self.schiedam]) == .one(1, text: "nee  "))
    }

    @Test func `two running alarms and no reference is for the sender to say`() {
        #expect(ReplyMatch("ja", among: [Self.schiedam, Self.over, Self.rotterdam]) == .several([0, 2]))
    }

    @Test func `an answer to what is over never counts for what runs`() {
        #expect(ReplyMatch("nee C3D4", among: [Self.schiedam, Self.over]) == .one(1, text: "nee  "))
        #expect(ReplyMatch("ja", among: [Self.over]) == .one(0, text: "ja"))
    }

    @Test func `whoever was called for nothing answers nothing`() {
        #expect(ReplyMatch("ja", among: []) == .none)
    }
}
