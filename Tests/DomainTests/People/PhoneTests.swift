import Testing

@testable import Domain

@Suite struct PhoneTests {
    @Test(arguments: [
        ("0612345678", "06 12 34 56 78"), ("0101234567", "010 123 45 67"), ("0181123456", "0181 12 34 56"),
        ("0881234567", "088 123 45 67"), ("+32470123456", "+32470123456"),
    ])
    func `a number is shown in the usual groups`(text: String, display: String) throws {
        #expect(try #require(Phone(text)).display == display)
    }

    @Test(arguments: [
        ("0612345678", true), ("0101234567", false), ("0881234567", false), ("+32470123456", true),
        ("+3221234567", false), ("+4915112345678", true), ("+493012345678", false), ("+33612345678", true),
    ])
    func `only mobile numbers take text messages`(text: String, isMobile: Bool) throws {
        #expect(try #require(Phone(text)).isMobile == isMobile)
    }

    @Test func `the stored form reads back as itself`() throws {
        let phone = try #require(Phone("06-12345678"))
        #expect(phone.e164 == "+31612345678")
        #expect(Phone(phone.e164) == phone)
        #expect(Phone(phone.display) == phone)
    }

    @Test func `what is no number is nil, and parsing says why`() {
        #expect(Phone("wilgenlaan") == nil)
        #expect(Phone.parse("") == .failure(.empty))
        #expect(Phone.parse("06 1234") == .failure(.wrongLength(digits: 6, expected: 10...10)))
    }
}
