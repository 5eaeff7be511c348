import Foundation

extension ImportRow {
    mutating func period(_ start: ImportColumn, _ end: ImportColumn) -> (from: Day?, through: Day?) {
        let from = day(start)
        let through = day(end, mayBeOpen: true)
        if let from, let through, through < from {
            faults.append(.endBeforeStart(end: end, through, start: start, from))
        }
        return (from, through)
    }

    mutating func certificate() -> ImportedCertificate? {
        let issuer = text(.certificateIssuer, max: 120).flatMap { ImportRow.means(nothing: $0) ? nil : $0 }
        let (issued, validThrough) = period(.certificateIssued, .certificateThrough)
        if issuer == nil, issued == nil, validThrough == nil { return nil }
        return ImportedCertificate(issuer: issuer, issued: issued, validThrough: validThrough)
    }

    private mutating func day(_ column: ImportColumn, mayBeOpen: Bool = false) -> Day? {
        guard let text = text(column, max: 40), !ImportRow.means(nothing: text) else { return nil }
        if mayBeOpen, ImportDate.meansNoEnd(text) { return nil }
        switch ImportDate.parse(text) {
        case .success(let day): return day
        case .failure(let fault):
            faults.append(.date(column, text: text, fault))
            return nil
        }
    }
}
