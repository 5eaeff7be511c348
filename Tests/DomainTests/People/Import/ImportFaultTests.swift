import Foundation
import Testing

@testable import Domain

@Suite struct ImportFaultTests {
    private let faults: [ImportFault] = [
        .file(.empty), .file(.tooLarge(bytes: 2, max: 1)), .file(.spreadsheet), .file(.notText),
        .file(.unknownSeparator("|")), .file(.noHeader(seen: [])),
        .file(.missingColumns([.surname], seen: [])),
        .file(.doubledColumn(.mobile, titles: [])), .file(.noRows), .file(.tooManyRows(max: 1)),
        .damaged(.unclosedQuote(line: 1)), .damaged(.textAfterQuote(line: 1)),
        .damaged(.tooManyFields(max: 1)),
        .fieldCount(found: 1, expected: 2), .required(.surname), .controlCharacter(.given, code: 7),
        .tooLong(.given, length: 2, max: 1), .unknownMunicipality("x"),
        .personnelNumberCharacter("*", character: "*"), .nameCharacter(.given, text: "*", character: "*"),
        .nameDigit(.given, text: "1"), .phone(.mobile, text: "x", .character("x")),
        .phone(.mobile, text: "0", .wrongLength(digits: 1, expected: 10...10)),
        .phone(.mobile, text: "1", .unknownStart("1")), .phone(.mobile, text: "0900", .unassigned("0900")),
        .phone(.mobile, text: "6E+8", .roundedBySpreadsheet), .email("x", .noAt), .unknownFunction("x"),
        .date(.employedThrough, text: "x", .notADate), .date(.employedThrough, text: "x", .doesNotExist),
        .date(.employedThrough, text: "x", .twoDigitYear),
        .date(.employedThrough, text: "x", .outsideYears(1950...2100)),
        .contradiction(.mobile, text: "a", earlier: "b", earlierLine: 2),
    ]

    @Test func `each kind of fault has a code of its own in small letters and dashes`() {
        let codes = faults.map(\.code)
        #expect(Set(codes).count == codes.count)
        for code in codes {
            #expect(code.allSatisfy { $0 == "-" || ("a"..."z").contains($0) }, "\(code)")
        }
    }

    @Test func `a fault of a value names its column and one of the file does not`() {
        #expect(ImportFault.date(.employedThrough, text: "x", .notADate).field == .employedThrough)
        #expect(ImportFault.unknownFunction("x").field == .functions)
        #expect(ImportFault.file(.empty).field == nil)
        #expect(ImportFault.file(.doubledColumn(.mobile, titles: [])).field == .mobile)
    }
}
