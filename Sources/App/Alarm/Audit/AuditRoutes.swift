import Domain
import Storage
import Web

extension Routes {
    static let audit: [Route] = [
        .get("/toezicht", needs: .permission(.manageChannels)) { visit, tx in
            .page(AuditPages.overview(try AuditPage(visit, tx)))
        },
        .post("/toezicht", needs: .permission(.manageChannels)) { visit, fields, change in
            let (setting, faults) = AuditSetting.read(fields)
            guard faults.isEmpty else {
                return .refused(
                    AuditPages.overview(
                        try AuditPage(visit, change.tx), FormState(fields, errors: faults)))
            }
            try change.saveAuditSetting(setting)
            return .redirect("/toezicht", notice: "Opgeslagen.")
        },
    ]
}
