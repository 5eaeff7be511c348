/// Tells what a file is from its bytes alone.
struct FileContent {
    enum Finding: Equatable {
        case kind(FileKind)
        case foreign(ForeignFile)
        case damaged(FileKind)
        case unknown
    }

    private let head: [UInt8]
    private let tail: [UInt8]

    init(head: [UInt8], tail: [UInt8]) {
        self.head = head
        self.tail = tail
    }

    var finding: Finding {
        if begins([0x25, 0x50, 0x44, 0x46, 0x2D]) { return pdf }
        if begins([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            // Nothing may follow the closing chunk.
            return tail.suffix(8).elementsEqual([0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82])
                ? .kind(.png) : .damaged(.png)
        }
        if begins([0xFF, 0xD8, 0xFF]) {
            return tail.suffix(2).elementsEqual([0xFF, 0xD9]) ? .kind(.jpeg) : .damaged(.jpeg)
        }
        if begins([0x50, 0x4B, 0x03, 0x04]) { return zip }
        if begins([0x50, 0x4B, 0x05, 0x06]) { return .foreign(.zip) }
        if begins([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return .foreign(.oldOffice) }
        if begins([0x4D, 0x5A]) || begins([0x7F, 0x45, 0x4C, 0x46]) || begins([0x23, 0x21]) {
            return .foreign(.program)
        }
        return text
    }

    /// Ends with its marker, after which only line ends may stand, and holds no zip at its end.
    private var pdf: Finding {
        let end = tail.reversed().drop { [0x0D, 0x0A, 0x20, 0x00].contains($0) }.prefix(5)
        let isWhole = end.elementsEqual("%%EOF".utf8.reversed())
        return isWhole && zipEndPlace == nil ? .kind(.pdf) : .damaged(.pdf)
    }

    /// A zip ends with its own end record, and the comment in it runs exactly to the end of the file.
    private var zip: Finding {
        let isOpenDocument = head.prefix(200).contains(Array("mimetypeapplication/vnd.oasis".utf8))
        if isOpenDocument { return .foreign(.openDocument) }
        guard let end = zipEndPlace else { return .damaged(.xlsx) }
        let commentBytes = Int(tail[end + 20]) | Int(tail[end + 21]) << 8
        guard end + 22 + commentBytes == tail.count else { return .damaged(.xlsx) }
        // The names of all parts stand once more at the end; in a large workbook also at the beginning.
        let workbook = Array("xl/workbook.xml".utf8)
        return tail.contains(workbook) || head.contains(workbook) ? .kind(.xlsx) : .foreign(.zip)
    }

    /// Where the last end record of a zip begins in `tail`.
    private var zipEndPlace: Int? {
        guard tail.count >= 22 else { return nil }
        let signature: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
        return (0...(tail.count - 22)).reversed().first { place in
            tail[place] == signature[0] && tail[place..<(place + 4)].elementsEqual(signature)
        }
    }

    /// Text has no control characters but tabs and line ends. UTF-16 announces itself with its mark.
    private var text: Finding {
        if begins([0xFF, 0xFE]) || begins([0xFE, 0xFF]) { return .kind(.csv) }
        let hasControls = (head + tail).contains { byte in
            byte < 0x20 && ![0x09, 0x0A, 0x0D, 0x0C].contains(byte)
        }
        if hasControls { return .unknown }
        let begin = String(decoding: head.prefix(300), as: UTF8.self).lowercased()
            .drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        let marks = ["!doctype", "html", "head", "body", "script", "svg", "?xml", "?php", "table"]
        let isMarkup = begin.first == "<" && marks.contains { begin.dropFirst().hasPrefix($0) }
        return isMarkup ? .foreign(.webPage) : .kind(.csv)
    }

    private func begins(_ signature: [UInt8]) -> Bool {
        head.starts(with: signature)
    }
}

extension RandomAccessCollection where Element == UInt8, Index == Int {
    fileprivate func contains(_ pattern: [UInt8]) -> Bool {
        guard let first = pattern.first, count >= pattern.count else { return false }
        return (startIndex...(endIndex - pattern.count)).contains { place in
            self[place] == first && self[place..<(place + pattern.count)].elementsEqual(pattern)
        }
    }
}
