import Domain
import Storage
import Web

extension Routes {
    static let scalingReviews: [Route] = [
        .get("/toetsen", needs: .permission(.seeDeployments)) { visit, tx in
            .page(ScalingReviewPages.reviews(try ScalingReviewsPage(visit, tx)))
        },
        .get("/toetsen/stand", needs: .permission(.seeCoverage)) { visit, tx in
            .page(ScalingReviewPages.figures(try ReviewFiguresPage(visit, tx)))
        },
        .get("/inzetten/:id/toets", needs: .signedIn) { visit, tx in
            .page(ScalingReviewPages.review(try ScalingReviewPage(visit, tx)))
        },
        .post("/inzetten/:id/toets", needs: .permission(.reviewScaling)) { visit, fields, change in
            let model = try ScalingReviewPage(visit, change.tx)
            do {
                let review = try ScalingReviewForm(fields).review(model)
                try change.reviewScaling(review, of: model.model.deployment.id, key: fields["sleutel"])
                return .redirect(
                    "\(model.model.path)/toets",
                    notice: review.isClosed ? "De toets is afgerond." : "Bewaard. Afronden kan later.")
            } catch let refusal as ReviewRefusal {
                let errors = refusal.missing.map { FieldError($0.field, $0.sentence) }
                return .refused(ScalingReviewPages.review(model, FormState(fields, errors: errors)))
            } catch let refusal as ReviewFormRefusal {
                return .refused(ScalingReviewPages.review(model, FormState(fields, errors: refusal.errors)))
            }
        },
    ]
}
