import Testing

@testable import Domain

@Suite struct ImportLookupTests {
    @Test(arguments: [
        "Rotterdam", "ROTTERDAM", "Gemeente Rotterdam", "Rotterdam (gemeente)", "GM0599", "gm 0599", "0599",
        "599",
    ])
    func `a municipality is known by name and code`(text: String) {
        #expect(ImportSamples.lookup.municipality(text)?.text == "GM0599")
    }

    @Test(arguments: ["Rotter", "600", "", "Gemeente"])
    func `another text is no municipality`(text: String) {
        #expect(ImportSamples.lookup.municipality(text) == nil)
    }

    @Test func `a name that two municipalities share leads to neither`() {
        #expect(ImportSamples.lookup.municipality("Dubbelduin") == nil)
        #expect(ImportSamples.lookup.municipality("GM0002")?.text == "GM0002")
    }

    @Test(arguments: ["OvD-Bz", "OVDBZ", "ovd bz", "Officier van Dienst Bevolkingszorg"])
    func `a function is known by code, abbreviation and name`(text: String) {
        #expect(ImportSamples.lookup.function(text)?.text == "OVDBZ")
    }
}
