import Testing

@testable import Domain

@Suite struct ImportSeparatorTests {
    @Test(arguments: [
        ("gemeente;personeelsnummer;naam", ImportSeparator.semicolon),
        ("gemeente,personeelsnummer,naam", .comma), ("gemeente\tpersoneelsnummer\tnaam", .tab),
        ("gemeente;naam;\"toelichting, intern, extra, veel\"", .semicolon),
        ("onbekend,ook onbekend", .comma), ("gemeente", .semicolon), ("", .semicolon),
    ])
    func `the separator that finds the columns wins`(header: String, separator: ImportSeparator) {
        #expect(ImportSeparator.sniff(ImportScanner(header)) == separator)
    }

    @Test(arguments: [
        ("sep=;", ImportSeparator.semicolon), ("SEP=,", .comma), ("sep=\t", .tab), ("\"sep=;\"", .semicolon),
        ("sep=;;;;", .semicolon),
    ])
    func `Excel's first line declares it`(line: String, separator: ImportSeparator) {
        #expect(ImportSeparator.declared(in: line) == .success(separator))
    }

    @Test func `a declaration of something else is a fault, another line is none`() {
        #expect(ImportSeparator.declared(in: "sep=|") == .failure(.unknownSeparator("|")))
        #expect(ImportSeparator.declared(in: "sep=") == .failure(.unknownSeparator("")))
        #expect(ImportSeparator.declared(in: "gemeente;naam") == nil)
    }
}
