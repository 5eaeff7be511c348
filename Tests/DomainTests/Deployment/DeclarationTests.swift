import Testing

@testable import Domain

@Suite struct DeclarationTests {
    private static let start = Instant(milliseconds: 1_795_000_000_000)
    private static let one = Code<Municipality>("GM0613")
    private static let other = Code<Municipality>("GM0599")

    private func heard(
        _ number: Int, _ level: GRIPLevel?, after minutes: Int, by declarer: Declarer? = nil,
        in municipalities: [Code<Municipality>] = [one]
    ) -> HeardDeclaration {
        HeardDeclaration(
            number: number, occurredAt: Self.start.adding(minutes: minutes),
            declaration: Declaration(level: level, declarer: declarer, municipalities: municipalities))
    }

    @Test func `the level is the one declared last, not the one written down last`() {
        let all = Declarations([heard(2, .three, after: 30), heard(3, .one, after: 0)])
        #expect(all.level == .three)
        #expect(all.signals(of: all.heard[0], matrix: DeclarerMatrix()) == [.olderThanKnown(number: 2)])
    }

    @Test func `levels may be skipped, up and down, without a word`() {
        let all = Declarations([
            heard(2, .one, after: 0), heard(3, .four, after: 60, in: [Self.one, Self.other]),
            heard(4, nil, after: 200),
        ])
        #expect(all.level == nil)
        #expect(all.highest == .four)
        #expect(all.heard.allSatisfy { all.signals(of: $0, matrix: DeclarerMatrix()).isEmpty })
    }

    @Test func `two mouths that name different levels at about the same time contradict each other`() {
        let first = heard(2, .two, after: 0, by: .incidentCommander)
        let second = heard(3, .one, after: 9, by: .controlRoom)
        let all = Declarations([first, second])
        #expect(all.signals(of: first, matrix: DeclarerMatrix()) == [.contradicts(number: 3, level: .one)])
        #expect(all.signals(of: second, matrix: DeclarerMatrix()) == [.contradicts(number: 2, level: .two)])
        let later = Declarations([first, heard(3, .one, after: 10, by: .controlRoom)])
        #expect(later.heard.allSatisfy { later.signals(of: $0, matrix: DeclarerMatrix()).isEmpty })
    }

    @Test func `one mouth that goes on to the next level does not contradict itself`() {
        let all = Declarations([
            heard(2, .one, after: 0, by: .officer), heard(3, .two, after: 5, by: .officer),
        ])
        #expect(all.heard.allSatisfy { all.signals(of: $0, matrix: DeclarerMatrix()).isEmpty })
    }

    @Test(arguments: [(GRIPLevel.three, 1, 0), (.three, 2, 1), (.four, 1, 1), (.four, 2, 0), (.one, 2, 0)])
    func `the number of municipalities is noted where it does not fit the level`(
        level: GRIPLevel, municipalities: Int, signals: Int
    ) {
        let places = [Self.one, Self.other].prefix(municipalities)
        let one = heard(2, level, after: 0, in: Array(places))
        #expect(Declarations([one]).signals(of: one, matrix: DeclarerMatrix()).count == signals)
    }

    @Test func `a region's own matrix makes another declarer a note; without a matrix nobody is another`() {
        let one = heard(2, .three, after: 0, by: .officer)
        let matrix = DeclarerMatrix([.three: [.mayor, .operationalCommander]])
        #expect(Declarations([one]).signals(of: one, matrix: DeclarerMatrix()).isEmpty)
        #expect(
            Declarations([one]).signals(of: one, matrix: matrix)
                == [.otherDeclarer(.officer, level: .three, allowed: [.operationalCommander, .mayor])])
    }
}
