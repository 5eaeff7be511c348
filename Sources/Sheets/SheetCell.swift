package import Domain
import Foundation

/// What is in one cell of a sheet. Times have no zone: a spreadsheet knows none.
package enum SheetCell: Equatable, Sendable {
    case empty
    case text(String)
    case number(Double)
    case day(Day)
    case moment(Day, seconds: Int)
    case flag(Bool)
    /// An error that a formula came to, such as `#N/A`.
    case fault(String)

    package var isEmpty: Bool {
        switch self {
        case .empty: true
        case .text(let text): text.isEmpty
        case .number, .day, .moment, .flag, .fault: false
        }
    }

    /// `09:05`, and `09:05:30` when it is no whole minute.
    package static func clock(_ seconds: Int) -> String {
        let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
        let short = "\(twoDigits(hours)):\(twoDigits(minutes))"
        return rest == 0 ? short : "\(short):\(twoDigits(rest))"
    }
}

/// One row of a sheet that has something in it.
package struct SheetRow: Equatable, Sendable {
    /// As the spreadsheet counts them, from 1.
    package let number: Int
    /// From column A on, without the empty cells at the end.
    package let cells: [SheetCell]
    /// There is something to the right of the last column that is read.
    package let isTooWide: Bool

    package init(number: Int, cells: [SheetCell], isTooWide: Bool = false) {
        self.number = number
        self.cells = cells
        self.isTooWide = isTooWide
    }
}

extension Double {
    /// Without an exponent, and a comma before the decimals: `45`, `0,5`.
    package var plainText: String {
        // Whole numbers beyond this are not exact in a spreadsheet either.
        if rounded() == self, magnitude < 1e15 { return "\(Int64(self))" }
        return "\(self)".replacing(".", with: ",")
    }
}
