import Web

/// Shows the form again with what was typed when it is refused.
func answering(
    _ fields: FormFields, _ page: (FormState) -> Page, _ body: () throws -> Answer
) throws -> Answer {
    do {
        return try body()
    } catch let refusal as FormRefusal {
        return .refused(page(FormState(fields, errors: refusal.errors)))
    }
}
