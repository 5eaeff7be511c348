import Foundation

extension ImportRow {
    /// Lists with one telephone column hold mobile numbers in it.
    mutating func phones() -> (mobile: Phone?, landline: Phone?) {
        let before = faults.count
        let mobile = phone(.mobile)
        let landline = phone(.landline)
        guard faults.count == before else { return (nil, nil) }
        if mobile == nil, let landline, landline.isMobile { return (landline, nil) }
        if let mobile, mobile.isDutch, !mobile.isMobile { warnings.append(.landlineAsMobile(mobile)) }
        let hasColumn = header.has(.mobile) || header.has(.landline)
        if mobile == nil, landline == nil, hasColumn { warnings.append(.noPhone) }
        return (mobile, landline)
    }

    private mutating func phone(_ column: ImportColumn) -> Phone? {
        guard let text = text(column, max: 40), !ImportRow.means(nothing: text) else { return nil }
        switch PhoneReading.read(text) {
        case .success(let reading):
            if let repair = reading.repair {
                warnings.append(.phoneRepaired(column, text: text, phone: reading.phone, repair))
            }
            return reading.phone
        case .failure(let fault):
            faults.append(.phone(column, text: text, fault))
            return nil
        }
    }

    mutating func email() -> EmailAddress? {
        // One more than an address may be, so that the address itself says that it is too long.
        guard let text = text(.email, max: 1000), !ImportRow.means(nothing: text) else { return nil }
        switch EmailAddress.parse(text) {
        case .success(let address): return address
        case .failure(let fault):
            faults.append(.email(text, fault))
            return nil
        }
    }

    /// How lists write that there is none.
    static func means(nothing text: String) -> Bool {
        ["-", "--", "n.v.t.", "nvt", "geen", "onbekend"].contains(text.lowercased())
    }
}
