import Domain
import Storage

/// Somebody who keeps a copy of the call list.
struct CallListHolder: Sendable {
    let id: ID<CallListHolder>
    let person: ID<Functionary>
}

/// An edition as it is stored.
struct StoredCallList: Sendable {
    let id: ID<StoredCallList>
    let madeAt: Instant
    let validUntil: Instant
}

/// One numbered copy of an edition.
struct CallListCopy: Sendable {
    let list: ID<StoredCallList>
    let number: Int
    let person: ID<Functionary>
    /// When its holder first opened it.
    let openedAt: Instant?
}

extension Transaction {
    func callListHolders() throws -> [CallListHolder] {
        try rows("SELECT id, person FROM call_list_holder ORDER BY added_at, id").map { row in
            CallListHolder(id: try row.id("id"), person: try row.id("person"))
        }
    }

    func insert(_ holder: CallListHolder, at now: Instant) throws {
        try execute(
            """
            INSERT INTO call_list_holder (id, person, added_at) VALUES (\(holder.id), \(holder.person), \(now))
            ON CONFLICT (person) DO NOTHING
            """)
    }

    func deleteCallListHolder(_ id: ID<CallListHolder>) throws {
        try execute("DELETE FROM call_list_holder WHERE id = \(id)")
    }

    /// The newest edition that still holds.
    func currentCallList(at now: Instant) throws -> StoredCallList? {
        try row(
            """
            SELECT id, made_at, valid_until FROM call_list WHERE valid_until > \(now)
            ORDER BY made_at DESC, id DESC LIMIT 1
            """
        ).map { row in
            StoredCallList(
                id: try row.id("id"), madeAt: try row.instant("made_at"),
                validUntil: try row.instant("valid_until"))
        }
    }

    func callList(_ id: ID<StoredCallList>) throws -> CallList? {
        try row("SELECT content FROM call_list WHERE id = \(id) AND content <> ''").map { row in
            try CallList(text: try row.text("content"))
        }
    }

    func insert(_ list: StoredCallList, content: String) throws {
        try execute(
            """
            INSERT INTO call_list (id, made_at, valid_until, content)
            VALUES (\(list.id), \(list.madeAt), \(list.validUntil), \(content))
            """)
    }

    func insert(_ copy: CallListCopy) throws {
        try execute(
            """
            INSERT INTO call_list_copy (list, number, person) VALUES (\(copy.list), \(copy.number), \(copy.person))
            """)
    }

    func callListCopies(of list: ID<StoredCallList>) throws -> [CallListCopy] {
        try rows(
            "SELECT list, number, person, opened_at FROM call_list_copy WHERE list = \(list) ORDER BY number"
        ).map { row in
            CallListCopy(
                list: try row.id("list"), number: try row.integer("number"), person: try row.id("person"),
                openedAt: try row.optionalInstant("opened_at"))
        }
    }

    func setOpened(_ copy: CallListCopy, at now: Instant) throws {
        try execute(
            """
            UPDATE call_list_copy SET opened_at = \(now)
            WHERE list = \(copy.list) AND number = \(copy.number) AND opened_at IS NULL
            """)
    }

    /// The names and numbers of editions that no longer hold; who had which copy stays.
    func forgetCallLists(before now: Instant) throws {
        try execute("UPDATE call_list SET content = '' WHERE valid_until <= \(now) AND content <> ''")
    }
}
