import Testing

@testable import Domain

@Suite struct FileKindTests {
    private func kind(
        _ name: String, _ type: String, _ text: String, among allowed: [FileKind] = [.csv, .xlsx]
    ) -> Result<FileKind, FileRefusal> {
        let bytes = Array(text.utf8)
        let sample = FileSample(
            name: name, declaredType: type, byteCount: bytes.count, head: bytes, tail: bytes)
        return sample.kind(among: allowed)
    }

    private let list = "gemeente;naam\nSchiedam;Noor\n"
    private let pdf = "%PDF-1.4\n%%EOF\n"

    @Test func `a list may be named and declared in the ways browsers do`() {
        for (name, type) in [
            ("lijst.csv", "text/csv"), ("lijst.TXT", "text/plain; charset=utf-8"),
            ("lijst.csv", "application/vnd.ms-excel"), ("lijst", ""),
            ("lijst.csv", "application/octet-stream"),
        ] {
            #expect(kind(name, type, list) == .success(.csv), "\(name) \(type)")
        }
    }

    @Test func `a name or a type that says otherwise is refused`() {
        #expect(kind("lijst.xlsx", "", list) == .failure(.wrongExtension("xlsx", .csv)))
        #expect(kind("lijst.csv.exe", "", list) == .failure(.wrongExtension("exe", .csv)))
        #expect(kind("lijst.csv", "text/html", list) == .failure(.wrongType("text/html", .csv)))
        #expect(
            kind("bewijs.pdf", "image/png", pdf, among: [.pdf]) == .failure(.wrongType("image/png", .pdf)))
    }

    @Test func `a kind that belongs elsewhere, an empty file and a stranger are refused`() {
        #expect(
            kind("bewijs.pdf", "application/pdf", pdf) == .failure(.notAllowed(.pdf, allowed: [.csv, .xlsx])))
        #expect(kind("lijst.csv", "text/csv", "") == .failure(.empty))
        #expect(
            kind("lijst.csv", "text/csv", "<html>") == .failure(.foreign(.webPage, allowed: [.csv, .xlsx])))
        #expect(kind("lijst.csv", "text/csv", "a\u{1}") == .failure(.unknown(allowed: [.csv, .xlsx])))
    }
}
