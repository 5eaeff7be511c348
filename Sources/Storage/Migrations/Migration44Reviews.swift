extension Migration {
    /// Closed reviews of flexible scaling, so that the next request finds them. What they say stands in the log.
    static let reviews = Migration(
        version: 44, name: "reviews",
        text: """
            CREATE TABLE scaling_review (
                deployment {text} NOT NULL PRIMARY KEY REFERENCES deployment (id),
                domain {text} NOT NULL,
                closed_at {integer} NOT NULL,
                search_text {text} NOT NULL
            ) {strict};

            CREATE INDEX scaling_review_domain ON scaling_review (domain, closed_at);
            """)
}
