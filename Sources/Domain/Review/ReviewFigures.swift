/// What all reviews of flexible scaling come to, without a name or a place: this is what a board sees.
package struct ReviewFigures: Hashable, Sendable {
    package let open: Int
    /// Of the open ones, those past their day.
    package let overdue: Int
    package let closed: Int
    package let wise: [ReviewAnswer.Verdict: Int]
    package let legitimate: [ReviewAnswer.Verdict: Int]
    package let lessons: [String]

    /// - Parameter lessons: of the closed ones, newest first.
    package init(_ reviews: [ScalingReview], on day: Day) {
        let closed = reviews.filter(\.isClosed)
        let open = reviews.filter { !$0.isClosed }
        self.closed = closed.count
        self.open = open.count
        overdue = open.count { (Day(iso: $0.dueOn) ?? day) < day }
        func counts(_ answer: (ScalingReview) -> ReviewAnswer?) -> [ReviewAnswer.Verdict: Int] {
            closed.compactMap { answer($0)?.verdict }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
        wise = counts(\.wise)
        legitimate = counts(\.legitimate)
        lessons = closed.map(\.lesson).filter { !$0.isEmpty }
    }
}
