extension Migration {
    /// The sub-activity of the plan of action in which a lesson is done. A plan is edited part by part, so a part may
    /// be gone: then the lesson stands by itself again.
    static let lessonPlans = Migration(
        version: 49, name: "lesson plans",
        text: """
            ALTER TABLE evaluation_lesson ADD COLUMN part {text};
            """)
}
