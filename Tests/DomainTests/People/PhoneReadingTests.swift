import Testing

@testable import Domain

@Suite struct PhoneReadingTests {
    @Test(arguments: [
        "0612345678", "06-12345678", "06 12 34 56 78", "+31612345678", "+31 (0)6 12345678", "0031 6 12345678",
        "0031 (0)6-12345678", "(06) 12345678", "06.12.34.56.78", "06/12345678", "06\u{A0}12345678",
        "'0612345678", "06–12345678", " 06\u{2011}12345678 ", "(+31) 6 12345678", "\u{FEFF}0612345678",
    ])
    func `every Dutch spelling is the same number`(text: String) throws {
        let reading = try PhoneReading.read(text).get()
        #expect(reading.phone.e164 == "+31612345678")
        #expect(reading.repair == nil)
    }

    @Test(arguments: ["(010) 123 45 67", "010-1234567", "+31 10 123 45 67", "0101234567"])
    func `a fixed line has its area code`(text: String) throws {
        #expect(try PhoneReading.read(text).get().phone.e164 == "+31101234567")
    }

    @Test(arguments: [
        ("612345678", "+31612345678", PhoneRepair.leadingZero), ("101234567", "+31101234567", .leadingZero),
        ("31612345678", "+31612345678", .plus),
    ])
    func `what a spreadsheet dropped is put back and told`(text: String, e164: String, repair: PhoneRepair)
        throws
    {
        let reading = try PhoneReading.read(text).get()
        #expect(reading.phone.e164 == e164)
        #expect(reading.repair == repair)
    }

    @Test(arguments: ["+32470123456", "0032 470 12 34 56", "+32 (470) 12-34-56"])
    func `a foreign number needs its country`(text: String) throws {
        #expect(try PhoneReading.read(text).get().phone.e164 == "+32470123456")
    }

    @Test(arguments: [
        ("", PhoneFault.empty), ("-", .empty), ("06 12345678 werk", .character("w")),
        ("tel. 0612345678", .character("t")), ("0612345678;", .character(";")),
        ("06+12345678", .character("+")),
        ("061234567", .wrongLength(digits: 9, expected: 10...10)),
        ("06123456789", .wrongLength(digits: 11, expected: 10...10)),
        ("+31 6 1234567", .wrongLength(digits: 9, expected: 10...10)),
        ("+32 1234", .wrongLength(digits: 6, expected: 8...15)),
        ("+32 12345678901234", .wrongLength(digits: 16, expected: 8...15)),
        ("1234567890", .unknownStart("12")), ("14010", .unknownStart("14")), ("112", .unknownStart("11")),
        ("+012345678", .unknownStart("+0")), ("0900-1234", .unassigned("0900")),
        ("0800 0432", .unassigned("0800")),
        ("0661234567", .unassigned("066")), ("+31 900 1234", .unassigned("0900")),
        ("6,12E+08", .roundedBySpreadsheet), ("3.16123e+10", .roundedBySpreadsheet),
        ("٠٦١٢٣٤٥٦٧٨", .character("٠")),
    ])
    func `what cannot be dialled is refused with its reason`(text: String, fault: PhoneFault) {
        #expect(PhoneReading.read(text) == .failure(fault))
    }
}
