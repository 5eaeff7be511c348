import Domain
import Sheets
import Storage
import Web

/// In which form a list is taken along.
enum DownloadForm: String, CaseIterable, Sendable {
    case xlsx, csv

    private var kind: FileKind {
        switch self {
        case .csv: .csv
        case .xlsx: .xlsx
        }
    }

    /// - Throws: `WebFailure.unavailable` when the disk is full.
    fileprivate func response(_ table: SheetTable, on day: Day) throws -> WebResponse {
        let name = "\(table.title) \(day.iso).\(rawValue)"
        switch self {
        case .csv: return .download(table.csv(), name: name, type: kind.contentType)
        case .xlsx:
            do throws(SheetFault) {
                return .download(try table.workbook(madeAt: day), name: name, type: kind.contentType)
            } catch {
                throw WebFailure.unavailable
            }
        }
    }
}

extension Route {
    /// `path.xlsx` and `path.csv`, for whoever may open the page with the same list.
    ///
    /// - Parameter people: whose private data is in it.
    static func downloads(
        _ path: String, needs: Need,
        people: (@Sendable (Visit, Transaction) throws -> [ID<Functionary>])? = nil,
        _ list: @escaping @Sendable (Visit, Transaction) throws -> SheetTable
    ) -> [Route] {
        DownloadForm.allCases.map { form in
            .get("\(path).\(form.rawValue)", needs: needs) { visit, tx in
                let answer = Answer.response(try form.response(try list(visit, tx), on: visit.today))
                guard let people = try people?(visit, tx) else { return answer }
                return .showing(DataView(.list, people), answer)
            }
        }
    }
}

extension SheetCell {
    /// On the clock of Amsterdam.
    static func moment(_ instant: Instant) -> SheetCell {
        let clock = Amsterdam.wallClock(at: instant)
        return .moment(clock.day, seconds: (clock.hour * 60 + clock.minute) * 60)
    }

    static func whole(_ number: Int) -> SheetCell { .number(Double(number)) }
}
