import Testing

@testable import Domain

@Suite struct FoldedTextTests {
    @Test(arguments: [
        ("Élzenaar", "elzenaar"), ("DUINDOORN", "duindoorn"), ("Wilgenrööst", "wilgenroost"),
        ("Søbeek", "sobeek"), ("Straßveld", "strassveld"), ("Ĳsduin", "ijsduin"), ("IJsduin", "ijsduin"),
        ("'t Vennetje", "'t vennetje"), ("", ""),
    ])
    func `folding leaves plain lower case letters`(text: String, folded: String) {
        #expect(text.folded == folded)
    }

    @Test func `composed and decomposed letters fold alike`() {
        #expect("Vlie\u{308}rstra".folded == "Vliërstra".folded)
    }

    @Test(arguments: [
        ("E-mail (werk)", "emailwerk"), ("OvD-Bz", "ovdbz"), ("mdw. nr", "mdwnr"), ("geldig t/m", "geldigtm"),
        ("06-nummer", "06nummer"), (" - ", ""),
    ])
    func `a key has letters and digits only`(text: String, key: String) {
        #expect(text.foldedKey == key)
    }

    @Test(arguments: [
        ("  Anna\u{A0}\u{A0}Elzenaar ", "Anna Elzenaar"), ("Anna\r\nElzenaar", "Anna Elzenaar"),
        ("Elze\u{200B}naar\u{FEFF}", "Elzenaar"), ("\u{AD}", ""), ("a\tb", "a b"),
    ])
    func `tidying leaves single spaces between words`(text: String, tidy: String) {
        #expect(text.tidied == tidy)
    }
}
